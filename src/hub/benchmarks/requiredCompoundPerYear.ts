import type { DatedValue } from './pace.ts';

/**
 * The yearly change in percent of itself that leads from the latest result to the target: 100 ((T / L)^(1 / years)
 * - 1), negative for a fall. `null` where growth by a share means nothing: a value that is zero or negative (distance
 * from standard), or no year left.
 */
export function requiredCompoundPerYear(latest: DatedValue, target: DatedValue): number | null {
  const years = target.year - latest.year;
  if (!(years > 0 && latest.value > 0 && target.value > 0)) return null;
  return 100 * ((target.value / latest.value) ** (1 / years) - 1);
}
