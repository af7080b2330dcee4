import { leastSquares } from './leastSquares.ts';

export type Logit = {
  readonly ok: true;
  /** One a column, in log odds. */
  readonly coefficients: readonly number[];
  /** The fitted probability of each row, inside (0, 1). */
  readonly probabilities: Float64Array;
  /** The lower triangular L with L L' = X' W X, W = p (1 - p): its inverse is the coefficients' covariance. */
  readonly lower: readonly (readonly number[])[];
};

export type LogitRefusal = {
  readonly ok: false;
  readonly reason: 'the columns are collinear' | 'the columns separate the outcomes';
};

/** When the steps end: at convergence, or where R's `glm` ends, at a relative change of the deviance below 1e-8. */
export type LogitStop = 'exact' | 'deviance';

/**
 * The probability of an outcome by a linear model of its log odds, at the greatest likelihood: iteratively reweighted
 * least squares, McCullagh & Nelder, "Generalized Linear Models", 2.5 and 4.4. `columns` as in `leastSquares`;
 * `outcome` is 0 or 1. R's `glm(family = binomial)` and the package fastglm stop one step before convergence, some
 * 1e-9 away; `stop` = `deviance` stops with them, to compare, even where separation has not
 * shown yet.
 *
 * Refused when the columns are collinear, and when they separate the outcomes: some combination of them tells all
 * ones, or all zeros, from the others, so that no greatest likelihood exists. Throws a RangeError on an outcome that
 * is neither 0 nor 1.
 */
export function logit(
  columns: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
  stop: LogitStop = 'exact',
): Logit | LogitRefusal {
  const ones = new Float64Array(outcome);
  for (const value of ones)
    if (value !== 0 && value !== 1) throw new RangeError(`an outcome is 0 or 1, not ${value}`);
  const collinear = { ok: false, reason: 'the columns are collinear' } as const;
  let logOdds = ones.map((value) => (value === 1 ? Math.log(3) : -Math.log(3)));
  let probabilities = logOdds.map(probabilityOf);
  let deviance = devianceOf(probabilities, ones);
  let moved = Infinity;
  for (let step = 0; step < 50; step++) {
    const spreads = probabilities.map(spreadOf);
    const working = logOdds.map(
      (value, i) => value + ((ones[i] as number) - (probabilities[i] as number)) / (spreads[i] as number),
    );
    const fit = leastSquares(columns, working, spreads);
    if (!fit) return collinear;
    const before = { logOdds, deviance, moved };
    logOdds = foretell(columns, fit.coefficients, ones.length);
    if (logOdds.some((value) => !(Math.abs(value) < 30))) break;
    probabilities = logOdds.map(probabilityOf);
    deviance = devianceOf(probabilities, ones);
    moved = largestStep(before.logOdds, logOdds);
    // Down at rounding, steps that shrank quadratically cannot shrink further.
    const converged = moved < 1e-11 || (moved < 1e-6 && moved >= before.moved);
    const flat = Math.abs(deviance - before.deviance) < 1e-8 * (0.1 + Math.abs(deviance));
    if (!(converged || (stop === 'deviance' && flat))) continue;
    const information = leastSquares(columns, working, probabilities.map(spreadOf));
    if (!information) return collinear;
    return { ok: true, coefficients: fit.coefficients, probabilities, lower: information.lower };
  }
  return { ok: false, reason: 'the columns separate the outcomes' };
}

function foretell(
  columns: readonly ArrayLike<number>[],
  coefficients: readonly number[],
  rows: number,
): Float64Array<ArrayBuffer> {
  const values = new Float64Array(rows);
  for (const [j, column] of columns.entries())
    for (let i = 0; i < rows; i++)
      values[i] = (values[i] as number) + (coefficients[j] as number) * (column[i] as number);
  return values;
}

function largestStep(from: Float64Array, to: Float64Array): number {
  return to.reduce((most, value, i) => Math.max(most, Math.abs(value - (from[i] as number))), 0);
}

function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

function spreadOf(probability: number): number {
  return probability * (1 - probability);
}

function devianceOf(probabilities: Float64Array, outcome: Float64Array): number {
  return probabilities.reduce((sum, p, i) => sum - 2 * Math.log(outcome[i] === 1 ? p : 1 - p), 0);
}
