import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { isCalendarDate } from './capacityDraft.ts';
import { type Contact, readContact } from './contactDraft.ts';
import { longestWords } from './needDraft.ts';
import { type DecliningReasonId, decliningReasons, findReason } from './needReasons.ts';

export type AskAnswer =
  | { readonly state: 'accepted'; readonly proposedOn: string | null; readonly words: string | null }
  | {
      readonly state: 'declined';
      readonly reason: DecliningReasonId;
      readonly words: string | null;
      /** Whom to ask instead, where the wrong person was asked. */
      readonly suggested: Contact | null;
    }
  | { readonly state: 'withdrawn'; readonly words: string | null };

type AnswerContext = {
  /** Calendar date. */
  readonly today: string;
  /** Ids of the asked district's members, to name another person. */
  readonly memberIds: readonly string[];
};

/** Reads the answer of the person who was asked: yes with a day or words, or no with a reason of the list. */
export function parseAskAnswer(
  form: Readonly<Record<string, string>>,
  { today, memberIds }: AnswerContext,
): Parsed<AskAnswer> {
  const errors = new Map<string, string>();
  const words = form.words?.trim() ?? '';
  if (words.length > longestWords) errors.set('words', `Keep this under ${longestWords} characters.`);
  if (form.answer === 'accepted') {
    const proposedOn = form.proposedOn?.trim() ?? '';
    if (proposedOn && (!isCalendarDate(proposedOn) || proposedOn < today))
      errors.set(
        'proposedOn',
        'Give a day that lies ahead, as in 2027-02-15, or leave it empty and say in words when.',
      );
    else if (!proposedOn && !words) errors.set('proposedOn', 'Propose a day, or say in words how you go on.');
    if (errors.size > 0) return { ok: false, errors };
    return { ok: true, value: { state: 'accepted', proposedOn: proposedOn || null, words: words || null } };
  }
  if (form.answer !== 'declined') errors.set('answer', 'Say yes or no.');
  const reason = findReason(decliningReasons, form.reason);
  if (form.answer === 'declined' && !reason) errors.set('reason', 'Choose why not.');
  if (reason === 'later' && !words && !errors.has('words')) errors.set('words', 'Say when to ask again.');
  const suggested = reason === 'wrong person' ? readContact(form, memberIds, errors) : null;
  if (errors.size > 0 || !reason || suggested === undefined) return { ok: false, errors };
  return { ok: true, value: { state: 'declined', reason, words: words || null, suggested } };
}

/** Reads the words with which an ask is taken back; none are needed. */
export function parseWithdrawal(form: Readonly<Record<string, string>>): Parsed<AskAnswer> {
  const words = form.words?.trim() ?? '';
  return words.length > longestWords
    ? { ok: false, errors: new Map([['words', `Keep this under ${longestWords} characters.`]]) }
    : { ok: true, value: { state: 'withdrawn', words: words || null } };
}
