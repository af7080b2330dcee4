import { type Ratio, ratio } from './ratio.ts';

/** Reads `-75.8` exactly. Undefined when the text is no plain decimal number: no blanks, exponents or commas. */
export function parseDecimal(text: string): Ratio | undefined {
  const match = /^([+-]?\d+)(?:\.(\d+))?$/.exec(text);
  if (!match?.[1]) return undefined;
  const fraction = match[2] ?? '';
  return ratio(BigInt(`${match[1]}${fraction}`), 10n ** BigInt(fraction.length));
}
