import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { longestWords } from './needDraft.ts';
import { findReason, type UnfairReasonId, unfairReasons } from './needReasons.ts';

export type ComparisonNoteDraft = { readonly reason: UnfairReasonId; readonly words: string };

/** Reads "this comparison is unfair because". */
export function parseComparisonNote(form: Readonly<Record<string, string>>): Parsed<ComparisonNoteDraft> {
  const errors = new Map<string, string>();
  const reason = findReason(unfairReasons, form.reason);
  if (!reason) errors.set('reason', 'Choose why the comparison is unfair.');
  const words = form.words?.trim() ?? '';
  if (!words) errors.set('words', 'Say in your own words why: the note stays with the comparison.');
  else if (words.length > longestWords) errors.set('words', `Keep this under ${longestWords} characters.`);
  return reason && errors.size === 0 ? { ok: true, value: { reason, words } } : { ok: false, errors };
}
