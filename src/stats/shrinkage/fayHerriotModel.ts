/** How the variance between areas is estimated: restricted or plain maximum likelihood. */
export type VarianceMethod = 'reml' | 'ml';

/**
 * What areas like these have taught: value = x'b + u + e with u ~ N(0, modelVariance) and e ~ N(0, its own known
 * variance). Plain numbers, so that it can be kept as JSON and judge areas later (`judgeArea`).
 */
export type FayHerriotModel = {
  readonly method: VarianceMethod;
  /** b, one number a column of the design, in units of the value over units of the column. */
  readonly coefficients: readonly number[];
  /** Columns x columns: covariance of b when the model variance is taken as known. */
  readonly covariance: readonly (readonly number[])[];
  /** Variance of u between areas, in squared units of the value. 0 when the areas differ no more than chance makes them. */
  readonly modelVariance: number;
  /** Asymptotic variance of the estimated model variance, 2 / sum of 1 / (modelVariance + D)^2. */
  readonly varianceOfModelVariance: number;
  /** Asymptotic bias of the estimated model variance: 0 for REML, negative for ML. */
  readonly biasOfModelVariance: number;
  readonly areas: number;
};
