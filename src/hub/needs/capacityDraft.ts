import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { type Contact, readContact } from './contactDraft.ts';
import { lastDayOf, type Term, termName } from './term.ts';

/** What can be given, or is asked for: visits to host and hours for calls. */
export type Amount = { readonly visits: number; readonly hours: number };

/** What a district offers in one focus area and term, as a person filled it in. */
export type CapacityDraft = Amount & {
  readonly contact: Contact;
  /** Calendar date after which nobody should ask any more. */
  readonly until: string;
  readonly words: string | null;
};

type CapacityContext = {
  readonly term: Term;
  readonly memberIds: readonly string[];
  /** What is asked for or accepted already. */
  readonly used: Amount;
  /** Calendar date. */
  readonly today: string;
};

const most = { visits: 50, hours: 500 };
const longestWords = 300;

/** Reads an offer, or says field by field what is not right. No less can be offered than is promised already. */
export function parseCapacityDraft(
  form: Readonly<Record<string, string>>,
  { term, memberIds, used, today }: CapacityContext,
): Parsed<CapacityDraft> {
  const errors = new Map<string, string>();
  const visits = readCount(form.visits, most.visits, 'visits', errors);
  const hours = readCount(form.hours, most.hours, 'hours', errors);
  if (visits !== undefined && visits < used.visits) errors.set('visits', keptPromise(used.visits, 'visit'));
  if (hours !== undefined && hours < used.hours) errors.set('hours', keptPromise(used.hours, 'hour'));
  const contact = readContact(form, memberIds, errors);
  const until = form.until?.trim() ?? '';
  const untilError = whyNoSuchDay(until, today, term);
  if (untilError) errors.set('until', untilError);
  const words = form.words?.trim() ?? '';
  if (words.length > longestWords) errors.set('words', `Keep this under ${longestWords} characters.`);
  if (errors.size > 0 || visits === undefined || hours === undefined || !contact)
    return { ok: false, errors };
  return { ok: true, value: { visits, hours, contact, until, words: words || null } };
}

/** Whether a text is a day of the calendar: `2027-02-30` is none. */
export function isCalendarDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function whyNoSuchDay(until: string, today: string, term: Term): string | undefined {
  if (!isCalendarDate(until)) return 'Give the day until which others may ask, as in 2027-03-31.';
  if (until < today) return 'This day is over: give one that lies ahead.';
  if (until > lastDayOf(term))
    return `The term of ${termName(term)} ends on ${lastDayOf(term)}: give no later day.`;
  return undefined;
}

function readCount(
  text: string | undefined,
  largest: number,
  field: 'visits' | 'hours',
  errors: Map<string, string>,
): number | undefined {
  const written = text?.trim() || '0';
  if (!/^\d{1,4}$/.test(written)) errors.set(field, 'Write a whole number, such as 2.');
  else if (Number(written) > largest) errors.set(field, `That is more than ${largest} in a term.`);
  else return Number(written);
  return undefined;
}

function keptPromise(used: number, one: string): string {
  return `${used} ${one}${used === 1 ? ' is' : 's are'} asked for or accepted already: offer at least that many, or decline those asks first.`;
}
