import type { VarianceMethod } from './fayHerriotModel.ts';
import type { LikelihoodAt } from './maximiseVariance.ts';
import type { OrthonormalDesign } from './orthonormalDesign.ts';
import { type WeightedRegression, weightedRegression, weightedSquares } from './weightedRegression.ts';
import { trace, whitened } from './whitened.ts';

/**
 * The log-likelihood of a variance A between areas for values ~ N(Xb, A + D), b at its best for that A. ML is
 * -1/2 sum [log 2 pi (A + D) + r^2 / (A + D)]; REML has rows - columns in place of rows before log 2 pi and subtracts
 * half the logarithm of det X'WX / det X'X. Score and expected information are those of D. A. Harville (1977),
 * JASA 72, 320-338: with P = W - WX (X'WX)^-1 X'W, 1/2 (y'PPy - tr P) and 1/2 tr PP for REML, W in place of P in both
 * traces for ML.
 */
export function varianceLikelihood(
  design: OrthonormalDesign,
  values: ArrayLike<number>,
  variances: ArrayLike<number>,
  method: VarianceMethod,
): (variance: number) => LikelihoodAt {
  return (variance) => {
    const weights = Float64Array.from(variances, (known) => 1 / (variance + known));
    const regression = weightedRegression(design, values, weights);
    const logWeights = weights.reduce((sum, weight) => sum + Math.log(weight), 0);
    const count = design.rows - (method === 'reml' ? design.columns : 0);
    const restriction = method === 'reml' ? regression.logDeterminant : 0;
    const logLikelihood = (logWeights - restriction - regression.squares - count * Math.log(2 * Math.PI)) / 2;
    return { logLikelihood, slope: () => slopeOfLikelihood(design, regression, weights, method) };
  };
}

/**
 * Score and information of a variance that stands in every weight as 1 / (variance + known). `noise` is the factor
 * of all variances when they are known but for one.
 */
export function slopeOfLikelihood(
  { points, columns }: OrthonormalDesign,
  { residuals, lower }: WeightedRegression,
  weights: Float64Array,
  method: VarianceMethod,
  noise = 1,
): { readonly score: number; readonly information: number } {
  const squared = weights.map((weight) => weight * weight);
  let misfit = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < weights.length; i++) {
    misfit += ((squared[i] as number) * (residuals[i] as number) ** 2) / noise;
    first += weights[i] as number;
    second += squared[i] as number;
  }
  if (method === 'reml') {
    const cubed = weights.map((weight) => weight ** 3);
    const taken = whitened(lower, weightedSquares(points, columns, squared));
    first -= trace(taken);
    second -= 2 * trace(whitened(lower, weightedSquares(points, columns, cubed)));
    for (const row of taken) for (const value of row) second += value * value;
  }
  return { score: (misfit - first) / 2, information: second / 2 };
}
