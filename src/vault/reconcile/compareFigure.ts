import { parseDecimal } from '../../measures/parseDecimal.ts';
import { type Ratio, ratio, subtractRatio } from '../../measures/ratio.ts';
import { roundHalfUp } from '../../measures/roundHalfUp.ts';
import type { PublicFigure, VaultCount } from './publicFigure.ts';

/**
 * How a count of the vault stands to a published figure.
 * `same`: the counts and the value. `rounding`: the counts, but the value was rounded another way; or the value, where the
 * publisher gives no counts. `counts differ`: the value is the same by its decimals, not the students behind it. `differs`:
 * the value.
 */
export type Comparison = {
  readonly fit: 'same' | 'rounding' | 'counts differ' | 'differs';
  /** The vault's value with the publisher's decimals. */
  readonly value: string;
  /** The vault's exact value less the published one, rounded alike. */
  readonly valueDifference: string;
  /** The vault's less the published, where both are known. */
  readonly nDifference: number | null;
  readonly numeratorDifference: number | null;
};

/** Compares in whole-number arithmetic; a value is rounded once, halves away from zero. Undefined unless both are shown. */
export function compareFigure(figure: PublicFigure, count: VaultCount): Comparison | undefined {
  const published = figure.seen === 'shown' && figure.value !== null ? parseDecimal(figure.value) : undefined;
  if (!published || count.n === 0) return undefined;
  const exact = exactValue(count);
  const decimals = decimalsOf(figure.value ?? '');
  const value = roundHalfUp(exact, decimals);
  const sameValue = Number(value) === Number(figure.value);
  const nDifference = figure.n === null ? null : count.n - figure.n;
  const numeratorDifference =
    figure.numerator === null || count.numerator === null ? null : count.numerator - figure.numerator;
  const sameCounts = (nDifference ?? 0) === 0 && (numeratorDifference ?? 0) === 0;
  const valueDifference = roundHalfUp(subtractRatio(exact, published), decimals);
  const followsFromCounts = numeratorDifference === 0 && nDifference === 0;
  const fit =
    sameValue && sameCounts
      ? nDifference === null
        ? 'rounding'
        : 'same'
      : sameValue
        ? 'counts differ'
        : followsFromCounts
          ? 'rounding'
          : 'differs';
  return { fit, value, valueDifference, nDifference, numeratorDifference };
}

/** The value behind a count: a percentage, or a mean. */
function exactValue({ n, numerator, sum, denominator }: VaultCount): Ratio {
  if (numerator !== null) return ratio(100n * BigInt(numerator), n);
  const above = parseDecimal(sum ?? '');
  const below = parseDecimal(denominator ?? String(n));
  if (!above || !below) throw new RangeError('a count has neither a numerator nor a sum');
  const times = denominator === null ? 1n : 100n;
  return ratio(times * above.numerator * below.denominator, above.denominator * below.numerator);
}

/** A publisher leaves out zeros at the end: 80 is 80.0. */
function decimalsOf(value: string): number {
  const written = value.split('.')[1]?.length ?? 0;
  return Math.min(Math.max(written, 1), 3);
}
