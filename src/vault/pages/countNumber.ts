import { samplingVarianceOfPercent } from '../../stats/samplingVariance.ts';
import type { Unit } from '../../vocabulary/measure.ts';
import type { CountRow } from '../measuring/measureTable.ts';

/** What a count comes to, as a number to place a mark by; null where there is nothing to divide by. */
export function countNumber({ numerator, n, sum, denominator }: CountRow, unit: Unit): number | null {
  if (numerator !== null) return n === 0 ? null : ((unit === 'per thousand' ? 1000 : 100) * numerator) / n;
  if (denominator !== null)
    return Number(denominator) === 0 ? null : (100 * Number(sum)) / Number(denominator);
  return n === 0 ? null : Number(sum) / n;
}

/** The 95 % interval of a share by chance in who sat there, in percent; null for what is no share in percent. */
export function countInterval(
  { numerator, n }: CountRow,
  unit: Unit,
): { readonly low: number; readonly high: number } | null {
  if (numerator === null || unit !== 'percent' || n === 0 || numerator > n) return null;
  const half = 1.96 * Math.sqrt(samplingVarianceOfPercent(numerator, n));
  const value = (100 * numerator) / n;
  return { low: Math.max(0, value - half), high: Math.min(100, value + half) };
}
