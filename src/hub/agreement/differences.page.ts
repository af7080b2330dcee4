import {
  grantPartNames,
  grantParts,
  grantTitle,
  type ShortNames,
  wordedClauses,
} from './clauseWords.page.ts';
import type { Terms } from './terms.ts';

/** One clause, or one part of a grant, in two versions; null where a version does not have it. */
export type ClauseDifference = {
  readonly title: string;
  readonly was: string | null;
  readonly is: string | null;
};

type Said = { readonly key: string; readonly title: string; readonly says: string };

/** What a version says otherwise than an earlier one, in the order of the later; empty: nothing. */
export function differencesOf(earlier: Terms, later: Terms, names: ShortNames): ClauseDifference[] {
  const inBoth = new Set(
    later.grants.filter(({ id }) => earlier.grants.some((one) => one.id === id)).map(({ id }) => id),
  );
  const was = new Map(saidIn(earlier, inBoth, names).map((one) => [one.key, one]));
  const is = saidIn(later, inBoth, names);
  const gone = [...was.values()].filter(({ key }) => !is.some((one) => one.key === key));
  return [
    ...is
      .map(({ key, title, says }) => ({ title, was: was.get(key)?.says ?? null, is: says }))
      .filter((one) => one.was !== one.is),
    ...gone.map(({ title, says }) => ({ title, was: says, is: null })),
  ];
}

/** The clauses, with a grant that both versions have taken apart: a reader sees the part that changed. */
function saidIn(terms: Terms, inBoth: ReadonlySet<string>, names: ShortNames): Said[] {
  return wordedClauses(terms, names).flatMap((clause) => {
    const grant = terms.grants.find(({ id }) => clause.key === `grant ${id}` && inBoth.has(id));
    if (!grant) return [clause];
    const parts = grantParts(grant);
    return (Object.keys(parts) as (keyof typeof parts)[]).map((part) => ({
      key: `${clause.key} ${part}`,
      title: `${grantTitle(grant, names)}: ${grantPartNames[part]}`,
      says: parts[part],
    }));
  });
}
