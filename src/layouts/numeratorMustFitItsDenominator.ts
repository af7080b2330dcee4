import type { Breach } from './breach.ts';

/** Nobody is counted who is not in the denominator. */
export function numeratorMustFitItsDenominator(numerator: number, denominator: number): Breach | undefined {
  if (numerator <= denominator) return undefined;
  return {
    severity: 'error',
    rule: 'numeratorMustFitItsDenominator',
    message: `the numerator ${numerator} is above its denominator ${denominator}`,
    remedy: 'correct the counts at their source',
  };
}
