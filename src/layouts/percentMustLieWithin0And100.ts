import type { Breach } from './breach.ts';

/** `text` is a number. */
export function percentMustLieWithin0And100(text: string): Breach | undefined {
  const percent = Number(text);
  if (percent >= 0 && percent <= 100) return undefined;
  return {
    severity: 'error',
    rule: 'percentMustLieWithin0And100',
    message: `a rate of ${text} % cannot be`,
    remedy: 'correct the rate at its source',
  };
}
