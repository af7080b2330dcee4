import { parseDecimal } from '../../measures/parseDecimal.ts';
import { roundedRate } from '../../measures/rate.ts';
import { ratio } from '../../measures/ratio.ts';
import { measureById } from '../../measures/registry.ts';
import { roundHalfUp } from '../../measures/roundHalfUp.ts';
import type { CountRow } from './measureTable.ts';

/**
 * A count's figure as decimal text in its measure's own unit and decimals, a share in at least one: rounded once, from the
 * exact counts, halves away from zero. Throws a RangeError where there is nothing to divide by.
 */
export function countFigure(count: Omit<CountRow, 'year'>): string {
  const { unit, decimals } = measureById(count.measure);
  if (count.numerator !== null) {
    const counts = { numerator: count.numerator, denominator: count.n };
    return roundedRate(counts, decimals === 0 ? 1 : decimals, unit === 'per thousand' ? 1000 : 100);
  }
  if (count.sum === null) throw new RangeError(`a count of ${count.measure} has neither numerator nor sum`);
  const above = parseDecimal(count.sum);
  const below = parseDecimal(count.denominator ?? String(count.n));
  if (!above || !below) throw new RangeError('a sum of the vault is no decimal number');
  const times = count.denominator === null ? 1n : 100n;
  const exact = ratio(times * above.numerator * below.denominator, above.denominator * below.numerator);
  return roundHalfUp(exact, decimals);
}
