import { addDays } from '../../vocabulary/addDays.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { emptyState } from '../../page/emptyState.ts';
import { form } from '../../page/form.ts';
import { card } from '../../page/card.ts';
import { type Content, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { selectOptionalBenchmark } from '../benchmarks/benchmarks.store.ts';
import { selectOptionalNeed } from '../needs/needs.store.ts';
import {
  type PartnershipMember,
  type Party,
  selectMembers,
  selectParties,
} from '../partnership/partnership.store.ts';
import { isId } from '../store/uuid.ts';
import { asMember, type MemberView } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import type { Engagement } from '../work/engagement.ts';
import { selectEngagements } from '../work/engagements.store.ts';
import { engagementPath, workTrail } from '../work/workPlace.page.ts';
import type { Cycle } from './cycle.ts';
import { parseCycleDraft } from './cycleDraft.ts';
import { cyclePath, ideaTitle } from './cyclePlace.page.ts';
import { insertCycle, selectOptionalCycle } from './cycles.store.ts';
import { mayPlan } from './mayTest.ts';
import { ideaFields, sideFields } from './planFields.page.ts';
import { tellLeader } from './tellLeader.store.ts';

const path = '/partnerships/:partnership/work/cycles/new';

/** Planning a test under an engagement, perhaps one that follows from an earlier one. */
export const newCyclePages: Route[] = [
  {
    method: 'get',
    path,
    access: 'members',
    answer: (ask) => withPlanning(ask, (planning) => respondPlan(ask, planning, {}, new Map())),
  },
  {
    method: 'post',
    path,
    access: 'members',
    answer: (ask) => withPlanning(ask, (planning) => plan(ask, planning)),
  },
];

/** Six weeks. */
const usualDays = 42;

type Planning = {
  readonly engagement: Engagement;
  readonly own: Party;
  readonly members: readonly PartnershipMember[];
  readonly follows: Cycle | undefined;
  /** What the form is filled with: the measure and students of the need or benchmark it is about. */
  readonly defaults: Readonly<Record<string, string>>;
};

async function withPlanning(
  ask: MemberAsk,
  answer: (planning: Planning) => Promise<Response>,
): Promise<Response> {
  const asked = ask.context.req.query('engagement');
  const earlier = ask.context.req.query('follows');
  const found = await asMember(ask.hub.database, ask.member, async (view) => {
    const engagements = await selectEngagements(view);
    const engagement = engagements.find(({ id }) => id === asked);
    const follows = isId(earlier) ? await selectOptionalCycle(view, earlier) : undefined;
    const members = await selectMembers(view);
    const own = (await selectParties(view)).find(({ districtId }) => districtId === ask.member.districtId);
    return {
      engagements,
      engagement,
      own,
      follows,
      members: members.filter(
        ({ districtId }) => districtId !== null && districtId === ask.member.districtId,
      ),
      defaults: engagement ? await defaultsOf(view, engagement, follows) : {},
    };
  });
  const { engagement, own } = found;
  if (!engagement) return respondChooser(ask, found.engagements);
  if (!own || !mayPlan(ask.member, engagement)) return respondNotOwn(ask, engagement);
  return answer({ ...found, engagement, own });
}

async function defaultsOf(
  view: MemberView,
  { needId, benchmarkId }: Engagement,
  follows: Cycle | undefined,
): Promise<Record<string, string>> {
  if (follows) return { measure: follows.measureId, group: follows.group, changeKind: follows.changeKind };
  const need = needId === null ? undefined : await selectOptionalNeed(view, needId);
  const benchmark = benchmarkId === null ? undefined : await selectOptionalBenchmark(view, benchmarkId);
  const about = need ?? benchmark;
  return about ? { measure: about.measureId, group: about.group } : {};
}

function frame(
  ask: MemberAsk,
  parts: {
    readonly lead: string;
    readonly eyebrow?: string;
    readonly body: Content;
    readonly status?: 403 | 422;
  },
) {
  const { lead, eyebrow, body, status } = parts;
  return ask.respond({
    title: eyebrow ? `Plan a test: ${eyebrow}` : 'Plan a test',
    section: 'work',
    status,
    body: html`${pageHeading({
      title: 'Plan a test',
      eyebrow,
      lead,
      trail: workTrail(ask.home, { label: 'Cycles', href: `${ask.home}/work/cycles` }, { label: 'Plan' }),
    })}${body}`,
  });
}

function respondChooser(ask: MemberAsk, engagements: readonly Engagement[]): Promise<Response> {
  const may = engagements.filter((engagement) => mayPlan(ask.member, engagement));
  return frame(ask, {
    lead: 'A test belongs to work that both districts have begun. Choose which.',
    body:
      may.length > 0
        ? itemList(
            may.map(({ id, title, purpose }) => ({
              title,
              href: `${ask.home}/work/cycles/new?engagement=${id}`,
              body: purpose,
            })),
          )
        : emptyState({
            title: 'There is no work of your district to test something in.',
            body: 'Begin an engagement first, or ask a coordinator.',
            action: linkButton({ label: 'Engagements', href: `${ask.home}/work` }),
            level: 2,
          }),
  });
}

function respondNotOwn(ask: MemberAsk, { id, title }: Engagement): Promise<Response> {
  return frame(ask, {
    eyebrow: title,
    lead: 'A test is planned by whoever works on an engagement in their own district, while it goes on.',
    status: 403,
    body: callout({
      kind: 'refusal',
      title: 'Not yours to plan here.',
      body: html`<a href="${engagementPath(ask.home, id)}">Back to the engagement</a>`,
    }),
  });
}

function respondPlan(
  ask: MemberAsk,
  { engagement, own, members, follows, defaults }: Planning,
  sent: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Promise<Response> {
  const today = calendarDay(ask.hub.now());
  const written = Object.keys(sent).length > 0 ? sent : defaults;
  const after = follows ? `&follows=${follows.id}` : '';
  return frame(ask, {
    eyebrow: engagement.title,
    lead: follows
      ? `It follows from “${ideaTitle(follows.idea, 90)}”.`
      : 'One change, a few schools, six weeks or so, and a prediction. On the day of study the figures of both districts are there already.',
    status: errors.size > 0 ? 422 : undefined,
    body: card({
      body: form({
        action: `${ask.home}/work/cycles/new?engagement=${engagement.id}${after}`,
        csrfToken: ask.person.csrfToken,
        submit: 'Plan the test',
        second: linkButton({
          label: 'Not now',
          href: follows ? cyclePath(ask.home, follows.id) : engagementPath(ask.home, engagement.id),
          tone: 'quiet',
        }),
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: html`<h2>The change and what you predict</h2>${ideaFields({ written, errors })}<h2>In ${own.name}</h2>${sideFields(
          { written, errors },
          members,
          { startsOn: today, studyOn: addDays(today, usualDays) },
        )}`,
      }),
    }),
  });
}

async function plan(ask: MemberAsk, planning: Planning): Promise<Response> {
  const { engagement, own, members, follows } = planning;
  const now = ask.hub.now();
  const parsed = parseCycleDraft(ask.form, { members, today: calendarDay(now) });
  if (!parsed.ok) return respondPlan(ask, planning, ask.form, parsed.errors);
  const draft = parsed.value;
  const me = members.find(({ personId }) => personId === ask.member.personId);
  const id = await asMember(ask.hub.database, ask.member, async (view) => {
    const { districtId, name: district } = own;
    const made = await insertCycle(
      view,
      { engagementId: engagement.id, followsId: follows?.id ?? null, districtId, draft },
      now,
    );
    const told = { districtId, district, side: draft.side };
    const from = { name: ask.member.name, email: me?.email ?? '' };
    await tellLeader(view, { id: made, ...draft }, told, from, ask.hub.config, now);
    return made;
  });
  return ask.context.redirect(cyclePath(ask.home, id), 303);
}
