import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { emptyState } from '../../page/emptyState.ts';
import { type Content, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { isId } from '../store/uuid.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { selectEngagements } from '../work/engagements.store.ts';
import { engagementPath, workParts, workTrail } from '../work/workPlace.page.ts';
import type { Cycle } from './cycle.ts';
import { cycleItem } from './cycleItems.page.ts';
import { type CycleStanding, cycleStanding } from './cycleStanding.ts';
import { selectCycles } from './cycles.store.ts';
import { mayPlan } from './mayTest.ts';

/** Changes tested in small: what waits to be studied, what runs, what came of the rest. */
export const cycleListPages: Route[] = [
  { method: 'get', path: '/partnerships/:partnership/work/cycles', access: 'members', answer: cycleListPage },
];

const parts: readonly {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly standings: readonly CycleStanding[];
}[] = [
  {
    id: 'due',
    title: 'Study due',
    lead: 'The day has come to say what the test has shown.',
    standings: ['study late', 'study due'],
  },
  { id: 'running', title: 'Running', standings: ['running'] },
  { id: 'planned', title: 'Planned', standings: ['planned'] },
  { id: 'adopted', title: 'Adopted', standings: ['adopt'] },
  { id: 'adapted', title: 'Adapted', standings: ['adapt'] },
  {
    id: 'abandoned',
    title: 'Tried, did not work',
    lead: 'Kept so that nobody has to find out again.',
    standings: ['abandon'],
  },
  {
    id: 'differently',
    title: 'Ended differently in the districts',
    standings: ['ended differently'],
  },
];

async function cycleListPage(ask: MemberAsk): Promise<Response> {
  const asked = ask.context.req.query('engagement');
  const { cycles, engagements, districts } = await asMember(ask.hub.database, ask.member, async (view) => ({
    cycles: await selectCycles(view, isId(asked) ? { engagementId: asked } : {}),
    engagements: await selectEngagements(view),
    districts: await selectParties(view),
  }));
  const today = calendarDay(ask.hub.now());
  const only = engagements.find(({ id }) => id === asked);
  const context = {
    home: ask.home,
    parties: districts,
    today,
    titleOf: only ? undefined : (id: string) => engagements.find((one) => one.id === id)?.title,
  };
  const may = (only ? [only] : engagements).some((engagement) => mayPlan(ask.member, engagement));
  const plan = linkButton({
    label: 'Plan a test',
    href: `${ask.home}/work/cycles/new${only ? `?engagement=${only.id}` : ''}`,
    tone: 'main',
  });
  return ask.respond({
    title: 'Cycles',
    section: 'work',
    body: html`${pageHeading({
      title: 'Tests of change',
      eyebrow: only?.title,
      lead: leadOf(cycles, today),
      trail: workTrail(
        ask.home,
        ...(only ? [{ label: only.title, href: engagementPath(ask.home, only.id) }] : []),
        { label: 'Cycles' },
      ),
      actions: may ? plan : undefined,
    })}${workParts(ask.home, 'cycles')}${
      cycles.length === 0
        ? emptyState({
            title: 'No change has been tested yet.',
            body: may
              ? 'Take one idea and a few schools, say what you expect, and look again in six weeks. Logging it takes five minutes, from a mail.'
              : 'Whoever works on an engagement plans one: an idea, a few schools, and what they expect of it.',
            action: may ? plan : undefined,
            level: 2,
          })
        : parts.map((part): Content => {
            const those = cycles.filter((cycle) => part.standings.includes(cycleStanding(cycle, today)));
            return those.length === 0
              ? ''
              : section({
                  id: part.id,
                  title: `${part.title} (${those.length})`,
                  lead: part.lead,
                  body: card({ body: itemList(those.map((cycle) => cycleItem(cycle, context))) }),
                });
          })
    }`,
  });
}

function leadOf(cycles: readonly Cycle[], today: string): string {
  const standings = cycles.map((cycle) => cycleStanding(cycle, today));
  const due = standings.filter((one) => one === 'study due' || one === 'study late').length;
  const running = standings.filter((one) => one === 'running' || one === 'planned').length;
  if (cycles.length === 0) return 'A change is tried in a few schools before it is asked of all.';
  return `${cycles.length} ${cycles.length === 1 ? 'change' : 'changes'} tested in small: ${due} to be studied now, ${running} under way or planned, ${cycles.length - due - running} ended.`;
}
