import { quantile } from '../quantile.ts';
import { areaModel } from './areaModel.ts';
import type { FayHerriotModel, VarianceMethod } from './fayHerriotModel.ts';
import type { GroupSummary } from './groupSummary.ts';
import { type AreaJudgement, judgeArea } from './judgeArea.ts';
import { type LikelihoodAt, maximiseVariance } from './maximiseVariance.ts';
import { type OrthonormalDesign, orthonormalDesign } from './orthonormalDesign.ts';
import { slopeOfLikelihood } from './varianceLikelihood.ts';
import { weightedRegression } from './weightedRegression.ts';

export type GroupJudgement = AreaJudgement & {
  /** Standard deviation of the group's true effect if the mean and both variances were known. */
  readonly conditionalDeviation: number;
};

export type EmpiricalBayes = {
  readonly ok: true;
  /** One coefficient, the mean over groups; `modelVariance` is the variance between groups. */
  readonly model: FayHerriotModel;
  /** Variance of values within a group, in squared units of the value, the same for all groups. */
  readonly withinVariance: number;
  /** -2 x the log-likelihood, restricted for REML: the figure that R's lme4 prints. */
  readonly criterion: number;
  /** In the order given. */
  readonly groups: readonly GroupJudgement[];
  readonly converged: boolean;
};

export type EmpiricalBayesRefusal = {
  readonly ok: false;
  readonly reason: 'fewer than three groups' | 'no value differs from the mean of its group';
};

/**
 * The two-level model with a random intercept, for groups of unequal size: value = mean + u of its group + e, u ~
 * N(0, between), e ~ N(0, within). Given the ratio between / within, mean and within have closed forms, and the ratio
 * maximises the restricted or plain likelihood (D. Bates et al. 2015, "Fitting linear mixed-effects models using
 * lme4", Journal of Statistical Software 67, 1). Every group is then judged as an area of sampling variance
 * within / n (`judgeArea`), a small group drawn closer to the mean than a large one; that `within` is estimated too
 * is not part of the error, which matters when all groups together have few values.
 *
 * Throws a RangeError on a group without values and on sums of squares that are negative or not finite.
 */
export function empiricalBayes(
  groups: readonly GroupSummary[],
  { method = 'reml' }: { readonly method?: VarianceMethod } = {},
): EmpiricalBayes | EmpiricalBayesRefusal {
  for (const { n, mean, squares } of groups)
    if (!(Number.isInteger(n) && n > 0 && Number.isFinite(mean) && squares >= 0 && squares < Infinity))
      throw new RangeError('a group has at least one value, a mean and a sum of squares');
  if (groups.length < 3) return { ok: false, reason: 'fewer than three groups' };
  if (groups.every(({ squares }) => squares === 0))
    return { ok: false, reason: 'no value differs from the mean of its group' };
  const design = orthonormalDesign(groups.map(() => [1]));
  if (!design.ok) throw new Error('a column of ones has no rank');
  const inverses = groups.map(({ n }) => 1 / n);
  const at = (ratio: number) => likelihoodOf(design, groups, ratio, method);
  const { variance: ratio, converged } = maximiseVariance(at, quantile(inverses, 0.5));
  const { within, logLikelihood } = at(ratio);
  const variances = inverses.map((inverse) => within * inverse);
  const model = areaModel(
    design,
    groups.map(({ mean }) => mean),
    variances,
    within * ratio,
    method,
  );
  const judged = groups.map(({ mean }, i) => {
    const known = variances[i] as number;
    const judgement = judgeArea(model, mean, known, [1]);
    return { ...judgement, conditionalDeviation: Math.sqrt(judgement.shrinkFactor * known) };
  });
  return {
    ok: true,
    model,
    withinVariance: within,
    criterion: -2 * logLikelihood,
    groups: judged,
    converged,
  };
}

/** With every variance divided by `within`: means ~ N(mean, ratio + 1 / n), and `within` at its best for the ratio. */
function likelihoodOf(
  design: OrthonormalDesign,
  groups: readonly GroupSummary[],
  ratio: number,
  method: VarianceMethod,
): LikelihoodAt & { readonly within: number } {
  const weights = Float64Array.from(groups, ({ n }) => 1 / (ratio + 1 / n));
  const regression = weightedRegression(
    design,
    groups.map(({ mean }) => mean),
    weights,
  );
  const inner = groups.reduce((sum, { squares }) => sum + squares, 0);
  const count = groups.reduce((sum, { n }) => sum + n, 0) - (method === 'reml' ? 1 : 0);
  const within = (inner + regression.squares) / count;
  const sizes = groups.reduce((sum, { n }) => sum + Math.log(1 + n * ratio), 0);
  // The column of ones was divided by the square root of the number of groups.
  const restriction = method === 'reml' ? regression.logDeterminant + Math.log(groups.length) : 0;
  return {
    within,
    logLikelihood: -(count * (1 + Math.log(2 * Math.PI * within)) + sizes + restriction) / 2,
    slope: () => slopeOfLikelihood(design, regression, weights, method, within),
  };
}
