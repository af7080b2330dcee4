import type { FayHerriotModel } from './fayHerriotModel.ts';

/** One area against a model, in units of the value. */
export type AreaJudgement = {
  /** x'b: what areas with such a row of the design have on average. */
  readonly expected: number;
  /** Variance of x'b through its coefficients. */
  readonly expectedVariance: number;
  /** gamma = modelVariance / (modelVariance + D): 1 keeps the area's own value, 0 keeps what is expected. */
  readonly shrinkFactor: number;
  /** The empirical best linear unbiased predictor: x'b + gamma (y - x'b). */
  readonly estimate: number;
  /** Mean squared error of `estimate`. */
  readonly estimateError: number;
  /** u: how far the area lies from what is expected, shrunk: gamma (y - x'b). */
  readonly effect: number;
  /** Mean squared error of `effect` as a predictor of the area's true u. */
  readonly effectError: number;
};

/**
 * Judges an area of value `value`, known sampling variance `variance` and design row `row` against a model, be it
 * one of the areas the model was fitted to or another.
 *
 * `estimateError` is g1 + g2 + 2 g3 - bias x (1 - gamma)^2 with g1 = gamma D, g2 = (1 - gamma)^2 x'Cx and
 * g3 = (1 - gamma)^2 / (modelVariance + D) x the variance of the model variance; C is the covariance of b, bias that
 * of the model variance. REML, no bias: N. G. N. Prasad & J. N. K. Rao (1990), JASA 85, 163-171; ML: G. S. Datta &
 * P. Lahiri (2000), Statistica Sinica 10, 613-627.
 *
 * `effectError` differs in g2 alone, which is gamma^2 x'Cx: with known b, gamma (u + e) - u has mean square gamma D
 * and is uncorrelated with every u + e, hence with the error of b, which enters by gamma x'(b - true b). The slope of
 * both predictors in the model variance is that of gamma times (u + e), so g1, g3 and the bias are the same.
 *
 * Throws a RangeError on a variance that is not positive, a row of another length and numbers that are not finite.
 */
export function judgeArea(
  model: FayHerriotModel,
  value: number,
  variance: number,
  row: readonly number[],
): AreaJudgement {
  const { coefficients, covariance, modelVariance } = model;
  if (row.length !== coefficients.length)
    throw new RangeError(`the row has ${row.length} values, the model ${coefficients.length} coefficients`);
  if (!(variance > 0 && variance < Infinity))
    throw new RangeError(`a sampling variance is positive, not ${variance}`);
  if (!Number.isFinite(value) || !row.every(Number.isFinite))
    throw new RangeError('a value of the area is not finite');
  const expected = row.reduce((sum, x, j) => sum + x * (coefficients[j] as number), 0);
  const expectedVariance = row.reduce(
    (sum, x, j) => sum + x * row.reduce((inner, z, k) => inner + z * (covariance[j]?.[k] as number), 0),
    0,
  );
  const total = modelVariance + variance;
  const shrinkFactor = modelVariance / total;
  const left = variance / total;
  const unknownVariance =
    (2 * left * left * model.varianceOfModelVariance) / total - model.biasOfModelVariance * left * left;
  const effect = shrinkFactor === 0 ? 0 : shrinkFactor * (value - expected);
  return {
    expected,
    expectedVariance,
    shrinkFactor,
    estimate: expected + effect,
    estimateError: shrinkFactor * variance + left * left * expectedVariance + unknownVariance,
    effect,
    effectError: shrinkFactor * variance + shrinkFactor * shrinkFactor * expectedVariance + unknownVariance,
  };
}
