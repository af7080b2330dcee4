import { roundedRate } from '../measures/rate.ts';
import type { Breach } from './breach.ts';

/**
 * A published rate has one decimal and follows from its counts, halves rounded up. The figure is kept as it is
 * published; a note says what the counts give. `tieMayRoundDown` for the College/Career indicator, whose exact
 * ties the state has published rounded down (11 of 161 in the district files 2023-2025). `denominator` is above 0.
 */
export function rateMustFollowFromItsCounts(
  text: string,
  numerator: number,
  denominator: number,
  tieMayRoundDown: boolean,
): Breach | undefined {
  const tenths = Math.round(Number(text) * 10);
  const twice = 2000 * numerator + denominator;
  const derived = Math.floor(twice / (2 * denominator));
  const oneDecimal = /^-?\d+(?:\.\d)?$/.test(text);
  if (oneDecimal && tenths === derived) return undefined;
  if (oneDecimal && tieMayRoundDown && tenths === derived - 1 && twice % (2 * denominator) === 0)
    return undefined;
  return {
    severity: 'note',
    rule: 'rateMustFollowFromItsCounts',
    message: `${text} is published, ${numerator} of ${denominator} is ${roundedRate({ numerator, denominator })}`,
    remedy: 'the published figure is kept; ask its publisher which is right',
  };
}
