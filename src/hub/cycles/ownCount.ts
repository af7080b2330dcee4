import { formatPercent } from '../../vocabulary/formatNumber.ts';
import type { OwnCount } from './cycle.ts';

/** A count of fewer students is neither kept nor shown; an agreement may raise it, never lower it. */
export const fewestStudents = 11;

/** What is kept of a typed count: nothing but that they were too few, where they were. */
export function keptCount(
  counted: string | null,
  typed: { readonly numerator: number; readonly n: number } | null,
  fewest: number,
): OwnCount {
  if (typed === null) return { counted, numerator: null, n: null, tooFew: false };
  return typed.n < Math.max(fewest, fewestStudents)
    ? { counted, numerator: null, n: null, tooFew: true }
    : { counted, ...typed, tooFew: false };
}

/**
 * A count as both districts read it: a whole percent of so many students. All or none of them would say something of each one, so
 * that the ends are ranges.
 */
export function ownCountText({ numerator, n, tooFew }: OwnCount): string | undefined {
  if (tooFew) return 'Too few to show';
  if (numerator === null || n === null) return undefined;
  const share = (100 * numerator) / n;
  const end = Math.ceil(Math.max(5, 100 / n));
  if (share <= end) return `${formatPercent(end, 0)} or less of ${n} students`;
  if (share >= 100 - end) return `${formatPercent(100 - end, 0)} or more of ${n} students`;
  return `${formatPercent(share.toFixed(4), 0)} of ${n} students`;
}
