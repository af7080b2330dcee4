import { measures } from '../../measures/registry.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { GrantClause, Terms } from './terms.ts';

/** A clause: what it is about, and what it says. `key` is the same clause's in every version. */
export type WordedClause = { readonly key: string; readonly title: string; readonly says: string };

/** Short names of the districts by their codes. */
export type ShortNames = ReadonlyMap<string, string>;

/** Everything the terms say, clause by clause, in words that both districts read. */
export function wordedClauses(terms: Terms, names: ShortNames): WordedClause[] {
  return [
    { key: 'title', title: 'Called', says: terms.title },
    {
      key: 'term',
      title: 'Term',
      says: `From ${formatDate(terms.validFrom)} to ${formatDate(terms.validUntil)}.`,
    },
    ...terms.grants.map((clause) => ({
      key: `grant ${clause.id}`,
      title: grantTitle(clause, names),
      says: grantSentence(clause),
    })),
    { key: 'exit', title: 'At the end', says: exitSentence(terms) },
    {
      key: 'review',
      title: 'Review',
      says: terms.reviewOn
        ? `The districts look at this agreement together by ${formatDate(terms.reviewOn)}.`
        : 'No day is set on which the districts look at it together.',
    },
    { key: 'words', title: 'Besides', says: terms.words || 'Nothing besides.' },
  ];
}

/** `12 measures of the district and its schools, 2023-24 to 2026-27, of groups of 11 students or more …` */
export function grantSentence(clause: GrantClause): string {
  const { measures, places, years, smallestGroup, embargo, publication } = grantParts(clause);
  return `${measures} ${places}, ${years}, ${smallestGroup}, ${embargo}. ${publication}.`;
}

/** What a grant says, part by part. */
export function grantParts(clause: GrantClause): Readonly<Record<GrantPart, string>> {
  const { measures, scope, firstYear, lastYear, smallestGroup, embargoDays: days, publication } = clause;
  return {
    measures: measuresText(measures),
    places: `of the district ${scope === 'schools' ? 'and its schools' : 'as a whole, no school by itself'}`,
    years:
      firstYear === lastYear
        ? schoolYearName(firstYear)
        : `${schoolYearName(firstYear)} to ${schoolYearName(lastYear)}`,
    smallestGroup: `of groups of ${smallestGroup} students or more`,
    embargo: days === 0 ? 'at once' : `${days} ${days === 1 ? 'day' : 'days'} after they are made`,
    publication:
      publication === 'never' ? 'Never in public' : 'In public only with consent to each statement',
  };
}

/** The parts of a grant that are told apart when they change, but for its measures. */
export const grantPartNames = [
  ['places', 'places'],
  ['years', 'school years'],
  ['smallestGroup', 'smallest group'],
  ['embargo', 'embargo'],
  ['publication', 'in public'],
] as const;
type GrantPart = 'measures' | (typeof grantPartNames)[number][0];

/** `Fresno shows Long Beach` */
export function grantTitle({ from, to }: GrantClause, names: ShortNames): string {
  return `${nameOf(from, names)} shows ${listed(to.map((cds) => nameOf(cds, names)))}`;
}

/** The short names of measures in the registry's order, whatever order they were ticked in. */
export function measureNames(ids: readonly string[]): string[] {
  return measures.filter(({ id }) => ids.includes(id)).map(({ shortName }) => shortName);
}

function measuresText(ids: readonly string[]): string {
  const names = measureNames(ids);
  // Their own names hold commas.
  const all = names.join('; ');
  return names.length === 1 ? all : `${names.length} measures (${all})`;
}

function exitSentence({ daysSeenAfterEnd: days }: Terms): string {
  const after =
    days === 0
      ? 'What was shared is hidden from the other district on the day after.'
      : `What was shared is seen for ${days} more ${days === 1 ? 'day' : 'days'}, then hidden.`;
  return `${after} Either district may end it earlier, or take one grant back: that hides at once.`;
}

function nameOf(cds: string, names: ShortNames): string {
  return names.get(cds) ?? cds;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
