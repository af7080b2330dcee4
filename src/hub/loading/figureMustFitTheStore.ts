import type { Figure } from '../../vocabulary/cell.ts';
import type { Breach } from '../../layouts/breach.ts';
import { countMustBeWhole } from '../../layouts/countMustBeWhole.ts';
import { numeratorMustFitItsDenominator } from '../../layouts/numeratorMustFitItsDenominator.ts';
import { valueMustBeANumber } from '../../layouts/valueMustBeANumber.ts';

/** What every figure must hold, whatever layout it comes from; layouts say more exactly which column is wrong. */
export function figureMustFitTheStore(figure: Figure): Breach | undefined {
  const breach = figure.n === null ? undefined : countMustBeWhole(String(figure.n));
  if (breach || figure.seen !== 'shown') return breach;
  const { n, numerator, value } = figure;
  return (
    valueMustBeANumber(value) ??
    (numerator === null ? undefined : countMustBeWhole(String(numerator))) ??
    (numerator === null || n === null ? undefined : numeratorMustFitItsDenominator(numerator, n))
  );
}
