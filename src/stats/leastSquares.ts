import { solveLowerTransposed } from './solveLowerTransposed.ts';

export type LeastSquares = {
  /** One a column, in the outcome's unit for each unit of the column. */
  readonly coefficients: readonly number[];
  /** The lower triangular L with L L' = X' W X, for `solveLower` and `solveLowerTransposed`. */
  readonly lower: readonly (readonly number[])[];
};

/**
 * The coefficients b that make the weighted sum of (outcome - X b)^2 smallest. `columns` holds the variables, one
 * number a row of the table each; a constant is a column of ones. Modified Gram-Schmidt with the outcome as the last
 * column, as stable as Householder's method: A. Bjorck (1967), BIT 7, 1-21.
 *
 * Undefined when the columns are collinear: what a column adds to those before it is not longer than 1e-10 of
 * itself. Throws a RangeError on lengths that differ, on no column and on a weight below 0.
 */
export function leastSquares(
  columns: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
  weights?: ArrayLike<number>,
): LeastSquares | undefined {
  if (columns.length === 0) throw new RangeError('least squares need a column');
  const roots = weights && rootsOf(weights);
  const rest = [...columns, outcome].map((column) => {
    if (column.length !== outcome.length || (roots && roots.length !== outcome.length))
      throw new RangeError(`${outcome.length} outcomes, but a column or the weights differ in length`);
    const copy = new Float64Array(column);
    if (roots) for (let i = 0; i < copy.length; i++) copy[i] = (copy[i] as number) * (roots[i] as number);
    return copy;
  });
  const lower: number[][] = columns.map(() => []);
  const projections: number[] = [];
  for (let j = 0; j < columns.length; j++) {
    const direction = rest[j] as Float64Array;
    const length = Math.sqrt(dot(direction, direction));
    const before = Math.hypot(length, ...(lower[j] as number[]));
    if (!(length > 1e-10 * before)) return undefined;
    (lower[j] as number[]).push(length);
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] as number) / length;
    for (let k = j + 1; k < rest.length; k++) {
      const other = rest[k] as Float64Array;
      const share = dot(direction, other);
      for (let i = 0; i < other.length; i++)
        other[i] = (other[i] as number) - share * (direction[i] as number);
      (lower[k] ?? projections).push(share);
    }
  }
  return { coefficients: solveLowerTransposed(lower, projections), lower };
}

function rootsOf(weights: ArrayLike<number>): Float64Array {
  const roots = new Float64Array(weights);
  for (let i = 0; i < roots.length; i++) {
    if (!((roots[i] as number) >= 0)) throw new RangeError(`a weight is not below 0, as ${roots[i]} is`);
    roots[i] = Math.sqrt(roots[i] as number);
  }
  return roots;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] as number) * (other[i] as number);
  return sum;
}
