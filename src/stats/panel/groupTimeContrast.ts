import { leastSquares } from '../leastSquares.ts';
import { logit, type LogitStop } from '../logit.ts';
import { solveLower } from '../solveLower.ts';
import { solveLowerTransposed } from '../solveLowerTransposed.ts';

/** How covariates are taken account of: by outcome regression, by inverse probability weights, or by both. */
export type GroupTimeMethod = 'doubly robust' | 'regression' | 'inverse probability';

/** One row a unit: how its outcome changed, whether it is treated, and a constant and its covariates by column. */
export type Contrast = {
  readonly changes: readonly number[];
  readonly treated: readonly (0 | 1)[];
  readonly columns: readonly (readonly number[])[];
};

export type ContrastEffect = {
  readonly ok: true;
  /** The average effect on the treated, in units of the outcome. */
  readonly effect: number;
  /** What each row adds to the error of the effect: the error is near the mean of these, which is 0 here. */
  readonly influence: readonly number[];
};

export type ContrastRefusal = {
  readonly ok: false;
  readonly reason:
    | 'the covariates are collinear in a comparison'
    | 'the covariates tell a group from its comparison';
};

/** What an estimated model gives each row, and what its own error adds to a mean with these derivatives by coefficient. */
type Model = {
  readonly values: readonly number[];
  readonly influenceOf: (derivatives: readonly number[]) => readonly number[];
};

/**
 * Difference-in-differences of two groups and two times: the change of the treated less the change that the others
 * would have had with the covariates of the treated. Sant'Anna & Zhao (2020), "Doubly robust difference-in-differences
 * estimators", Journal of Econometrics 219, 101-122: the doubly robust estimator with a logit and least squares
 * (equation 3.1), the regression estimator, and the weighting estimator with weights that sum to 1. Influence functions
 * include the estimation of both models. The same numbers as `drdid_panel`, `reg_did_panel` and `std_ipw_did_panel` of
 * the R package DRDID, with its rule that a comparison unit of probability 0.995 or more counts for nothing; and as in
 * the package `did` a probability of 0.999 is refused: covariates then leave nobody to compare with.
 */
export function groupTimeContrast(
  contrast: Contrast,
  method: GroupTimeMethod,
  stop: LogitStop = 'exact',
): ContrastEffect | ContrastRefusal {
  const { changes, treated, columns } = contrast;
  const expected = method === 'inverse probability' ? nothing(contrast) : expectedChange(contrast);
  if (!expected) return { ok: false, reason: 'the covariates are collinear in a comparison' };
  const odds = method === 'regression' ? nothing(contrast) : oddsOfTreatment(contrast, stop);
  if (!('values' in odds)) return odds;
  const rest = changes.map((change, i) => change - (expected.values[i] as number));
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
  rest: readonly number[],
  weights: readonly number[],
  columns: readonly (readonly number[])[],
  expected: Model,
): { readonly effect: number; readonly influence: readonly number[] } {
  const share = mean(weights);
  const effect = mean(rest.map((value, i) => value * at(weights, i))) / share;
  const derivatives = columns.map((column) => mean(column.map((value, i) => value * at(weights, i))));
  const ofExpected = expected.influenceOf(derivatives);
  const influence = rest.map((value, i) => (at(weights, i) * (value - effect) - at(ofExpected, i)) / share);
  return { effect, influence };
}

/** Least squares of the change on the covariates among the comparison units, foretold for all. */
function expectedChange({ changes, treated, columns }: Contrast): Model | undefined {
  const compared = <T>(row: readonly T[]) => row.filter((_, i) => treated[i] === 0);
  const fit = leastSquares(columns.map(compared), compared(changes));
  if (!fit) return undefined;
  const values = foretell(columns, fit.coefficients);
  const errors = changes.map((change, i) => (treated[i] === 0 ? change - at(values, i) : 0));
  return { values, influenceOf: influenceOf(columns, errors, fit.lower) };
}

/** p / (1 - p) for the comparison units, p from a logit of being treated on the covariates; 0 for the treated. */
function oddsOfTreatment({ treated, columns }: Contrast, stop: LogitStop): Model | ContrastRefusal {
  const fit = logit(columns, treated, stop);
  if (!fit.ok)
    return {
      ok: false,
      reason:
        fit.reason === 'the columns are collinear'
          ? 'the covariates are collinear in a comparison'
          : 'the covariates tell a group from its comparison',
    };
  const values = fit.probabilities.map((p, i) => (treated[i] === 1 || p >= 0.995 ? 0 : p / (1 - p)));
  if (values.every((value) => value === 0) || fit.probabilities.some((p) => p >= 0.999))
    return { ok: false, reason: 'the covariates tell a group from its comparison' };
  const errors = treated.map((value, i) => value - at(fit.probabilities, i));
  return { values, influenceOf: influenceOf(columns, errors, fit.lower) };
}

function nothing({ changes }: Contrast): Model {
  const values = changes.map(() => 0);
  return { values, influenceOf: () => values };
}

/** The influence of coefficients with scores `errors` x columns and the information L L', times the derivatives. */
function influenceOf(
  columns: readonly (readonly number[])[],
  errors: readonly number[],
  lower: readonly (readonly number[])[],
): Model['influenceOf'] {
  return (derivatives) => {
    const direction = solveLowerTransposed(lower, solveLower(lower, derivatives));
    return foretell(columns, direction).map((value, i) => errors.length * at(errors, i) * value);
  };
}

function foretell(
  columns: readonly (readonly number[])[],
  coefficients: readonly number[],
): readonly number[] {
  const [first] = columns;
  return (first ?? []).map((_, i) =>
    columns.reduce((sum, column, j) => sum + at(coefficients, j) * at(column, i), 0),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function at(values: readonly number[], i: number): number {
  return values[i] as number;
}
