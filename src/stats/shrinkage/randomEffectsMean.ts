import { fayHerriot } from './fayHerriot.ts';
import type { VarianceMethod } from './fayHerriotModel.ts';

export type RandomEffectsMean = {
  readonly ok: true;
  readonly mean: number;
  /** Of the mean, with the variance between areas taken as known. */
  readonly standardError: number;
  /** Variance of true values between areas; 0 when they differ no more than chance makes them. */
  readonly betweenVariance: number;
  /** Cochran's Q: weighted squares around the fixed mean; near the degrees of freedom when chance explains it all. */
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
};

export type RandomEffectsRefusal = { readonly ok: false; readonly reason: 'fewer than three areas' };

/**
 * The mean over areas whose values have known sampling variances and whose true values vary too. Weights are
 * 1 / (between + variance). `dl` takes the variance between areas from the moment of Q: R. DerSimonian & N. Laird
 * (1986), Controlled Clinical Trials 7, 177-188; `reml` and `ml` are `fayHerriot` on a column of ones.
 * Throws a RangeError on unequal lengths, variances that are not positive and values that are not finite.
 */
export function randomEffectsMean(
  values: readonly number[],
  variances: readonly number[],
  { method = 'reml' }: { readonly method?: VarianceMethod | 'dl' } = {},
): RandomEffectsMean | RandomEffectsRefusal {
  const ones = values.map(() => [1]);
  const fit = fayHerriot(values, variances, ones, { method: method === 'dl' ? 'reml' : method });
  if (!fit.ok) return { ok: false, reason: 'fewer than three areas' };
  const fixed = weightedMean(values, variances, 0);
  const chiSquare = values.reduce(
    (sum, value, i) => sum + (value - fixed.mean) ** 2 / (variances[i] as number),
    0,
  );
  const degreesOfFreedom = values.length - 1;
  const squares = variances.reduce((sum, variance) => sum + 1 / (variance * variance), 0);
  const moment = (chiSquare - degreesOfFreedom) / (fixed.weight - squares / fixed.weight);
  const betweenVariance = method === 'dl' ? Math.max(0, moment) : fit.model.modelVariance;
  const { mean, weight } = weightedMean(values, variances, betweenVariance);
  return {
    ok: true,
    mean,
    standardError: 1 / Math.sqrt(weight),
    betweenVariance,
    chiSquare,
    degreesOfFreedom,
  };
}

function weightedMean(
  values: readonly number[],
  variances: readonly number[],
  between: number,
): { readonly mean: number; readonly weight: number } {
  const weights = variances.map((variance) => 1 / (between + variance));
  const weight = weights.reduce((sum, one) => sum + one, 0);
  return { mean: values.reduce((sum, value, i) => sum + value * (weights[i] as number), 0) / weight, weight };
}
