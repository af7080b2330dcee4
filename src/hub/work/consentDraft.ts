import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import type { Holder } from './engagement.ts';
import type { ClosingReasonId, closingReasons } from './engagementReasons.ts';
import { type SuspendingReasonId, suspendingReasons } from './engagementReasons.ts';
import { readDay, readWords } from './formFields.ts';
import { readHolders } from './holderDraft.ts';
import type { OwnPart } from './moves.ts';
import { type TransferAnswer, transferQuestions } from './transferQuestions.ts';

type Form = Readonly<Record<string, string>>;

/** What a district says when it offers help or agrees to a plan. */
export type ConsentDraft = OwnPart & { readonly words: string | null };

export function parseConsent(form: Form, members: readonly Holder[]): Parsed<ConsentDraft> {
  const errors = new Map<string, string>();
  const brings = readWords(form, 'brings', errors, 'Say what your district gives to it.');
  const holders = readHolders(form, members, errors);
  const words = readWords(form, 'words', errors, null);
  if (errors.size > 0 || !brings || !holders) return { ok: false, errors };
  return { ok: true, value: { brings, ...holders, words } };
}

/** Reads an offer: who helps, and from when to when. */
export function parseOffer(
  form: Form,
  members: readonly Holder[],
  today: string,
): Parsed<ConsentDraft & { readonly startsOn: string; readonly endsOn: string }> {
  const consent = parseConsent(form, members);
  const errors = new Map(consent.ok ? [] : consent.errors);
  const startsOn = readDay(form, 'startsOn', errors);
  const endsOn = readDay(form, 'endsOn', errors);
  if (startsOn && endsOn && endsOn < startsOn) errors.set('endsOn', 'It ends before it begins.');
  else if (endsOn && endsOn < today) errors.set('endsOn', 'This end lies behind us already.');
  if (errors.size > 0 || !consent.ok || !startsOn || !endsOn) return { ok: false, errors };
  return { ok: true, value: { ...consent.value, startsOn, endsOn } };
}

type Why<Id> = { readonly reason: Id; readonly words: string | null };

export function parseSuspending(form: Form): Parsed<Why<SuspendingReasonId>> {
  const errors = new Map<string, string>();
  const reason = suspendingReasons.find(({ id }) => id === form.reason)?.id;
  if (!reason) errors.set('reason', 'Choose why the work rests.');
  const words = readWords(form, 'words', errors, reason === 'other' ? 'Say in your own words why.' : null);
  return errors.size > 0 || !reason ? { ok: false, errors } : { ok: true, value: { reason, words } };
}

/** Reads why an engagement is closed. What did not work is told in own words: others learn from it. */
export function parseClosing(
  form: Form,
  reasons: readonly (typeof closingReasons)[number][],
): Parsed<Why<ClosingReasonId>> {
  const errors = new Map<string, string>();
  const reason = reasons.find(({ id }) => id === form.reason);
  if (!reason) errors.set('reason', 'Choose why the work is closed.');
  const needsWords = reason?.came === 'did not work' || reason?.id === 'other';
  const words = readWords(
    form,
    'words',
    errors,
    needsWords ? 'Say what others should know before they try the same.' : null,
  );
  return errors.size > 0 || !reason
    ? { ok: false, errors }
    : { ok: true, value: { reason: reason.id, words } };
}

/** Reads the end to which work is taken up again: one that lies ahead. */
export function parseResuming(
  form: Form,
  { startsOn, today }: { readonly startsOn: string; readonly today: string },
): Parsed<{ readonly endsOn: string; readonly words: string | null }> {
  const errors = new Map<string, string>();
  const endsOn = readDay(form, 'endsOn', errors);
  if (endsOn && (endsOn < today || endsOn < startsOn)) errors.set('endsOn', 'Give an end that lies ahead.');
  const words = readWords(form, 'words', errors, null);
  return errors.size > 0 || !endsOn ? { ok: false, errors } : { ok: true, value: { endsOn, words } };
}

/** Reads the answers to every question of the capacity-transfer test; a yes says who, where or by what. */
export function parseTransferTest(form: Form): Parsed<TransferAnswer[]> {
  const errors = new Map<string, string>();
  const answers = transferQuestions.flatMap(({ id }, i): TransferAnswer[] => {
    const field = `answer-${i + 1}`;
    const answer = form[field];
    const words = readWords(
      form,
      `words-${i + 1}`,
      errors,
      answer === 'yes' ? 'Say who, where or by what.' : null,
    );
    if (answer === 'yes' || answer === 'no') return [{ question: id, answer, words }];
    errors.set(field, 'Choose yes or no.');
    return [];
  });
  return errors.size > 0 ? { ok: false, errors } : { ok: true, value: answers };
}

/** Reads what the helping district says to a test. It can be passed only when every answer was yes. */
export function parseVerdict(
  form: Form,
  canPass: boolean,
): Parsed<{ readonly isPassed: boolean; readonly words: string | null }> {
  const errors = new Map<string, string>();
  const isPassed = form.verdict === 'passed';
  if (isPassed && !canPass) errors.set('verdict', 'A test with a no in it is not passed.');
  else if (!isPassed && form.verdict !== 'not yet') errors.set('verdict', 'Choose whether you confirm it.');
  const words = readWords(form, 'words', errors, isPassed ? null : 'Say what is still missing.');
  return errors.size > 0 ? { ok: false, errors } : { ok: true, value: { isPassed, words } };
}
