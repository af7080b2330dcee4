import type { Effect } from './effect.ts';
import type { Panel } from './panel.ts';

/** Who the treated are compared with, and with which times before treatment; as an `Effect` holds it. */
export type EventWeights = Pick<Effect, 'donors' | 'donorWeights' | 'timeWeights'>;

/**
 * The effect at each time of the panel, in units of the outcome: the average of the treated less the weighted donors,
 * less the same gap over the weighted times before treatment. Before treatment it shows how well the comparison moved
 * alike; its mean over the treated times is the estimate. Arkhangelsky et al. (2021), section 2, as `synthdid` draws it.
 * Time weights of 0 leave the gap as it is (synthetic control); all on one time measure from that time.
 *
 * The treated are those of the panel: for a placebo pass the panel with the placebo's rows as `treated` and its own
 * weights. Throws a RangeError on weights that do not fit the panel.
 */
export function eventStudyCurve(
  panel: Panel,
  { donors, donorWeights, timeWeights }: EventWeights,
): Float64Array {
  const { outcomes, times, treated, firstTreated } = panel;
  if (donorWeights.length !== donors.length)
    throw new RangeError(`${donors.length} donors have ${donorWeights.length} weights`);
  if (timeWeights.length !== firstTreated)
    throw new RangeError(`${firstTreated} times before treatment have ${timeWeights.length} weights`);
  const gaps = new Float64Array(times);
  const add = (row: number, weight: number) => {
    for (let t = 0; t < times; t++)
      gaps[t] = (gaps[t] as number) + weight * (outcomes[row * times + t] as number);
  };
  for (const row of treated) add(row, 1 / treated.length);
  for (const [k, row] of donors.entries()) add(row, -(donorWeights[k] as number));
  const base = timeWeights.reduce((sum, weight, t) => sum + weight * (gaps[t] as number), 0);
  return gaps.map((gap) => gap - base);
}
