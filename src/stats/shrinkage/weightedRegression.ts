import { cholesky } from '../cholesky.ts';
import { solveLower } from '../solveLower.ts';
import { solveLowerTransposed } from '../solveLowerTransposed.ts';
import type { OrthonormalDesign } from './orthonormalDesign.ts';

export type WeightedRegression = {
  /** On the orthonormal columns. */
  readonly coefficients: readonly number[];
  /** Lower triangular L with L L' = Q'WQ. */
  readonly lower: readonly (readonly number[])[];
  readonly residuals: Float64Array;
  /** Sum of weight x residual^2. */
  readonly squares: number;
  /** Logarithm of the determinant of Q'WQ. */
  readonly logDeterminant: number;
};

/**
 * Weighted least squares of the values on the columns of an orthonormal design, one positive weight a row. Throws
 * when the weights differ so much (by some 13 powers of ten) that the columns are lost to working precision.
 */
export function weightedRegression(
  { points, rows, columns }: OrthonormalDesign,
  values: ArrayLike<number>,
  weights: Float64Array,
): WeightedRegression {
  const right = Array.from({ length: columns }, () => 0);
  for (let i = 0; i < rows; i++) {
    const weighted = (weights[i] as number) * (values[i] as number);
    for (let j = 0; j < columns; j++) (right[j] as number) += (points[i * columns + j] as number) * weighted;
  }
  const lower = cholesky(weightedSquares(points, columns, weights));
  if (!lower) throw new RangeError('the variances differ too much for a regression in floating point');
  const coefficients = solveLowerTransposed(lower, solveLower(lower, right));
  const residuals = new Float64Array(rows);
  let squares = 0;
  for (let i = 0; i < rows; i++) {
    let rest = values[i] as number;
    for (let j = 0; j < columns; j++)
      rest -= (points[i * columns + j] as number) * (coefficients[j] as number);
    residuals[i] = rest;
    squares += (weights[i] as number) * rest * rest;
  }
  const logDeterminant = lower.reduce((sum, row, i) => sum + 2 * Math.log(row[i] as number), 0);
  return { coefficients, lower, residuals, squares, logDeterminant };
}

/** Q' diag(weights) Q, whole and symmetric. */
export function weightedSquares(points: Float64Array, columns: number, weights: Float64Array): number[][] {
  const squares = new Float64Array(columns * columns);
  for (let i = 0, row = 0; i < weights.length; i++, row += columns)
    for (let j = 0; j < columns; j++) {
      const weighted = (weights[i] as number) * (points[row + j] as number);
      for (let k = 0, at = j * columns; k <= j; k++, at++)
        squares[at] = (squares[at] as number) + weighted * (points[row + k] as number);
    }
  return Array.from({ length: columns }, (_, j) =>
    Array.from({ length: columns }, (__, k) => squares[Math.max(j, k) * columns + Math.min(j, k)] as number),
  );
}
