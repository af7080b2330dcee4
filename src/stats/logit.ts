import { leastSquares } from './leastSquares.ts';

export type Logit = {
  readonly ok: true;
  /** One a column, in log odds. */
  readonly coefficients: readonly number[];
  /** The fitted probability of each row, inside (0, 1). */
  readonly probabilities: readonly number[];
  /** The lower triangular L with L L' = X' W X, W = p (1 - p): its inverse is the coefficients' covariance. */
  readonly lower: readonly (readonly number[])[];
};

export type LogitRefusal = {
  readonly ok: false;
  readonly reason: 'the columns are collinear' | 'the columns separate the outcomes';
};

/**
 * The probability of an outcome by a linear model of its log odds, at the greatest likelihood: iteratively reweighted
 * least squares to convergence, the same numbers as R's `glm(family = binomial)` with a small `epsilon`. McCullagh &
 * Nelder, "Generalized Linear Models", 2.5 and 4.4. `columns` as in `leastSquares`; `outcome` is 0 or 1.
 *
 * Refused when the columns are collinear, and when they separate the outcomes: some combination of them tells all
 * ones, or all zeros, from the others, so that no greatest likelihood exists. Throws a RangeError on an outcome that
 * is neither 0 nor 1.
 */
export function logit(
  columns: readonly (readonly number[])[],
  outcome: readonly number[],
): Logit | LogitRefusal {
  for (const value of outcome)
    if (value !== 0 && value !== 1) throw new RangeError(`an outcome is 0 or 1, not ${value}`);
  let logOdds = outcome.map((value) => (value === 1 ? Math.log(3) : -Math.log(3)));
  let movedBefore = Infinity;
  for (let step = 0; step < 50; step++) {
    const probabilities = logOdds.map(probabilityOf);
    const spreads = probabilities.map((p) => p * (1 - p));
    const working = logOdds.map(
      (value, i) => value + ((outcome[i] as number) - (probabilities[i] as number)) / (spreads[i] as number),
    );
    const fit = leastSquares(columns, working, spreads);
    if (!fit) return { ok: false, reason: 'the columns are collinear' };
    const next = outcome.map((_, i) =>
      fit.coefficients.reduce(
        (sum, coefficient, j) => sum + coefficient * ((columns[j] as readonly number[])[i] as number),
        0,
      ),
    );
    const moved = next.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - (logOdds[i] as number))),
      0,
    );
    // Converged, or down at rounding: steps shrink quadratically until they cannot.
    if (moved < 1e-11 || (moved < 1e-6 && moved >= movedBefore))
      return { ok: true, coefficients: fit.coefficients, probabilities, lower: fit.lower };
    if (next.some((value) => !(Math.abs(value) < 30))) break;
    logOdds = next;
    movedBefore = moved;
  }
  return { ok: false, reason: 'the columns separate the outcomes' };
}

function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
