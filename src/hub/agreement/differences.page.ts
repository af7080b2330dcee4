import {
  grantPartNames,
  grantParts,
  grantTitle,
  measureNames,
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
  const shared = sharedMeasures(earlier, later);
  const was = new Map(saidIn(earlier, shared, names).map((one) => [one.key, one]));
  const is = saidIn(later, shared, names);
  const gone = [...was.values()].filter(({ key }) => !is.some((one) => one.key === key));
  return [
    ...is
      .map(({ key, title, says }) => ({ title, was: was.get(key)?.says ?? null, is: says }))
      .filter((one) => one.was !== one.is),
    ...gone.map(({ title, says }) => ({ title, was: says, is: null })),
  ];
}

/** Of each grant in both versions, the measures that both name. */
function sharedMeasures(earlier: Terms, later: Terms): ReadonlyMap<string, readonly string[]> {
  return new Map(
    later.grants.flatMap(({ id, measures }) => {
      const before = earlier.grants.find((one) => one.id === id);
      return before ? [[id, before.measures.filter((one) => measures.includes(one))] as const] : [];
    }),
  );
}

/**
 * The clauses, with a grant that both versions have taken apart: a reader sees the part that changed, and each measure
 * that only one of them names.
 */
function saidIn(terms: Terms, shared: ReadonlyMap<string, readonly string[]>, names: ShortNames): Said[] {
  return wordedClauses(terms, names).flatMap((clause) => {
    const grant = terms.grants.find(({ id }) => clause.key === `grant ${id}`);
    const inBoth = grant && shared.get(grant.id);
    if (!grant || !inBoth) return [clause];
    const parts = grantParts(grant);
    return [
      ...measureNames(grant.measures.filter((id) => !inBoth.includes(id))).map((name) => ({
        key: `${clause.key} ${name}`,
        title: grantTitle(grant, names),
        says: name,
      })),
      ...grantPartNames.map(([part, called]) => ({
        key: `${clause.key} ${part}`,
        title: `${grantTitle(grant, names)}: ${called}`,
        says: parts[part],
      })),
    ];
  });
}
