import { type Content, html } from '../../page/html.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { LinkActed, LinkRoom, OpenedLink, Written } from '../links/linkRoom.page.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import { type CycleSide, sideOf } from './cycle.ts';
import { readBeforeAfter, readFewest } from './cycleFigures.store.ts';
import { actReasons, acts } from './cycleLists.ts';
import { ideaTitle } from './cyclePlace.page.ts';
import { insertCycleLog, selectOptionalCycle } from './cycles.store.ts';
import { figuresTable } from './figuresTable.page.ts';
import { parseLogDraft } from './logDraft.ts';
import { entriesIn, logFields, notLogged } from './logFields.page.ts';

/** A link by which the leader of a test logs it: the quick log of one district's side. */
export const cycleLink: LinkRoom = { show: showCycle, act: logCycle };

async function showCycle(view: MemberView, { link, now }: OpenedLink, sent: Written) {
  const cycle = await selectOptionalCycle(view, link.subjectId);
  const side = cycle && sideOf(cycle, link.districtId);
  if (!cycle || !side) return undefined;
  const today = calendarDay(now);
  const parties = await selectParties(view);
  const own = parties.find(({ districtId }) => districtId === side.districtId);
  const figures = await readBeforeAfter(view, cycle, parties, { today });
  const about: Content = figuresTable({ cycle, parties, figures, home: null });
  const shown = {
    title: 'What did the test show?',
    eyebrow: own ? `${own.name}, ${view.member.partnership.name}` : undefined,
    lead: `“${ideaTitle(cycle.idea, 300)}”`,
  };
  if (side.acted) {
    const act = acts.find(({ id }) => id === side.acted?.act);
    return {
      ...shown,
      body: html`<p>This test has ended: ${act?.past.toLowerCase()} by ${side.acted.madeBy}.</p>${about}`,
    };
  }
  if (!isLedBy(side, link.holderEmail))
    return { ...shown, body: html`<p>${side.leader.name} leads this test now and logs it.</p>${about}` };
  return {
    ...shown,
    body: about,
    form: {
      fields: logFields(side, await readFewest(view, today), sent),
      submit: 'Write it down',
    },
  };
}

async function logCycle(
  view: MemberView,
  { link, now }: OpenedLink,
  form: Readonly<Record<string, string>>,
): Promise<LinkActed> {
  const parsed = parseLogDraft(form);
  if (!parsed.ok) return { done: false, errors: parsed.errors };
  const cycle = await selectOptionalCycle(view, link.subjectId);
  const { districtId } = link;
  if (!cycle || districtId === null) return { done: false, errors: new Map(), conflict: notLogged.ended };
  const side = sideOf(cycle, districtId);
  if (side && !isLedBy(side, link.holderEmail))
    return {
      done: false,
      errors: new Map(),
      conflict: `${side.leader.name} leads this test now and logs it.`,
    };
  const today = calendarDay(now);
  const written = await insertCycleLog(
    view,
    cycle.id,
    districtId,
    {
      basedOn: entriesIn(form),
      draft: parsed.value,
      figures: await readBeforeAfter(view, cycle, await selectParties(view), { today, publicOnly: true }),
      fewest: await readFewest(view, today),
    },
    now,
  );
  if (!written.done) return { done: false, errors: new Map(), conflict: notLogged[written.reason] };
  const { studied, acted } = parsed.value;
  const reason = acted && actReasons.find(({ id }) => id === acted.reason);
  const act = reason && acts.find(({ id }) => id === reason.act);
  return {
    done: true,
    sentence: act
      ? `The test is logged, and what follows from it: ${act.name.toLowerCase()}.`
      : studied
        ? 'What you did and learned is logged. What follows can be said by the same link.'
        : 'What was done is logged. What it has shown can be said by the same link.',
  };
}

/** Whether a link still goes to who leads the test: one that was handed over is logged by its new leader alone. */
function isLedBy({ leader }: CycleSide, holderEmail: string): boolean {
  return leader.email.toLowerCase() === holderEmail.toLowerCase();
}
