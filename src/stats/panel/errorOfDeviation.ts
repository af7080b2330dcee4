import { populationDeviation } from './populationDeviation.ts';

/**
 * Standard error of a standard deviation that was computed from independent draws, in the numbers' unit:
 * sqrt((m4 - m2^2) / n) / (2 sqrt(m2)) with central moments m, by the delta method. 0 where the numbers do
 * not vary.
 */
export function errorOfDeviation(numbers: ArrayLike<number>): number {
  const values = Float64Array.from(numbers);
  const deviation = populationDeviation(values);
  if (deviation === 0) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const fourth = values.reduce((sum, value) => sum + (value - mean) ** 4, 0) / values.length;
  return Math.sqrt(Math.max(0, fourth - deviation ** 4) / values.length) / (2 * deviation);
}
