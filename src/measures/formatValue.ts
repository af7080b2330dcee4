import type { Unit } from '../vocabulary/measure.ts';
import { parseDecimal } from './parseDecimal.ts';
import { type Counts, roundedRate } from './rate.ts';
import { roundHalfUp } from './roundHalfUp.ts';

const unitWords: Record<Unit, string> = {
  percent: ' %',
  points: ' points',
  'per thousand': ' per thousand',
  index: '',
  rating: '',
  hours: ' hours',
  letter: '',
  flag: '',
};

/**
 * A value as a page shows it: `52.4 %`, `−75.8 points` with a real minus sign. The value is decimal text or, for a
 * rate, its counts; it is rounded to `decimals`, halves away from zero. Letters and flags pass as they are.
 * Throws on text that is no decimal number and on counts for a unit that is no rate.
 */
export function formatValue(value: string | Counts, unit: Unit, decimals = 1): string {
  return `${numberText(value, unit, decimals).replace('-', '\u2212')}${unitWords[unit]}`;
}

/** A change in a value with its sign: `+4.8 points`, `−3.0 percentage points`, `0.0 points`. */
export function formatChange(value: string, unit: Unit, decimals = 1): string {
  const text = numberText(value, unit, decimals);
  const sign = text.startsWith('-') ? '\u2212' : /[1-9]/.test(text) ? '+' : '';
  return `${sign}${text.replace('-', '')}${unit === 'percent' ? ' percentage points' : unitWords[unit]}`;
}

function numberText(value: string | Counts, unit: Unit, decimals: number): string {
  if (typeof value !== 'string') {
    if (unit === 'percent') return roundedRate(value, decimals);
    if (unit === 'per thousand') return roundedRate(value, decimals, 1000);
    throw new Error(`counts do not make a value in ${unit}`);
  }
  if (unit === 'letter' || unit === 'flag') return value;
  const exact = parseDecimal(value);
  if (!exact) throw new Error(`“${value}” is no decimal number`);
  return roundHalfUp(exact, decimals);
}
