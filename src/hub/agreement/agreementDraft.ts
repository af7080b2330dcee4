import { daysBetween } from '../../vocabulary/daysBetween.ts';
import { countedInVaults } from '../../measures/countedInVaults.ts';
import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import type { GrantClause, Terms } from './terms.ts';

type Form = Readonly<Record<string, string>>;

/** What a person fills in; the rest of the terms follows from where they are. */
export type TermsDraft = Omit<Terms, 'format' | 'agreement' | 'partnership' | 'parties'> & {
  /** What the district says to the other about this version. */
  readonly note: string;
};

export const mostGrants = 6;
const longest = { title: 120, words: 2000, note: 1000 };
const longestTermDays = 5 * 366;

/** A district that signs; `position` names its fields of the form. */
export type SigningParty = { readonly cds: string; readonly position: number };

type Context = {
  readonly parties: readonly SigningParty[];
  readonly today: string;
  /** An id for a grant that is new. */
  readonly newId: () => string;
  /** The grants of the version before: a grant keeps its id as long as its giver does. */
  readonly earlier: readonly GrantClause[];
};

/** Reads the form of an agreement, or says field by field what is not right. */
export function parseAgreementDraft(form: Form, context: Context): Parsed<TermsDraft> {
  const errors = new Map<string, string>();
  const text = (field: keyof typeof longest, missing: string | null) => {
    const value = form[field]?.trim() ?? '';
    if (!value && missing) errors.set(field, missing);
    if (value.length > longest[field]) errors.set(field, `Keep this under ${longest[field]} characters.`);
    return value;
  };
  const title = text('title', 'Give the agreement a title.');
  const words = text('words', null);
  const note = text('note', null);
  const validFrom = readDay(form, 'validFrom', 'the day it begins', errors);
  const validUntil = readDay(form, 'validUntil', 'its last day', errors);
  if (validFrom && validUntil && validUntil < validFrom)
    errors.set('validUntil', 'It cannot end before it begins.');
  else if (validFrom && validUntil && daysBetween(validFrom, validUntil) > longestTermDays)
    errors.set('validUntil', 'Five years at most: renew it then, when both have seen what it did.');
  else if (validUntil && validUntil < context.today)
    errors.set('validUntil', 'That day is past: an agreement cannot have ended before it is signed.');
  const reviewOn = form.reviewOn?.trim() ? readDay(form, 'reviewOn', 'the day of the review', errors) : null;
  if (reviewOn && validFrom && validUntil && (reviewOn < validFrom || reviewOn > validUntil))
    errors.set('reviewOn', 'Choose a day within the term, or leave this empty.');
  const daysSeenAfterEnd = readWhole(form, 'daysSeenAfterEnd', [0, 366], errors);
  const grants = grantNumbers(form).flatMap((n) => readGrants(form, n, context, errors));
  const twice = grants.find((one, i) => grants.findIndex(({ id }) => id === one.id) !== i);
  if (twice) errors.set('grant1-giver', 'Two grants are one and the same: reload the page and try again.');
  if (
    errors.size > 0 ||
    !validFrom ||
    !validUntil ||
    reviewOn === undefined ||
    daysSeenAfterEnd === undefined
  )
    return { ok: false, errors };
  return {
    ok: true,
    value: { title, validFrom, validUntil, grants, daysSeenAfterEnd, reviewOn, words, note },
  };
}

/** 1, 2, … as many as the form holds. */
export function grantNumbers(form: Form): number[] {
  const asked = /^[1-9]$/.test(form.grants ?? '') ? Number(form.grants) : 1;
  return Array.from({ length: Math.min(asked, mostGrants) }, (_, i) => i + 1);
}

/** The grants of one block of the form: one for each district that gives. A block without a giver is left out. */
function readGrants(form: Form, n: number, context: Context, errors: Map<string, string>): GrantClause[] {
  const { parties, earlier, newId } = context;
  const field = (name: string) => `grant${n}-${name}`;
  const giver = form[field('giver')] ?? '';
  if (giver === 'none' && n > 1) return [];
  const givers = giver === 'every' ? parties : parties.filter(({ cds }) => cds === giver);
  if (givers.length === 0) errors.set(field('giver'), 'Say which district shows its figures.');
  const named = countedInVaults.filter(({ id }) => form[field(`measure-${id}`)] === id).map(({ id }) => id);
  if (named.length === 0) errors.set(field('measure'), 'Tick the measures whose figures are shown.');
  const scope = (['district', 'schools'] as const).find((one) => one === form[field('scope')]);
  if (!scope) errors.set(field('scope'), 'Say whether figures of single schools are shown.');
  const publication = (['never', 'with consent'] as const).find((one) => one === form[field('publication')]);
  if (!publication) errors.set(field('publication'), 'Say whether the figures may come into public.');
  const firstYear = readWhole(form, field('firstYear'), [2000, 2100], errors);
  const lastYear = readWhole(form, field('lastYear'), [2000, 2100], errors);
  if (firstYear !== undefined && lastYear !== undefined && lastYear < firstYear)
    errors.set(field('lastYear'), 'The last school year cannot come before the first.');
  const smallestGroup = readWhole(form, field('smallestGroup'), [11, 1000], errors);
  if (smallestGroup === undefined)
    errors.set(field('smallestGroup'), 'Give a whole number, 11 or more: an agreement can only be stricter.');
  const embargoDays = readWhole(form, field('embargoDays'), [0, 366], errors);
  if (
    !scope ||
    !publication ||
    firstYear === undefined ||
    lastYear === undefined ||
    smallestGroup === undefined ||
    embargoDays === undefined
  )
    return [];
  return givers.map(({ cds, position }) => ({
    id: keptId(form[field(`id-${position}`)], cds, earlier) ?? newId(),
    from: cds,
    to: parties.filter((one) => one.cds !== cds).map((one) => one.cds),
    measures: named,
    scope,
    firstYear,
    lastYear,
    smallestGroup,
    embargoDays,
    publication,
  }));
}

function keptId(id: string | undefined, from: string, earlier: readonly GrantClause[]): string | undefined {
  return earlier.find((one) => one.id === id && one.from === from)?.id;
}

function readDay(form: Form, field: string, what: string, errors: Map<string, string>): string | undefined {
  const text = form[field]?.trim() ?? '';
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
  if (isDay && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)) return text;
  errors.set(field, `Give ${what} as year-month-day: 2027-06-30.`);
  return undefined;
}

function readWhole(
  form: Form,
  field: string,
  [least, most]: readonly [number, number],
  errors: Map<string, string>,
): number | undefined {
  const text = form[field]?.trim() ?? '';
  const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  errors.set(field, `Give a whole number from ${least} to ${most}.`);
  return undefined;
}
