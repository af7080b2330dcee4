import { type FocusAreaId, focusAreas } from '../../vocabulary/partnership.ts';
import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import {
  type ClosingReasonId,
  closingReasons,
  findReason,
  type NeedReasonId,
  needReasons,
} from './needReasons.ts';

type Form = Readonly<Record<string, string>>;

/** How a person words a need, and who owns it. */
export type NeedWording = {
  readonly wording: string;
  readonly focusArea: FocusAreaId;
  readonly ownerId: string;
};

/** A need as it is confirmed; `reason` where the figures do not call it one. */
export type NeedDraft = NeedWording & {
  readonly reason: NeedReasonId | null;
  readonly words: string | null;
};

/** A change of a need, with why. */
export type NeedChange = NeedWording & { readonly words: string };

export type NeedClosing = {
  readonly reason: ClosingReasonId;
  readonly words: string | null;
  readonly mergedInto: string | null;
};

export const longestWording = 300;
export const longestWords = 1000;

type WordingContext = {
  /** Ids of the people of the district: one of them owns the need. */
  readonly owners: readonly string[];
};

/** Reads what a new need says; `isCalledNeed` whether the figures call it one. */
export function parseNeedDraft(
  form: Form,
  { owners, isCalledNeed }: WordingContext & { readonly isCalledNeed: boolean },
): Parsed<NeedDraft> {
  const errors = new Map<string, string>();
  const wording = readWording(form, owners, errors);
  const reason = isCalledNeed ? null : findReason(needReasons, form.reason);
  if (reason === undefined)
    errors.set('reason', 'The figures do not call this a need: choose why it is one.');
  const words = readWords(form, errors);
  if (!isCalledNeed && reason !== undefined && !words && !errors.has('words'))
    errors.set('words', 'Say in your own words why it is a need: the partner reads it.');
  if (errors.size > 0 || !wording || reason === undefined) return { ok: false, errors };
  return { ok: true, value: { ...wording, reason, words } };
}

/** Reads a change of a need. `was` is how it stands: a change that changes nothing is refused. */
export function parseNeedChange(
  form: Form,
  { owners }: WordingContext,
  was: NeedWording,
): Parsed<NeedChange> {
  const errors = new Map<string, string>();
  const wording = readWording(form, owners, errors);
  const words = readWords(form, errors);
  if (!words && !errors.has('words'))
    errors.set('words', 'Say why it changes: the partner reads it, and the old wording stays.');
  if (
    wording &&
    wording.wording === was.wording &&
    wording.focusArea === was.focusArea &&
    wording.ownerId === was.ownerId
  )
    errors.set('wording', 'Nothing is different from how it stands.');
  if (errors.size > 0 || !wording || !words) return { ok: false, errors };
  return { ok: true, value: { ...wording, words } };
}

/** Reads why a need is closed. `others` are the ids of the district's other open needs, into which it may be merged. */
export function parseNeedClosing(form: Form, others: readonly string[]): Parsed<NeedClosing> {
  const errors = new Map<string, string>();
  const reason = findReason(closingReasons, form.reason);
  if (!reason) errors.set('reason', 'Choose why the need is closed.');
  const words = readWords(form, errors);
  if (reason === 'other' && !words && !errors.has('words'))
    errors.set('words', 'Say in your own words why it is closed.');
  const mergedInto = reason === 'merged' ? others.find((id) => id === form.mergedInto) : null;
  if (mergedInto === undefined)
    errors.set(
      'mergedInto',
      others.length > 0
        ? 'Choose the need it becomes part of.'
        : 'Your district has no other open need it could become part of.',
    );
  if (errors.size > 0 || !reason || mergedInto === undefined) return { ok: false, errors };
  return { ok: true, value: { reason, words, mergedInto } };
}

/** Reads why a need is opened again. */
export function parseReopening(form: Form): Parsed<string> {
  const errors = new Map<string, string>();
  const words = readWords(form, errors);
  if (!words && !errors.has('words')) errors.set('words', 'Say why it is opened again.');
  return words && errors.size === 0 ? { ok: true, value: words } : { ok: false, errors };
}

function readWording(
  form: Form,
  owners: readonly string[],
  errors: Map<string, string>,
): NeedWording | undefined {
  const wording = form.wording?.trim() ?? '';
  if (!wording) errors.set('wording', 'Say in your own words what you need.');
  else if (wording.length > longestWording)
    errors.set('wording', `Keep the wording under ${longestWording} characters.`);
  const focusArea = focusAreas.find((area) => area.id === form.focusArea)?.id;
  if (!focusArea) errors.set('focusArea', 'Choose a focus area.');
  const ownerId = owners.find((id) => id === form.owner);
  if (!ownerId) errors.set('owner', 'Choose who owns the need: somebody of your district.');
  return focusArea && ownerId ? { wording, focusArea, ownerId } : undefined;
}

function readWords(form: Form, errors: Map<string, string>): string | null {
  const words = form.words?.trim() ?? '';
  if (words.length > longestWords) errors.set('words', `Keep this under ${longestWords} characters.`);
  return words || null;
}
