import { coefficientsOf } from './coefficientsOf.ts';
import type { FayHerriotModel, VarianceMethod } from './fayHerriotModel.ts';
import type { OrthonormalDesign } from './orthonormalDesign.ts';
import { weightedRegression, weightedSquares } from './weightedRegression.ts';
import { trace, whitened } from './whitened.ts';

/** The model that areas of known sampling variances make once the variance between them is estimated. */
export function areaModel(
  design: OrthonormalDesign,
  values: readonly number[],
  variances: readonly number[],
  modelVariance: number,
  method: VarianceMethod,
): FayHerriotModel {
  const weights = Float64Array.from(variances, (known) => 1 / (modelVariance + known));
  const regression = weightedRegression(design, values, weights);
  const squared = weights.map((weight) => weight * weight);
  const spread = squared.reduce((sum, weight) => sum + weight, 0);
  const taken = trace(whitened(regression.lower, weightedSquares(design.points, design.columns, squared)));
  return {
    method,
    ...coefficientsOf(design, regression),
    modelVariance,
    varianceOfModelVariance: 2 / spread,
    biasOfModelVariance: method === 'reml' ? 0 : -taken / spread,
    areas: values.length,
  };
}
