import type { Breach } from './breach.ts';

/** A value is decimal text without blanks, exponents or thousands marks. */
export function valueMustBeANumber(text: string): Breach | undefined {
  if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(text)) return undefined;
  return {
    severity: 'error',
    rule: 'valueMustBeANumber',
    message: `“${text}” is no number`,
    remedy: 'write the value in digits, with a point before decimals',
  };
}
