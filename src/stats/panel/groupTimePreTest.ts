import { chiSquareTail } from '../chiSquareTail.ts';
import { cholesky } from '../cholesky.ts';
import { solveLower } from '../solveLower.ts';
import type { GroupTimeEstimate } from './groupTimeEstimate.ts';

/** Whether all pseudo-effects before treatment can be 0 together. */
export type GroupTimePreTest = {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** Small: the groups did not move like their comparison even before. Large proves nothing: the test may be weak. */
  readonly p: number;
};

/**
 * The Wald test that the effects at times before treatment are 0: a' V^-1 a against a chi-square distribution, V from
 * the influence functions; `Wpval` of the R package `did`. It is right for many units in each group and
 * rejects too often in few: with six effects of three groups and no true difference, at 5 %, 40 times in 100 with 5
 * units a group, 19 with 10, 10 with 20 and 6 with 50. Effects without an error are left out. Null when none is
 * left, and when V is singular: fewer units than effects, say.
 */
export function groupTimePreTest(
  effects: readonly (GroupTimeEstimate & { readonly group: number; readonly time: number })[],
): GroupTimePreTest | null {
  const before = effects.filter(({ group, time, standardError }) => time < group && standardError !== null);
  if (before.length === 0) return null;
  const covariance = before.map((one) => before.map((other) => product(one.influence, other.influence)));
  const lower = cholesky(covariance);
  if (!lower) return null;
  const standardised = solveLower(
    lower,
    before.map(({ effect }) => effect),
  );
  const statistic = standardised.reduce((sum, value) => sum + value * value, 0);
  return {
    statistic,
    degreesOfFreedom: before.length,
    p: chiSquareTail(statistic, before.length),
  };
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] as number) * (other[i] as number);
  return sum / one.length ** 2;
}
