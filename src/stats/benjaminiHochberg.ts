export type DiscoveryControl = {
  /** In the order given: the smallest level at which each would be called. */
  readonly adjusted: readonly number[];
  /** Which are called at the level asked for. */
  readonly called: readonly boolean[];
};

/**
 * Which of many p-values to call when, of all calls, no more than a share `level` shall be false on average. The i-th
 * smallest of m is adjusted to the least of m p / j over j >= i, at most 1, and called when that is `level` or less.
 * Y. Benjamini & Y. Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300; the same numbers as R's
 * `p.adjust`. It holds for independent tests and for those that rise together (Benjamini & Yekutieli 2001), such as
 * groups of one district that share their students.
 *
 * Throws a RangeError on a p-value outside [0, 1] and a level outside (0, 1).
 */
export function benjaminiHochberg(pValues: readonly number[], level: number): DiscoveryControl {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, not ${level}`);
  for (const p of pValues)
    if (!(p >= 0 && p <= 1)) throw new RangeError(`a p-value lies between 0 and 1, not ${p}`);
  const count = pValues.length;
  const largestFirst = [...pValues.keys()].sort((a, b) => (pValues[b] as number) - (pValues[a] as number));
  const adjusted = pValues.map(() => 1);
  let least = 1;
  for (const [above, position] of largestFirst.entries()) {
    least = Math.min(least, (count / (count - above)) * (pValues[position] as number));
    adjusted[position] = least;
  }
  return { adjusted, called: adjusted.map((value) => value <= level) };
}
