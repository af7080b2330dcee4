import { reasonFields } from '../../page/reasonFields.ts';
import { addDays } from '../../vocabulary/addDays.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { textField } from '../../page/textField.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { sentencePage } from '../web/sentencePage.ts';
import { workTrail } from '../work/workPlace.page.ts';
import { withCycle } from './cycle.page.ts';
import { type CycleSide, sideOf } from './cycle.ts';
import { parseMovedDay, parseSideDraft } from './cycleDraft.ts';
import { movingReasons } from './cycleLists.ts';
import { cyclePath, ideaTitle } from './cyclePlace.page.ts';
import type { CycleReading } from './cycleReading.store.ts';
import { insertJoinedSide, insertMovedDay } from './cycles.store.ts';
import { mayJoin, mayLog } from './mayTest.ts';
import { sideFields } from './planFields.page.ts';
import { tellLeader } from './tellLeader.store.ts';

const of = '/partnerships/:partnership/work/cycles/:cycle';

/** What a district does with its own side: tests a planned change, too, and moves the day on which it is studied. */
export const cycleSidePages: Route[] = [
  {
    method: 'get',
    path: `${of}/join`,
    access: 'members',
    answer: (ask) => withJoining(ask, (found) => respondJoin(ask, found, {}, new Map())),
  },
  {
    method: 'post',
    path: `${of}/join`,
    access: 'members',
    answer: (ask) => withJoining(ask, (found) => join(ask, found)),
  },
  {
    method: 'get',
    path: `${of}/move`,
    access: 'members',
    answer: (ask) => withOpenSide(ask, (found, side) => respondMove(ask, found, side, {}, new Map())),
  },
  {
    method: 'post',
    path: `${of}/move`,
    access: 'members',
    answer: (ask) => withOpenSide(ask, (found, side) => move(ask, found, side)),
  },
];

function withJoining(ask: MemberAsk, answer: (found: CycleReading) => Promise<Response>): Promise<Response> {
  return withCycle(ask, (found) =>
    mayJoin(ask.member, found.engagement, found.cycle)
      ? answer(found)
      : refuse(ask, found, 'A district joins once, through whoever works on the engagement there.'),
  );
}

/** Answers with a side that whoever asks may still change. */
export function withOpenSide(
  ask: MemberAsk,
  answer: (found: CycleReading, side: CycleSide) => Promise<Response>,
): Promise<Response> {
  return withCycle(ask, (found) => {
    const side = sideOf(found.cycle, ask.member.districtId);
    return side && side.acted === null && mayLog(ask.member, found.engagement, found.cycle)
      ? answer(found, side)
      : refuse(ask, found, 'It is changed by the district that tests, as long as its test goes on.');
  });
}

function refuse(ask: MemberAsk, { cycle }: CycleReading, sentence: string): Promise<Response> {
  const actions = linkButton({ label: 'Back to the test', href: cyclePath(ask.home, cycle.id) });
  return ask.respond({
    section: 'work',
    ...sentencePage({ title: 'Not yours to change', sentence, status: 403, actions }),
  });
}

/** The page of one thing that is done with a side. */
export function sideFrame(
  ask: MemberAsk,
  { cycle }: CycleReading,
  parts: {
    readonly title: string;
    readonly lead: string;
    readonly refusal?: string;
    readonly isWrong: boolean;
    readonly body: Content;
  },
): Promise<Response> {
  const { title, lead, refusal, isWrong, body } = parts;
  return ask.respond({
    title,
    section: 'work',
    status: isWrong || refusal ? 422 : undefined,
    body: html`${pageHeading({
      title,
      lead,
      trail: workTrail(
        ask.home,
        { label: 'Cycles', href: `${ask.home}/work/cycles` },
        { label: ideaTitle(cycle.idea, 40), href: cyclePath(ask.home, cycle.id) },
        { label: title },
      ),
    })}${refusal ? callout({ kind: 'refusal', title: refusal, body: 'What you wrote is still below.' }) : ''}${card({ body })}`,
  });
}

function respondJoin(
  ask: MemberAsk,
  found: CycleReading,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Promise<Response> {
  const { cycle, members } = found;
  const today = calendarDay(ask.hub.now());
  const here = cyclePath(ask.home, cycle.id);
  const own = members.filter(({ districtId }) => districtId === ask.member.districtId);
  return sideFrame(ask, found, {
    title: 'Test it here, too',
    lead: `The same change and the same prediction, in your schools: “${ideaTitle(cycle.idea, 200)}”`,
    isWrong: errors.size > 0,
    body: form({
      action: `${here}/join`,
      csrfToken: ask.person.csrfToken,
      submit: 'Test it here, too',
      second: linkButton({ label: 'Not now', href: here, tone: 'quiet' }),
      errors: [...errors].map(([field, message]) => ({ field, message })),
      body: sideFields({ written, errors }, own, { startsOn: today, studyOn: addDays(today, 42) }),
    }),
  });
}

async function join(ask: MemberAsk, found: CycleReading): Promise<Response> {
  const now = ask.hub.now();
  const { cycle, members, parties } = found;
  const own = members.filter(({ districtId }) => districtId === ask.member.districtId);
  const parsed = parseSideDraft(ask.form, { members: own, today: calendarDay(now) });
  if (!parsed.ok) return respondJoin(ask, found, ask.form, parsed.errors);
  const party = parties.find(({ districtId }) => districtId === ask.member.districtId);
  if (!party) return refuse(ask, found, 'Only a district of the partnership tests a change.');
  const me = own.find(({ personId }) => personId === ask.member.personId);
  await asMember(ask.hub.database, ask.member, async (view) => {
    const written = await insertJoinedSide(view, cycle.id, party.districtId, parsed.value, now);
    if (!written.done) return;
    const told = { districtId: party.districtId, district: party.name, side: parsed.value };
    const from = { name: ask.member.name, email: me?.email ?? '' };
    await tellLeader(view, cycle, told, from, ask.hub.config, now);
  });
  return ask.context.redirect(cyclePath(ask.home, cycle.id), 303);
}

function respondMove(
  ask: MemberAsk,
  found: CycleReading,
  side: CycleSide,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
  refusal?: string,
): Promise<Response> {
  const here = cyclePath(ask.home, found.cycle.id);
  return sideFrame(ask, found, {
    title: 'Move the day',
    lead: `It is to be studied on ${formatDate(side.studyOn)}. The other district sees the new day and why.`,
    refusal,
    isWrong: errors.size > 0,
    body: form({
      action: `${here}/move`,
      csrfToken: ask.person.csrfToken,
      submit: 'Move the day',
      second: linkButton({ label: 'Leave it', href: here, tone: 'quiet' }),
      errors: [...errors].map(([field, message]) => ({ field, message })),
      body: html`<input type="hidden" name="version" value="${String(side.version)}">${textField({
        id: 'studyOn',
        name: 'studyOn',
        label: 'Studied on',
        type: 'date',
        error: errors.get('studyOn'),
        value: written.studyOn ?? side.studyOn,
      })}${reasonFields({ label: 'Why', reasons: movingReasons, written, errors })}`,
    }),
  });
}

async function move(ask: MemberAsk, found: CycleReading, side: CycleSide): Promise<Response> {
  const now = ask.hub.now();
  const parsed = parseMovedDay(ask.form, side, calendarDay(now));
  if (!parsed.ok) return respondMove(ask, found, side, ask.form, parsed.errors);
  const basedOn = /^\d{1,6}$/.test(ask.form.version ?? '') ? Number(ask.form.version) : 0;
  const { id } = found.cycle;
  const written = await asMember(ask.hub.database, ask.member, (view) =>
    insertMovedDay(view, id, side.districtId, { basedOn, moved: parsed.value }, now),
  );
  if (written.done) return ask.context.redirect(cyclePath(ask.home, id), 303);
  const refusal = `Somebody else has changed this test while you were writing. It is now to be studied on ${formatDate(side.studyOn)}.`;
  return withOpenSide(ask, (current, now_) => respondMove(ask, current, now_, ask.form, new Map(), refusal));
}
