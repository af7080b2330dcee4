import { logit, type LogitStop } from '../logit.ts';
import { type GroupTimeModel, groupTimeModel, nothing } from './groupTimeModel.ts';

/** How covariates are taken account of: by outcome regression, by inverse probability weights, or by both. */
export type GroupTimeMethod = 'doubly robust' | 'regression' | 'inverse probability';

/** A group and its comparison, one row a unit; the same for all times at which both are the same. */
export type GroupTimeDesign = {
  readonly ok: true;
  readonly method: GroupTimeMethod;
  /** 1 for a unit of the group, 0 for one of its comparison. */
  readonly treated: Float64Array;
  /** A constant and the covariates. */
  readonly columns: readonly Float64Array[];
  /** p / (1 - p) of each comparison unit, p its probability to be in the group by its covariates; 0 in the group. */
  readonly odds: GroupTimeModel;
};

export type ContrastRefusal = {
  readonly ok: false;
  readonly reason:
    | 'the covariates are collinear in a comparison'
    | 'the covariates tell a group from its comparison';
};

/**
 * The odds by a logit of being in the group on the covariates, where the method needs them. As in the R package DRDID a
 * comparison unit of probability 0.995 or more counts for nothing, and as in `did` a probability of 0.999 is refused:
 * the covariates then leave nobody to compare with.
 */
export function groupTimeDesign(
  treated: Float64Array,
  columns: readonly Float64Array[],
  method: GroupTimeMethod,
  stop: LogitStop = 'exact',
): GroupTimeDesign | ContrastRefusal {
  if (method === 'regression') return { ok: true, method, treated, columns, odds: nothing(treated.length) };
  const fit = logit(columns, treated, stop);
  if (!fit.ok && fit.reason === 'the columns are collinear')
    return { ok: false, reason: 'the covariates are collinear in a comparison' };
  if (!fit.ok || fit.probabilities.some((p) => p >= 0.999))
    return { ok: false, reason: 'the covariates tell a group from its comparison' };
  const values = fit.probabilities.map((p, i) => (treated[i] === 1 || p >= 0.995 ? 0 : p / (1 - p)));
  if (values.every((value) => value === 0))
    return { ok: false, reason: 'the covariates tell a group from its comparison' };
  const errors = treated.map((value, i) => value - (fit.probabilities[i] as number));
  return { ok: true, method, treated, columns, odds: groupTimeModel(values, columns, errors, fit.lower) };
}
