import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { findReason } from '../needs/needReasons.ts';
import { parseDay } from '../work/parseDay.ts';
import {
  type DroppingReasonId,
  droppingReasons,
  type MovingReasonId,
  movingReasons,
} from './commitmentReasons.ts';
import { type NamedPerson, readNamedPerson } from './namedPerson.ts';

type Form = Readonly<Record<string, string>>;

export const longestPromise = 300;
export const longestReason = 1000;

/** A promise as somebody wrote it down. */
export type CommitmentDraft = {
  readonly what: string;
  readonly due: string;
  readonly owner: NamedPerson;
  readonly deputy: NamedPerson | null;
  readonly engagementId: string | null;
  readonly benchmarkId: string | null;
  readonly contactId: string | null;
};

export type DraftContext = {
  /** The people of the district that promises. */
  readonly members: readonly NamedPerson[];
  readonly engagementIds: readonly string[];
  readonly benchmarkIds: readonly string[];
  readonly contactIds: readonly string[];
  /** Calendar date. */
  readonly today: string;
};

/** Reads a new promise, or says field by field what is not right. `field` names the form's fields where a page has several promises. */
export function parseCommitmentDraft(
  form: Form,
  context: DraftContext,
  field: (name: string) => string = (name) => name,
): Parsed<CommitmentDraft> {
  const errors = new Map<string, string>();
  const what = readPromise(form[field('what')], field('what'), errors);
  const due = readAhead(form[field('due')], context.today, field('due'), errors);
  const owner = readNamedPerson(form, field('owner'), context.members, errors);
  if (owner === null) errors.set(field('owner'), 'Choose who does it, or name somebody with a mail address.');
  const deputy = readDeputy(form, field('deputy'), context.members, owner ?? null, errors);
  const engagementId = readLink(form, field('engagement'), context.engagementIds, 'engagement', errors);
  const benchmarkId = readLink(form, field('benchmark'), context.benchmarkIds, 'benchmark', errors);
  const contactId = readLink(form, field('contact'), context.contactIds, 'contact', errors);
  if (errors.size > 0 || !what || !due || !owner || deputy === undefined) return { ok: false, errors };
  return { ok: true, value: { what, due, owner, deputy, engagementId, benchmarkId, contactId } };
}

/** One act on a commitment, and what was said with it. */
export type CommitmentStep =
  | { readonly step: 'worded'; readonly what: string; readonly words: string | null }
  | { readonly step: 'done'; readonly doneOn: string; readonly words: string | null }
  | { readonly step: 'moved'; readonly due: string; readonly reason: MovingReasonId; readonly words: string }
  | {
      readonly step: 'handed over';
      readonly owner: NamedPerson;
      readonly deputy: NamedPerson | null;
      readonly words: string | null;
    }
  | { readonly step: 'dropped'; readonly reason: DroppingReasonId; readonly words: string }
  | { readonly step: 'reopened'; readonly due: string; readonly words: string };
export type StepOf<Id extends CommitmentStep['step']> = Extract<CommitmentStep, { readonly step: Id }>;

/** Reads that it is done; without a day it was done today. */
export function parseDone(form: Form, today: string): Parsed<StepOf<'done'>> {
  const errors = new Map<string, string>();
  const words = readWords(form, errors);
  const written = form.doneOn?.trim() || today;
  const parsed = parseDay(written);
  if (!parsed.ok) errors.set('doneOn', parsed.message);
  else if (parsed.day > today)
    errors.set('doneOn', 'This day lies ahead: give the day on which it was done.');
  if (errors.size > 0 || !parsed.ok) return { ok: false, errors };
  return { ok: true, value: { step: 'done', doneOn: parsed.day, words } };
}

/** Reads another day and why. `due` is the day until now. */
export function parseMove(
  form: Form,
  { due, today }: { due: string; today: string },
): Parsed<StepOf<'moved'>> {
  const errors = new Map<string, string>();
  const day = readAhead(form.due, today, 'due', errors);
  if (day === due) errors.set('due', 'This is the day it is due already: give another.');
  const reason = findReason(movingReasons, form.reason);
  if (!reason) errors.set('reason', 'Choose why the day moves.');
  const words = needWords(form, errors, 'Say why in a sentence: the partner is told.');
  if (errors.size > 0 || !day || !reason || !words) return { ok: false, errors };
  return { ok: true, value: { step: 'moved', due: day, reason, words } };
}

/** Reads who does it from now on. `owner` is who did until now. */
export function parseHandOver(
  form: Form,
  { members, owner }: { readonly members: readonly NamedPerson[]; readonly owner: NamedPerson },
): Parsed<StepOf<'handed over'>> {
  const errors = new Map<string, string>();
  const next = readNamedPerson(form, 'owner', members, errors);
  if (next === null) errors.set('owner', 'Choose who does it from now on.');
  else if (next?.email === owner.email)
    errors.set('owner', `${owner.name} has it already: choose somebody else.`);
  const deputy = readDeputy(form, 'deputy', members, next ?? null, errors);
  const words = readWords(form, errors);
  if (errors.size > 0 || !next || deputy === undefined) return { ok: false, errors };
  return { ok: true, value: { step: 'handed over', owner: next, deputy, words } };
}

export function parseDrop(form: Form): Parsed<StepOf<'dropped'>> {
  const errors = new Map<string, string>();
  const reason = findReason(droppingReasons, form.reason);
  if (!reason) errors.set('reason', 'Choose why it is dropped.');
  const words = needWords(form, errors, 'Say why in a sentence: the partner is told.');
  if (errors.size > 0 || !reason || !words) return { ok: false, errors };
  return { ok: true, value: { step: 'dropped', reason, words } };
}

/** Reads that it is taken up again, with a new day. */
export function parseReopened(form: Form, today: string): Parsed<StepOf<'reopened'>> {
  const errors = new Map<string, string>();
  const due = readAhead(form.due, today, 'due', errors);
  const words = needWords(form, errors, 'Say why it is taken up again.');
  if (errors.size > 0 || !due || !words) return { ok: false, errors };
  return { ok: true, value: { step: 'reopened', due, words } };
}

function readPromise(
  text: string | undefined,
  field: string,
  errors: Map<string, string>,
): string | undefined {
  const what = text?.trim() ?? '';
  if (!what) errors.set(field, 'Say in your own words what is promised.');
  else if (what.length > longestPromise) errors.set(field, `Keep it under ${longestPromise} characters.`);
  return errors.has(field) ? undefined : what;
}

function readAhead(
  text: string | undefined,
  today: string,
  field: string,
  errors: Map<string, string>,
): string | undefined {
  const parsed = parseDay(text ?? '');
  if (!parsed.ok) errors.set(field, parsed.message);
  else if (parsed.day < today) errors.set(field, 'This day is over: give one that lies ahead.');
  else return parsed.day;
  return undefined;
}

function readDeputy(
  form: Form,
  prefix: string,
  members: readonly NamedPerson[],
  owner: NamedPerson | null,
  errors: Map<string, string>,
): NamedPerson | null | undefined {
  const deputy = readNamedPerson(form, prefix, members, errors);
  if (deputy && deputy.email === owner?.email)
    errors.set(prefix, 'Owner and deputy are the same person: choose two, or leave the deputy empty.');
  return deputy;
}

function readLink(
  form: Form,
  field: string,
  ids: readonly string[],
  what: string,
  errors: Map<string, string>,
): string | null {
  const written = form[field]?.trim() ?? '';
  if (!written) return null;
  const id = ids.find((one) => one === written);
  if (!id) errors.set(field, `There is no such ${what} any more: choose another.`);
  return id ?? null;
}

function readWords(form: Form, errors: Map<string, string>): string | null {
  const words = form.words?.trim() ?? '';
  if (words.length > longestReason) errors.set('words', `Keep this under ${longestReason} characters.`);
  return words || null;
}

function needWords(form: Form, errors: Map<string, string>, sentence: string): string | null {
  const words = readWords(form, errors);
  if (!words) errors.set('words', sentence);
  return words;
}
