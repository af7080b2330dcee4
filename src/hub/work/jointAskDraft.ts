import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { readDay, readWords } from './formFields.ts';
import { type PartnerAnswerId, partnerAnswers } from './partnerAnswers.ts';

type Form = Readonly<Record<string, string>>;

/** What an external partner said, written down by a district. */
export type PartnerAnswerDraft = {
  readonly partnerId: string;
  readonly answer: PartnerAnswerId;
  readonly answeredOn: string;
  readonly words: string | null;
};

export function parseWording(form: Form): Parsed<string> {
  const errors = new Map<string, string>();
  const wording = readWords(
    form,
    'wording',
    errors,
    'Say what you ask of the partner, as they will read it.',
  );
  return wording && errors.size === 0 ? { ok: true, value: wording } : { ok: false, errors };
}

/** Reads the day on which the joint ask was sent: none that lies ahead of `today`. */
export function parseSending(form: Form, today: string): Parsed<string> {
  const errors = new Map<string, string>();
  const sentOn = readDay(form, 'sentOn', errors);
  if (sentOn && sentOn > today) errors.set('sentOn', 'This day lies ahead: write it down once it is sent.');
  return sentOn && errors.size === 0 ? { ok: true, value: sentOn } : { ok: false, errors };
}

/** Reads a partner's answer. It cannot be older than the ask, nor lie ahead. */
export function parsePartnerAnswer(
  form: Form,
  { partnerIds, sentOn, today }: { partnerIds: readonly string[]; sentOn: string; today: string },
): Parsed<PartnerAnswerDraft> {
  const errors = new Map<string, string>();
  const partnerId = partnerIds.find((id) => id === form.partner);
  if (!partnerId) errors.set('partner', 'Choose which partner answered.');
  const answer = partnerAnswers.find(({ id }) => id === form.answer)?.id;
  if (!answer) errors.set('answer', 'Choose what they said.');
  const answeredOn = readDay(form, 'answeredOn', errors);
  if (answeredOn && answeredOn > today) errors.set('answeredOn', 'This day lies ahead.');
  else if (answeredOn && answeredOn < sentOn) errors.set('answeredOn', 'This is before the ask was sent.');
  const words = readWords(form, 'words', errors, null);
  if (errors.size > 0 || !partnerId || !answer || !answeredOn) return { ok: false, errors };
  return { ok: true, value: { partnerId, answer, answeredOn, words } };
}
