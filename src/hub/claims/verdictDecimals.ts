import type { Verdict } from './verdict.ts';

/**
 * How many decimals a verdict's numbers are told with: as many as show the standard error with two digits, and more
 * where an interval that leaves out zero would seem to reach it. Without a standard error, three digits of the estimate.
 */
export function verdictDecimals({ estimate, standardError, interval }: Verdict): number {
  const decimals = standardError === null ? digits(estimate, 3) : digits(standardError, 2);
  if (!interval || (interval[0] <= 0 && interval[1] >= 0)) return decimals;
  const nearer = Math.min(Math.abs(interval[0]), Math.abs(interval[1]));
  return Math.max(decimals, digits(nearer, 1));
}

/** Decimals that show a number with so many digits; 0 to 12. */
function digits(value: number, wanted: number): number {
  if (value === 0) return 0;
  const rounded = Number(Math.abs(value).toPrecision(wanted));
  return Math.min(12, Math.max(0, wanted - 1 - Math.floor(Math.log10(rounded))));
}
