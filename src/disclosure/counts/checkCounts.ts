import { isPartOfN } from './sharedStudents.ts';
import { type CountedTable, sliceKey } from './countedTable.ts';

/**
 * Throws RangeError, one sentence, for a table that contradicts itself: a slice given twice, a count that is negative
 * or no whole number, a numerator greater than its n or missing from a rate.
 */
export function checkCounts({ measure, schoolYear, counts, slices }: CountedTable): void {
  const seen = new Set<string>();
  for (const slice of slices) {
    const what = `${measure} ${schoolYear}, ${slice.place} ${slice.grade} ${slice.group}`;
    const key = sliceKey(slice);
    if (seen.has(key)) throw new RangeError(`${what} is given twice`);
    seen.add(key);
    const { n, numerator } = slice;
    if (!Number.isInteger(n) || n < 1)
      throw new RangeError(`${what}: n must be a whole number of at least 1`);
    if (counts !== 'rate') continue;
    if (numerator === null) throw new RangeError(`${what}: a rate needs a numerator`);
    if (!Number.isInteger(numerator) || numerator < 0)
      throw new RangeError(`${what}: its numerator must be a whole number of at least 0`);
    if (numerator > n && isPartOfN(measure))
      throw new RangeError(`${what}: its numerator is greater than its n`);
  }
}
