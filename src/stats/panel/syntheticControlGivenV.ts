import type { CertifiedWeights } from './simplexWeights.ts';
import { simplexWeights } from './simplexWeights.ts';

export type PredictorProblem = {
  /** Predictors x donors, row after row: predictor k of donor j stands at `k * donors + j`. */
  readonly donorPredictors: Float64Array;
  readonly treatedPredictors: Float64Array;
  /** How much each predictor counts (V), none negative. Only their proportions matter. */
  readonly importance: Float64Array;
};

export type PredictorWeights = CertifiedWeights & {
  /** sum of V (x1 - X0 w)^2 over scaled predictors, V scaled to sum 1: `loss.w` of the R package Synth. */
  readonly loss: number;
};

/**
 * Donor weights of a synthetic control on predictors, given how much each predictor counts: the inner problem
 * min (x1 - X0 w)'V(x1 - X0 w) over w >= 0 with sum 1, of Abadie, Diamond & Hainmueller (2010), section 2.3,
 * solved exactly. Each predictor is first divided by its standard deviation over all units, the treated among
 * them. A predictor that never varies is left out.
 *
 * Throws a RangeError when lengths disagree, on negative importance and when none is positive.
 */
export function syntheticControlGivenV(problem: PredictorProblem): PredictorWeights {
  const { donorPredictors, treatedPredictors, importance } = problem;
  const rows = treatedPredictors.length;
  const donors = donorPredictors.length / rows;
  if (!Number.isInteger(donors) || importance.length !== rows)
    throw new RangeError(
      `${importance.length} importances and ${donorPredictors.length} numbers for ${rows} predictors`,
    );
  const total = importance.reduce((sum, value) => sum + (value >= 0 ? value : Number.NaN), 0);
  if (!(total > 0)) throw new RangeError('importance is not negative, and positive for a predictor');
  const matrix = new Float64Array(rows * donors);
  const target = new Float64Array(rows);
  for (let k = 0; k < rows; k++) {
    const own = donorPredictors.subarray(k * donors, (k + 1) * donors);
    const deviation = sampleDeviation([...own, treatedPredictors[k] as number]);
    const scale = deviation > 0 ? Math.sqrt((importance[k] as number) / total) / deviation : 0;
    for (let j = 0; j < donors; j++) matrix[j * rows + k] = scale * (own[j] as number);
    target[k] = scale * (treatedPredictors[k] as number);
  }
  const found = simplexWeights({ rows, columns: donors, matrix, target, ridge: 0, intercept: false });
  let loss = 0;
  for (let k = 0; k < rows; k++) {
    let miss = target[k] as number;
    for (let j = 0; j < donors; j++) miss -= (found.weights[j] as number) * (matrix[j * rows + k] as number);
    loss += miss * miss;
  }
  return { ...found, loss };
}

function sampleDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
