import { daysBetween } from '../../vocabulary/daysBetween.ts';
import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { readDay, readWords } from '../work/formFields.ts';
import {
  type ChoiceId,
  choices,
  decisionReasons,
  objectionReasons,
  type StatementPartId,
  statementParts,
  unlockReasons,
} from './reviewWords.ts';

type Form = Readonly<Record<string, string>>;

export type DecisionDraft = { readonly choice: ChoiceId; readonly reason: string; readonly words: string };
export type AnswerDraft = { readonly agrees: boolean; readonly words: string | null };
export type ConsentDraft = {
  readonly answer: 'consents' | 'objects';
  readonly reason: string | null;
  readonly words: string | null;
};
export type PreviewDraft = {
  readonly statements: readonly { readonly part: StatementPartId; readonly words: string | null }[];
  readonly previewUntil: string;
  readonly embargoUntil: string | null;
};

/** A preview is open for so many days at the least, so that nobody is surprised. */
export const fewestPreviewDays = 3;

export function parseDecision(form: Form): Parsed<DecisionDraft> {
  const errors = new Map<string, string>();
  const choice = choices.find(({ id }) => id === form.choice)?.id;
  if (!choice) errors.set('choice', 'Choose what you propose.');
  const reason = decisionReasons.find(({ id }) => id === form.reason)?.id;
  if (!reason) errors.set('reason', 'Choose the reason nearest to yours.');
  const words = readWords(form, 'words', errors, 'Say why in your own words: the other district reads it.');
  if (errors.size > 0 || !choice || !reason || !words) return { ok: false, errors };
  return { ok: true, value: { choice, reason, words } };
}

export function parseDecisionAnswer(form: Form): Parsed<AnswerDraft> {
  const errors = new Map<string, string>();
  const agrees = form.agrees === 'yes' ? true : form.agrees === 'no' ? false : undefined;
  if (agrees === undefined) errors.set('agrees', 'Say whether your district agrees.');
  const words = readWords(form, 'words', errors, agrees === false ? 'Say why not.' : null);
  if (errors.size > 0 || agrees === undefined) return { ok: false, errors };
  return { ok: true, value: { agrees, words } };
}

export function parseUnlock(form: Form): Parsed<{ readonly reason: string; readonly words: string }> {
  const errors = new Map<string, string>();
  const reason = unlockReasons.find(({ id }) => id === form.reason)?.id;
  if (!reason) errors.set('reason', 'Choose why the pack has to be sealed anew.');
  const words = readWords(form, 'words', errors, 'Say what is wrong with it: both districts read it.');
  if (errors.size > 0 || !reason || !words) return { ok: false, errors };
  return { ok: true, value: { reason, words } };
}

/** Reads what is previewed and until when. Boxes are named `part-ID`; a line for the press has its own words. */
export function parsePreview(form: Form, today: string): Parsed<PreviewDraft> {
  const errors = new Map<string, string>();
  const parts = statementParts.filter(({ id }) => id !== 'press-line' && form[`part-${id}`] !== undefined);
  const pressLine = readWords(form, 'pressLine', errors, null);
  if (parts.length === 0 && pressLine === null && !errors.has('pressLine'))
    errors.set('part', 'Choose what would be said in public, or write a line for the press.');
  const previewUntil = readDay(form, 'previewUntil', errors);
  if (previewUntil && daysBetween(today, previewUntil) < fewestPreviewDays)
    errors.set('previewUntil', `A preview is open for at least ${fewestPreviewDays} days.`);
  if (previewUntil && daysBetween(today, previewUntil) > 180)
    errors.set('previewUntil', 'A preview is open for 180 days at the most.');
  const embargoUntil = form.embargoUntil?.trim() ? readDay(form, 'embargoUntil', errors) : null;
  if (errors.size > 0 || !previewUntil || embargoUntil === undefined) return { ok: false, errors };
  const statements = [
    ...parts.map(({ id }) => ({ part: id, words: null })),
    ...(pressLine ? [{ part: 'press-line' as const, words: pressLine }] : []),
  ];
  return { ok: true, value: { statements, previewUntil, embargoUntil } };
}

export function parseConsent(form: Form): Parsed<ConsentDraft> {
  const errors = new Map<string, string>();
  const answer = form.answer === 'consents' || form.answer === 'objects' ? form.answer : undefined;
  if (!answer) errors.set('answer', 'Say whether your district consents.');
  const objects = answer === 'objects';
  const reason = objects ? objectionReasons.find(({ id }) => id === form.reason)?.id : null;
  if (reason === undefined) errors.set('reason', 'Choose why your district objects.');
  const words = readWords(
    form,
    'words',
    errors,
    objects && reason === 'other' ? 'Say in your own words why.' : null,
  );
  if (errors.size > 0 || !answer || reason === undefined) return { ok: false, errors };
  return { ok: true, value: { answer, reason, words } };
}
