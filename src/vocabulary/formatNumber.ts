import type { Language } from './language.ts';

const minus = '\u2212';
const thinSpace = '\u202f';

type NumberFormat = {
  /** Digits after the point; left out, a decimal text keeps its own and a number shows what it has, up to 6. */
  readonly decimals?: number;
  readonly signed?: boolean;
};

function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** Kept, because making one is slow: without this a chart took four times as long. */
const made = new Map<string, Intl.NumberFormat>();

function intlFormat(digits: number | undefined, signed: boolean): Intl.NumberFormat {
  const key = `${digits} ${signed}`;
  const known = made.get(key);
  if (known) return known;
  const fresh = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? 6,
    signDisplay: signed ? 'exceptZero' : 'negative',
  });
  made.set(key, fresh);
  return fresh;
}

function format(value: number | string, { decimals, signed = false }: NumberFormat): string {
  const text = typeof value === 'string' ? value.trim() : value;
  if (text === '' || !Number.isFinite(Number(text))) throw new Error(`${String(value)} is no finite number`);
  const digits = decimals ?? (typeof text === 'string' ? decimalsOf(text) : undefined);
  return intlFormat(digits, signed)
    .format(text as `${number}`)
    .replace('-', minus);
}

/**
 * `41,203`, `−80.6`. Takes a number or decimal text (rounded half away from zero, as written, not as stored in
 * binary). Throws on anything that is no finite number: a withheld figure has no number to format.
 */
export function formatNumber(value: number | string, decimals?: number): string {
  return format(value, { decimals });
}

/** A change: `+1.8`, `−0.4`, and `0.0` without a sign. */
export function formatSigned(value: number | string, decimals?: number): string {
  return format(value, { decimals, signed: true });
}

/** `52.4 %` with a thin space that does not break, from the percentage itself (52.4, not 0.524). */
export function formatPercent(value: number | string, decimals?: number): string {
  return `${formatNumber(value, decimals)}${thinSpace}%`;
}

/** `$1,250,000` or `$12.50` from integer cents; cents are shown only when there are any. */
export function formatMoney(cents: number): string {
  if (!Number.isInteger(cents)) throw new Error(`${cents} is no whole number of cents`);
  const dollars = formatNumber(Math.abs(cents) / 100, cents % 100 === 0 ? 0 : 2);
  return `${cents < 0 ? minus : ''}$${dollars}`;
}

/** `3.9 to 5.7`: an interval in words, so that a minus sign is never mistaken for a dash. */
export function formatInterval(
  low: number,
  high: number,
  decimals?: number,
  language: Language = 'en',
): string {
  return `${formatNumber(low, decimals)} ${language === 'es' ? 'a' : 'to'} ${formatNumber(high, decimals)}`;
}
