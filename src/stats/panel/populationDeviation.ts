/**
 * Standard deviation with divisor n, in the numbers' unit: that of a whole population, here of all placebos.
 */
export function populationDeviation(numbers: ArrayLike<number>): number {
  const values = Float64Array.from(numbers);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
