import { solveLowerTransposed } from '../solveLowerTransposed.ts';
import type { OrthonormalDesign } from './orthonormalDesign.ts';
import type { WeightedRegression } from './weightedRegression.ts';

/** A regression's coefficients on the columns as they were given, and (X'WX)^-1, their covariance. */
export function coefficientsOf(
  { columns, upper }: OrthonormalDesign,
  { coefficients, lower }: WeightedRegression,
): { readonly coefficients: number[]; readonly covariance: number[][] } {
  const covariance = Array.from({ length: columns }, () => Array.from({ length: columns }, () => 0));
  for (let i = 0; i < columns; i++) {
    const unit = Array.from({ length: columns }, (_, j) => (i === j ? 1 : 0));
    const root = solveUpper(upper, solveLowerTransposed(lower, unit));
    for (const [j, row] of covariance.entries())
      for (let k = 0; k < columns; k++) (row[k] as number) += (root[j] as number) * (root[k] as number);
  }
  return { coefficients: solveUpper(upper, coefficients), covariance };
}

function solveUpper(upper: readonly (readonly number[])[], right: readonly number[]): number[] {
  const solution = [...right];
  for (let i = upper.length - 1; i >= 0; i--) {
    const row = upper[i] as readonly number[];
    for (let k = i + 1; k < upper.length; k++)
      (solution[i] as number) -= (row[k] as number) * (solution[k] as number);
    (solution[i] as number) /= row[i] as number;
  }
  return solution;
}
