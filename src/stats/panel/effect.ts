import type { PanelRefusal } from './panel.ts';

export type PanelMethod = 'sdid' | 'sc' | 'did';

/**
 * `exact`: weights by active set, with a certificate; `frank-wolfe`: as the R package synthdid stops, to
 * compare with it.
 */
export type WeightSolver = 'exact' | 'frank-wolfe';

/**
 * Proof that weights on a simplex are the optimum of their convex problem (Karush-Kuhn-Tucker): on the
 * support the gradient equals the multiplier up to `stationarity`, off it no gradient is smaller than the
 * multiplier by more than `dual`. All are over the curvature in their own weight (|column|^2 + ridge), so
 * they read as weights. `unique` when every inactive multiplier is positive.
 */
export type WeightCertificate = {
  readonly stationarity: number;
  readonly dual: number;
  /** |sum of weights - 1| and the most negative weight. */
  readonly primal: number;
  readonly smallestInactiveMultiplier: number | null;
  readonly unique: boolean;
};

/** An average effect on the treated units over the treated times, in units of the outcome. */
export type Effect = {
  readonly ok: true;
  readonly method: PanelMethod;
  readonly solver: WeightSolver;
  readonly estimate: number;
  /** Rows of the donors, ascending, and their weights in that order; the weights sum to 1. */
  readonly donors: readonly number[];
  readonly donorWeights: Float64Array;
  /** Weights of the times before treatment; they sum to 1. Synthetic control has none: all 0. */
  readonly timeWeights: Float64Array;
  /**
   * Average outcome of the treated units at each time, and of the weighted donors, moved by the intercept
   * where the method has one.
   */
  readonly treatedPath: Float64Array;
  readonly syntheticPath: Float64Array;
  /** Root mean squared gap between the two paths before treatment. */
  readonly preFitError: number;
  /** Null where the method has no such weights to solve (did), or the solver gives no proof (frank-wolfe). */
  readonly unitCertificate: WeightCertificate | null;
  readonly timeCertificate: WeightCertificate | null;
};

export type EffectOrRefusal = Effect | PanelRefusal;
