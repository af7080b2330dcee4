import { quantile } from '../quantile.ts';
import { areaModel } from './areaModel.ts';
import type { FayHerriotModel, VarianceMethod } from './fayHerriotModel.ts';
import { type AreaJudgement, judgeArea } from './judgeArea.ts';
import { maximiseVariance } from './maximiseVariance.ts';
import { type DependentColumns, orthonormalDesign } from './orthonormalDesign.ts';
import { varianceLikelihood } from './varianceLikelihood.ts';

export type FayHerriot = {
  readonly ok: true;
  readonly model: FayHerriotModel;
  /** In the order given. */
  readonly areas: readonly AreaJudgement[];
  /** Restricted for REML, for which it is comparable between models of one design only. */
  readonly logLikelihood: number;
  readonly iterations: number;
  /** False when the search for the model variance was cut short (`maximiseVariance`). */
  readonly converged: boolean;
};

export type FayHerriotRefusal =
  | DependentColumns
  | { readonly ok: false; readonly reason: 'fewer areas than columns of the design and two more' };

/**
 * The area-level model of R. E. Fay & R. A. Herriot (1979), JASA 74, 269-277: each area's value is what its row of
 * the design makes expected, plus an effect of its own, plus sampling error of known variance. The coefficients are
 * weighted least squares with weights 1 / (modelVariance + D); the model variance maximises the restricted or the
 * plain likelihood and is 0 when that falls from there. Every area is then judged by `judgeArea`.
 *
 * `variances` are D in squared units of the value; `design` is areas x columns and **brings its own column of ones**
 * when an intercept is wanted. Throws a RangeError on unequal lengths, variances that are not positive, values that
 * are not finite, and variances so unequal that floating point loses a column.
 */
export function fayHerriot(
  values: readonly number[],
  variances: readonly number[],
  design: readonly (readonly number[])[],
  { method = 'reml' }: { readonly method?: VarianceMethod } = {},
): FayHerriot | FayHerriotRefusal {
  mustFit(values, variances, design.length);
  if (values.length < (design[0]?.length ?? 0) + 2)
    return { ok: false, reason: 'fewer areas than columns of the design and two more' };
  const orthonormal = orthonormalDesign(design);
  if (!orthonormal.ok) return orthonormal;
  const at = varianceLikelihood(orthonormal, values, variances, method);
  const { variance, iterations, converged } = maximiseVariance(at, quantile(variances, 0.5));
  const model = areaModel(orthonormal, values, variances, variance, method);
  const areas = values.map((value, i) =>
    judgeArea(model, value, variances[i] as number, design[i] as readonly number[]),
  );
  return { ok: true, model, areas, logLikelihood: at(variance).logLikelihood, iterations, converged };
}

function mustFit(values: readonly number[], variances: readonly number[], rows: number): void {
  if (variances.length !== values.length || rows !== values.length)
    throw new RangeError(`${values.length} values, ${variances.length} variances, ${rows} rows of a design`);
  for (const variance of variances)
    if (!(variance > 0 && variance < Infinity))
      throw new RangeError(`a sampling variance is positive, not ${variance}`);
  if (!values.every(Number.isFinite)) throw new RangeError('a value of an area is not finite');
}
