/**
 * Which weights w >= 0 with sum 1 make the weighted columns come nearest to the target: min |M w - target -
 * intercept|^2 + ridge |w|^2. With an intercept, only the shape of a column counts, not its level.
 */
export type SimplexProblem = {
  readonly rows: number;
  readonly columns: number;
  /** Column after column: row i of column j stands at `j * rows + i`. */
  readonly matrix: Float64Array;
  readonly target: Float64Array;
  readonly ridge: number;
  readonly intercept: boolean;
};
