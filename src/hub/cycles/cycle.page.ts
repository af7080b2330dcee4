import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { mayShapePractices } from '../practices/mayShapePractices.ts';
import { isId } from '../store/uuid.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { engagementPath, workTrail } from '../work/workPlace.page.ts';
import { type Cycle, sideOf } from './cycle.ts';
import { cycleBadge, cyclePath, ideaTitle } from './cyclePlace.page.ts';
import { type CycleReading, readCycle } from './cycleReading.store.ts';
import { cycleStanding, sideStanding } from './cycleStanding.ts';
import { cycleTimeline } from './cycleTimeline.page.ts';
import { mayJoin, mayLog, mayPlan } from './mayTest.ts';

/** One tested change: its four steps, each district's side beside the other's. */
export const cyclePages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/work/cycles/:cycle',
    access: 'members',
    answer: (ask) => withCycle(ask, (found) => cyclePage(ask, found)),
  },
];

/** Answers with the cycle that the address names, or that there is none. */
export async function withCycle(
  ask: MemberAsk,
  answer: (found: CycleReading) => Promise<Response>,
): Promise<Response> {
  const id = ask.context.req.param('cycle');
  const found =
    isId(id) &&
    (await asMember(ask.hub.database, ask.member, (view) => readCycle(view, id, calendarDay(ask.hub.now()))));
  return found ? answer(found) : notFound(ask, 'There is no such test.');
}

function cyclePage(ask: MemberAsk, found: CycleReading): Promise<Response> {
  const { cycle, engagement, parties, figures, follows, followedBy } = found;
  const today = calendarDay(ask.hub.now());
  const { home, member } = ask;
  return ask.respond({
    title: ideaTitle(cycle.idea, 60),
    section: 'work',
    body: html`${pageHeading({
      title: ideaTitle(cycle.idea, 90),
      eyebrow: 'Test of a change',
      trail: workTrail(
        home,
        { label: engagement.title, href: engagementPath(home, engagement.id) },
        { label: 'Cycles', href: `${home}/work/cycles?engagement=${engagement.id}` },
        { label: ideaTitle(cycle.idea, 40) },
      ),
      badges: cycleBadge(cycleStanding(cycle, today)),
      meta: lineage(home, follows, followedBy),
      actions: actionsOf(ask, found),
    })}${whatNow(ask, found, today)}${cycleTimeline({
      cycle,
      parties,
      figures,
      home,
      today,
      ownId: member.districtId,
    })}`,
  });
}

function lineage(home: string, follows: Cycle | undefined, followedBy: readonly Cycle[]): Content {
  const link = (cycle: Cycle) =>
    html`<a href="${cyclePath(home, cycle.id)}">${ideaTitle(cycle.idea, 70)}</a>`;
  if (!follows && followedBy.length === 0) return undefined;
  return html`${follows ? html`Follows from: ${link(follows)}. ` : ''}${
    followedBy.length > 0
      ? html`Followed by: ${followedBy.map((one, i) => html`${i > 0 ? '; ' : ''}${link(one)}`)}.`
      : ''
  }`;
}

function actionsOf({ home, member }: MemberAsk, { cycle, engagement }: CycleReading): Content {
  const here = cyclePath(home, cycle.id);
  const side = sideOf(cycle, member.districtId);
  const isOpen = side !== undefined && side.acted === null && mayLog(member, engagement, cycle);
  return html`${isOpen ? linkButton({ label: 'Log it', href: `${here}/log`, tone: 'main' }) : ''}${
    isOpen ? linkButton({ label: 'Move the day', href: `${here}/move` }) : ''
  }${isOpen ? linkButton({ label: 'Another leader', href: `${here}/lead` }) : ''}${
    side?.acted?.act === 'adopt' && mayShapePractices(member.role)
      ? linkButton({ label: 'Write it into the library', href: `${home}/practices/new?cycle=${cycle.id}` })
      : ''
  }${mayJoin(member, engagement, cycle) ? linkButton({ label: 'Test it here, too', href: `${here}/join` }) : ''}${
    mayPlan(member, engagement)
      ? linkButton({
          label: 'Plan the next test',
          href: `${home}/work/cycles/new?engagement=${engagement.id}&follows=${cycle.id}`,
        })
      : ''
  }`;
}

/** The one thing that waits, if anything does. */
function whatNow(
  { member }: MemberAsk,
  { cycle, engagement, parties }: CycleReading,
  today: string,
): Content {
  const waiting = cycle.sides.filter((side) =>
    ['study due', 'study late'].includes(sideStanding(side, today)),
  );
  const [first] = waiting;
  if (!first) return '';
  const name = parties.find(({ districtId }) => districtId === first.districtId)?.shortName ?? 'The district';
  const isOwn = first.districtId === member.districtId && mayLog(member, engagement, cycle);
  return callout({
    kind: 'warning',
    title: isOwn
      ? 'Its day has come: say what the test has shown.'
      : `${name} is to say what the test has shown.`,
    body: `${first.leader.name} was asked by mail and can answer there without an account.`,
  });
}
