import { type Engagement, playing } from './engagement.ts';

/** What has to happen next in an engagement; the ids of those done in a form of their own are the form's place. */
export type NextAct =
  | 'offer'
  | 'agree'
  | 'wait for the first day'
  | 'carry on'
  | 'test'
  | 'verdict'
  | 'product'
  | 'pilot'
  | 'sign-off'
  | 'use'
  | 'wording'
  | 'agree-wording'
  | 'send'
  | 'answer'
  | 'secure'
  | 'close'
  | 'resume'
  | 'nothing';

/** The next step, and the districts it waits for: none when nobody has to do anything now. */
export type NextStep = { readonly act: NextAct; readonly waitsFor: readonly string[] };

/** The transfer test is called for when the end is as near as this; it can be answered earlier. */
const testDaysBefore = 30;

/** What comes next in an engagement on a calendar date, and which districts have still to do it. */
export function nextStepOf(engagement: Engagement, today: string): NextStep {
  const { state, mode, parties, actingId, startsOn, endsOn } = engagement;
  const all = parties.map(({ districtId }) => districtId);
  const waiting = (...ids: readonly (string | undefined)[]) => ids.filter((id) => id !== undefined);
  if (state === 'closed') return { act: 'nothing', waitsFor: [] };
  if (state === 'asked') return { act: 'offer', waitsFor: waiting(playing(engagement, 'helps')?.districtId) };
  if (state === 'offered' || state === 'proposed')
    return { act: 'agree', waitsFor: all.filter((id) => id !== actingId) };
  if (state === 'suspended') return { act: 'resume', waitsFor: all };
  if (state === 'testing')
    return { act: 'verdict', waitsFor: waiting(playing(engagement, 'helps')?.districtId) };
  if (mode === 'assistance') {
    if (today < startsOn) return { act: 'wait for the first day', waitsFor: [] };
    if (today < daysBefore(endsOn, testDaysBefore)) return { act: 'carry on', waitsFor: [] };
    return { act: 'test', waitsFor: waiting(playing(engagement, 'is helped')?.districtId) };
  }
  const step = mode === 'joint' ? jointStep(engagement, all) : externalStep(engagement, all);
  return today > endsOn && step.act === 'nothing' ? { act: 'close', waitsFor: all } : step;
}

function jointStep({ progress }: Engagement, all: readonly string[]): NextStep {
  const { productVersion, pilots, signedBy, usedBy } = progress;
  if (productVersion === 0) return { act: 'product', waitsFor: all };
  if (pilots === 0 && signedBy.length === 0) return { act: 'pilot', waitsFor: all };
  if (signedBy.length < all.length) return { act: 'sign-off', waitsFor: without(all, signedBy) };
  if (usedBy.length < all.length) return { act: 'use', waitsFor: without(all, usedBy) };
  return { act: 'close', waitsFor: all };
}

function externalStep({ progress }: Engagement, all: readonly string[]): NextStep {
  const { askVersion, askAgreedBy, askSentOn, answers, secured } = progress;
  if (secured > 0) return { act: 'nothing', waitsFor: [] };
  if (askVersion === 0) return { act: 'wording', waitsFor: all };
  if (askAgreedBy.length < all.length) return { act: 'agree-wording', waitsFor: without(all, askAgreedBy) };
  if (!askSentOn) return { act: 'send', waitsFor: all };
  return answers === 0 ? { act: 'answer', waitsFor: all } : { act: 'secure', waitsFor: all };
}

function without(all: readonly string[], done: readonly string[]): string[] {
  return all.filter((id) => !done.includes(id));
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
