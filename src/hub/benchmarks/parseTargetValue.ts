import type { Unit } from '../../vocabulary/measure.ts';

const ranges: Partial<Record<Unit, { least: number; most: number }>> = {
  percent: { least: 0, most: 100 },
  points: { least: -400, most: 400 },
  index: { least: 200, most: 1000 },
  'per thousand': { least: 0, most: 1000 },
  rating: { least: 0, most: 100 },
  hours: { least: 0, most: 10_000 },
};

/** Reads a target as decimal text with at most two decimals; both minus signs and a trailing % are understood. */
export function parseTargetValue(
  text: string,
  unit: Unit,
): { ok: true; value: string } | { ok: false; message: string } {
  const plain = text.trim().replace(/^[−–]/, '-').replace(/\s*%$/, '');
  if (/^-?\d+,\d+$/.test(plain)) return { ok: false, message: 'Write decimals with a point, as in 52.4.' };
  if (!/^-?\d{1,6}(\.\d{1,2})?$/.test(plain)) {
    return { ok: false, message: `"${text.trim().slice(0, 20)}" is no number with at most two decimals.` };
  }
  const range = ranges[unit];
  const value = Number(plain);
  if (range && (value < range.least || value > range.most)) {
    return { ok: false, message: `A target in ${unit} lies between ${range.least} and ${range.most}.` };
  }
  return { ok: true, value: plain };
}
