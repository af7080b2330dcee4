import { type Ratio, ratio, subtractRatio } from './ratio.ts';
import { roundHalfUp } from './roundHalfUp.ts';

/** How many of how many: whole numbers, the denominator above 0. */
export type Counts = { readonly numerator: number; readonly denominator: number };

/** The exact rate `per` 100 (percent) or 1000. Throws a RangeError on anything but whole numbers above 0. */
export function rate(counts: Counts, per = 100): Ratio {
  return ratio(BigInt(per) * BigInt(counts.numerator), counts.denominator);
}

/** The rate as it is published: decimal text, halves away from zero. */
export function roundedRate(counts: Counts, decimals = 1, per = 100): string {
  return roundHalfUp(rate(counts, per), decimals);
}

/**
 * The change in a rate as the Dashboard publishes it: the rounded difference of the unrounded rates, never the
 * difference of the rounded ones (which is wrong in 20-30 % of published rows).
 */
export function roundedChange(current: Counts, prior: Counts, decimals = 1, per = 100): string {
  return roundHalfUp(subtractRatio(rate(current, per), rate(prior, per)), decimals);
}
