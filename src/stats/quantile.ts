/**
 * The value below which the share `p` of the numbers lies, in their own unit: type 7 of Hyndman & Fan (1996),
 * "Sample quantiles in statistical packages", linear between order statistics at position (n - 1) p. It is the
 * default of R and numpy. The order of the numbers does not matter; they are not changed.
 *
 * Throws a RangeError on no numbers, on one that is no number, and on a share outside [0, 1].
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a share lies between 0 and 1, not ${p}`);
  if (values.length === 0) throw new RangeError('a quantile needs at least one number');
  const numbers = Float64Array.from(values);
  if (numbers.some(Number.isNaN)) throw new RangeError('a quantile of NaN is not defined');
  const position = (numbers.length - 1) * p;
  const rank = Math.floor(position);
  const below = placeRank(numbers, rank);
  if (position === rank) return below;
  const above = numbers.subarray(rank + 1).reduce((least, value) => Math.min(least, value), Infinity);
  return below === above ? below : below + (position - rank) * (above - below);
}

/** Hoare's FIND: afterwards the number of that rank stands at its place, none smaller behind it. */
function placeRank(numbers: Float64Array, rank: number): number {
  let left = 0;
  let right = numbers.length - 1;
  while (left < right) {
    const pivot = numbers[(left + right) >>> 1] as number;
    let i = left;
    let j = right;
    while (i <= j) {
      while ((numbers[i] as number) < pivot) i++;
      while ((numbers[j] as number) > pivot) j--;
      if (i > j) break;
      const swapped = numbers[i] as number;
      numbers[i++] = numbers[j] as number;
      numbers[j--] = swapped;
    }
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else break;
  }
  return numbers[rank] as number;
}
