import { schoolYearName } from '../../vocabulary/schoolYear.ts';

/** Half a school year: fall is July to December, spring January to June. */
export type Term = { readonly schoolYear: number; readonly season: 'fall' | 'spring' };

/** The term that a day lies in. */
export function termOn(day: Date): Term {
  const year = day.getUTCFullYear();
  return day.getUTCMonth() >= 6
    ? { schoolYear: year + 1, season: 'fall' }
    : { schoolYear: year, season: 'spring' };
}

/** The term after another. */
export function nextTerm({ schoolYear, season }: Term): Term {
  return season === 'fall'
    ? { schoolYear, season: 'spring' }
    : { schoolYear: schoolYear + 1, season: 'fall' };
}

/** So many terms, the given one first. */
export function termsFrom(first: Term, count: number): Term[] {
  const terms: Term[] = [];
  for (let term = first; terms.length < count; term = nextTerm(term)) terms.push(term);
  return terms;
}

/** Negative when `a` lies before `b`, 0 when they are the same term. */
export function compareTerms(a: Term, b: Term): number {
  return a.schoolYear - b.schoolYear || Number(a.season === 'spring') - Number(b.season === 'spring');
}

/** The last day of a term as a calendar date. */
export function lastDayOf({ schoolYear, season }: Term): string {
  return season === 'fall' ? `${schoolYear - 1}-12-31` : `${schoolYear}-06-30`;
}

/** `2027-spring`: a term in an address or a form. */
export function termKey({ schoolYear, season }: Term): string {
  return `${schoolYear}-${season}`;
}

export function parseTermKey(text: string): Term | undefined {
  const match = /^(20\d{2})-(fall|spring)$/.exec(text);
  return match ? { schoolYear: Number(match[1]), season: match[2] as Term['season'] } : undefined;
}

/** `Spring 2026-27`, where a term begins a line or a heading. */
export function termTitle(term: Term): string {
  return `${term.season === 'fall' ? 'Fall' : 'Spring'} ${schoolYearName(term.schoolYear)}`;
}

/** `spring 2026-27`, inside a sentence. */
export function termName({ schoolYear, season }: Term): string {
  return `${season} ${schoolYearName(schoolYear)}`;
}
