import { parseDecimal } from '../parseDecimal.ts';
import { roundedChange } from '../rate.ts';
import { type Ratio, subtractRatio } from '../ratio.ts';
import { roundHalfUp } from '../roundHalfUp.ts';
import type { DashboardRow } from './dashboardRow.ts';
import type { ShownStatus } from './shownStatus.ts';

/**
 * A change by the rules, decimal text. `counts`: the exact change in the rates. `rounding`: means are published
 * rounded, so that their difference is known to 0.1 only: the published change where it lies that near, the
 * difference of the rounded means where it does not or none is published.
 */
export type ShownChange =
  | { readonly value: string; readonly basis: 'counts' | 'rounding' }
  | { readonly value: null; readonly basis: 'none' };

/** The change between two shown statuses; none where either year shows none. */
export function shownChange(row: DashboardRow, current: ShownStatus, prior: ShownStatus): ShownChange {
  if (current.value === null || prior.value === null) return { value: null, basis: 'none' };
  if (current.basis === 'counts' && prior.basis === 'counts') {
    const counts = (year: DashboardRow['current']) => ({
      numerator: year.numerator ?? 0,
      denominator: year.students ?? 0,
    });
    return { value: roundedChange(counts(row.current), counts(row.prior)), basis: 'counts' };
  }
  const difference = subtractRatio(exact(current.value), exact(prior.value));
  const published = row.published.change;
  const near = published !== null && withinATenth(exact(published), difference);
  return { value: near ? published : roundHalfUp(difference, 1), basis: 'rounding' };
}

function withinATenth(a: Ratio, b: Ratio): boolean {
  const { numerator, denominator } = subtractRatio(a, b);
  return numerator * 10n <= denominator && numerator * -10n <= denominator;
}

function exact(text: string): Ratio {
  const value = parseDecimal(text);
  if (!value) throw new Error(`“${text}” is no decimal number`);
  return value;
}
