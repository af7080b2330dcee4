import { reasonFields } from '../../page/reasonFields.ts';
import { linkButton } from '../../page/button.ts';
import { form } from '../../page/form.ts';
import { html } from '../../page/html.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { personFields } from '../commitments/personFields.page.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import type { CycleSide } from './cycle.ts';
import { parseHandedTest } from './cycleDraft.ts';
import { leadingReasons } from './cycleLists.ts';
import { cyclePath } from './cyclePlace.page.ts';
import type { CycleReading } from './cycleReading.store.ts';
import { sideFrame, withOpenSide } from './cycleSide.page.ts';
import { handTest } from './handTest.store.ts';

const path = '/partnerships/:partnership/work/cycles/:cycle/lead';

/** Giving a test to somebody else who leads it. */
export const handTestPages: Route[] = [
  {
    method: 'get',
    path,
    access: 'members',
    answer: (ask) => withOpenSide(ask, (found, side) => respondLead(ask, found, side, {}, new Map())),
  },
  {
    method: 'post',
    path,
    access: 'members',
    answer: (ask) => withOpenSide(ask, (found, side) => lead(ask, found, side)),
  },
];

function membersOf({ members }: CycleReading, { districtId }: CycleSide) {
  return members.filter((one) => one.districtId === districtId);
}

function respondLead(
  ask: MemberAsk,
  found: CycleReading,
  side: CycleSide,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
  refusal?: string,
): Promise<Response> {
  const here = cyclePath(ask.home, found.cycle.id);
  return sideFrame(ask, found, {
    title: 'Another leader',
    lead: `${side.leader.name} leads it now. Whoever you name is mailed a link by which they log it; earlier links are taken back.`,
    refusal,
    isWrong: errors.size > 0,
    body: form({
      action: `${here}/lead`,
      csrfToken: ask.person.csrfToken,
      submit: 'Hand the test over',
      second: linkButton({ label: 'Leave it', href: here, tone: 'quiet' }),
      errors: [...errors].map(([field, message]) => ({ field, message })),
      body: html`<input type="hidden" name="version" value="${String(side.version)}">${personFields({
        prefix: 'leader',
        label: 'Who leads it from now on',
        members: membersOf(found, side).filter(({ email }) => email !== side.leader.email),
        written,
        errors,
      })}${reasonFields({ label: 'Why', reasons: leadingReasons, written, errors })}`,
    }),
  });
}

async function lead(ask: MemberAsk, found: CycleReading, side: CycleSide): Promise<Response> {
  const parsed = parseHandedTest(ask.form, { members: membersOf(found, side), leader: side.leader });
  if (!parsed.ok) return respondLead(ask, found, side, ask.form, parsed.errors);
  const basedOn = /^\d{1,6}$/.test(ask.form.version ?? '') ? Number(ask.form.version) : 0;
  const { id } = found.cycle;
  const hand = { basedOn, handed: parsed.value, reach: ask.hub.config };
  const written = await asMember(ask.hub.database, ask.member, (view) =>
    handTest(view, id, side.districtId, hand, ask.hub.now()),
  );
  if (written.done) return ask.context.redirect(cyclePath(ask.home, id), 303);
  return withOpenSide(ask, (current, now) => {
    const refusal = `Somebody else has changed this test while you were writing. ${now.leader.name} leads it now.`;
    return respondLead(ask, current, now, ask.form, new Map(), refusal);
  });
}
