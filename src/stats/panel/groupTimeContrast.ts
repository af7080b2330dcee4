import { leastSquares } from '../leastSquares.ts';
import type { ContrastRefusal, GroupTimeDesign } from './groupTimeDesign.ts';
import { foretell, type GroupTimeModel, groupTimeModel, nothing } from './groupTimeModel.ts';

export type ContrastEffect = {
  readonly ok: true;
  /** The average effect on the treated, in units of the outcome. */
  readonly effect: number;
  /** What each row adds to the error of the effect: the error is near the mean of these, which is 0 here. */
  readonly influence: Float64Array;
};

/**
 * Difference-in-differences of two groups and two times: the change of the treated less the change that the others
 * would have had with the covariates of the treated. `changes` holds how the outcome of each row of the design moved.
 *
 * Sant'Anna & Zhao (2020), "Doubly robust difference-in-differences estimators", Journal of Econometrics 219, 101-122:
 * the doubly robust estimator with a logit and least squares (equation 3.1), the regression estimator, and the
 * weighting estimator with weights that sum to 1. Influence functions include the estimation of both models. The same
 * numbers as `drdid_panel`, `reg_did_panel` and `std_ipw_did_panel` of the R package DRDID.
 */
export function groupTimeContrast(
  changes: Float64Array,
  design: GroupTimeDesign,
): ContrastEffect | ContrastRefusal {
  const { treated, columns, odds, method } = design;
  const expected =
    method === 'inverse probability' ? nothing(changes.length) : expectedChange(changes, design);
  if (!expected) return { ok: false, reason: 'the covariates are collinear in a comparison' };
  const rest = changes.map((change, i) => change - at(expected.values, i));
  const ours = weightedMean(rest, treated, columns, expected);
  if (method === 'regression') return { ok: true, ...ours };
  const theirs = weightedMean(rest, odds.values, columns, expected);
  const derivatives = columns.map((column) =>
    mean(rest.map((value, i) => at(odds.values, i) * (value - theirs.effect) * at(column, i))),
  );
  const share = mean(odds.values);
  const ofOdds = odds.influenceOf(derivatives);
  return {
    ok: true,
    effect: ours.effect - theirs.effect,
    influence: ours.influence.map((value, i) => value - at(theirs.influence, i) - at(ofOdds, i) / share),
  };
}

/** The weighted mean of what is left of the changes; its influence includes that of the expected changes. */
function weightedMean(
  rest: Float64Array,
  weights: Float64Array,
  columns: readonly Float64Array[],
  expected: GroupTimeModel,
): { readonly effect: number; readonly influence: Float64Array } {
  const share = mean(weights);
  const effect = mean(rest.map((value, i) => value * at(weights, i))) / share;
  const derivatives = columns.map((column) => mean(column.map((value, i) => value * at(weights, i))));
  const ofExpected = expected.influenceOf(derivatives);
  const influence = rest.map((value, i) => (at(weights, i) * (value - effect) - at(ofExpected, i)) / share);
  return { effect, influence };
}

/** Least squares of the change on the covariates among the comparison units, foretold for all. */
function expectedChange(
  changes: Float64Array,
  { treated, columns }: GroupTimeDesign,
): GroupTimeModel | undefined {
  const compared = (row: Float64Array) => row.filter((_, i) => treated[i] === 0);
  const fit = leastSquares(columns.map(compared), compared(changes));
  if (!fit) return undefined;
  const values = foretell(columns, fit.coefficients);
  const errors = changes.map((change, i) => (treated[i] === 0 ? change - at(values, i) : 0));
  return groupTimeModel(values, columns, errors, fit.lower);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function at(values: Float64Array, i: number): number {
  return values[i] as number;
}
