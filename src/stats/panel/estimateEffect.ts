import { blockEffect } from './blockEffect.ts';
import type { EffectOrRefusal, PanelMethod, WeightSolver } from './effect.ts';
import type { Panel } from './panel.ts';
import { panelMustAllowAnEstimate } from './panelMustAllowAnEstimate.ts';
import { preFitErrorOf } from './preFitErrorOf.ts';
import { rolesOf } from './rolesOf.ts';
import { weighBlock } from './weighBlock.ts';
import { weightPenalties } from './weightPenalties.ts';

export type EstimateOptions = {
  readonly method: PanelMethod;
  /** Default `exact`. */
  readonly solver?: WeightSolver;
};

/**
 * The average effect on the treated units over the treated times, with the weights behind it. `sdid`:
 * synthetic difference-in-differences, Arkhangelsky et al. (2021), American Economic Review 111(12),
 * 4088-4118, with the penalties of `weightPenalties`; `sc`: synthetic control, Abadie, Diamond & Hainmueller
 * (2010), Journal of the American Statistical Association 105, 493-505, on the outcomes before treatment;
 * `did`: difference-in-differences.
 *
 * Refused by `panelMustAllowAnEstimate`, which also throws a RangeError on a panel that is none.
 */
export function estimateEffect(panel: Panel, { method, solver = 'exact' }: EstimateOptions): EffectOrRefusal {
  const refusal = panelMustAllowAnEstimate(panel);
  if (refusal) return refusal;
  const roles = rolesOf(panel);
  const penalties = weightPenalties(panel, roles.donors, method);
  const weights = weighBlock(panel, roles, { method, solver, penalties });
  const treatedPath = averagePath(
    panel,
    roles.treated,
    roles.treated.map(() => 1 / roles.treated.length),
  );
  const syntheticPath = averagePath(panel, roles.donors, weights.donorWeights);
  const intercept = weightedGap(treatedPath, syntheticPath, weights.timeWeights);
  for (let t = 0; t < panel.times; t++) (syntheticPath[t] as number) += intercept;
  return {
    ok: true,
    method,
    solver,
    estimate: blockEffect(panel, roles, weights),
    donors: roles.donors,
    donorWeights: weights.donorWeights,
    timeWeights: weights.timeWeights,
    treatedPath,
    syntheticPath,
    preFitError: preFitErrorOf(panel, roles, weights),
    unitCertificate: weights.unitCertificate,
    timeCertificate: weights.timeCertificate,
  };
}

function averagePath(
  { outcomes, times }: Panel,
  rows: readonly number[],
  weights: ArrayLike<number>,
): Float64Array {
  const path = new Float64Array(times);
  for (const [k, row] of rows.entries())
    for (let t = 0; t < times; t++)
      (path[t] as number) += (weights[k] as number) * (outcomes[row * times + t] as number);
  return path;
}

function weightedGap(path: Float64Array, other: Float64Array, weights: Float64Array): number {
  return weights.reduce((sum, weight, t) => sum + weight * ((path[t] as number) - (other[t] as number)), 0);
}
