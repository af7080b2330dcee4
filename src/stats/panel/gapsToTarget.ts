import type { SimplexProblem } from './simplexProblem.ts';

/**
 * Columns as they miss the target: since weights sum to 1, |M w - target|^2 is |G w|^2 with G = M - target,
 * so that the weights are the nearest point to the origin in a polytope (P. Wolfe 1976). Nothing large is
 * left to cancel.
 */
export type Gaps = {
  readonly rows: number;
  readonly columns: number;
  /** Column after column. */
  readonly values: Float64Array;
  /** |column|^2 + ridge: the curvature of the objective in the weight of one column. */
  readonly curvature: Float64Array;
  readonly ridge: number;
};

/**
 * The ridge is at least 1e-18 of the largest squared column, so that among equally good weights those of the
 * smallest norm are chosen, also where no ridge was asked for.
 */
export function gapsToTarget(problem: SimplexProblem): Gaps {
  const { rows, columns, matrix, target } = problem;
  const values = new Float64Array(rows * columns);
  const curvature = new Float64Array(columns);
  let largest = 0;
  for (let j = 0; j < columns; j++) {
    const at = j * rows;
    let sum = 0;
    for (let i = 0; i < rows; i++) {
      const gap = (matrix[at + i] as number) - (target[i] as number);
      values[at + i] = gap;
      sum += gap;
    }
    const level = problem.intercept ? sum / rows : 0;
    let squares = 0;
    for (let i = 0; i < rows; i++) {
      const gap = (values[at + i] as number) - level;
      values[at + i] = gap;
      squares += gap * gap;
    }
    curvature[j] = squares;
    if (squares > largest) largest = squares;
  }
  const ridge = Math.max(problem.ridge, 1e-18 * largest, Number.MIN_VALUE);
  for (let j = 0; j < columns; j++) (curvature[j] as number) += ridge;
  return { rows, columns, values, curvature, ridge };
}
