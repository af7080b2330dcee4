import { normalQuantile } from '../normalQuantile.ts';
import { checkStaggeredPanel, type StaggeredPanel } from './staggeredPanel.ts';

export type TwoWayOptions = {
  /** The cluster of each unit, whose errors may depend on each other; default each unit its own. */
  readonly clusters?: readonly (string | number)[];
  readonly level?: number;
};

export type TwoWayFixedEffects = {
  readonly ok: true;
  /** In units of the outcome. */
  readonly coefficient: number;
  readonly standardError: number;
  /** Normal; with few clusters it is too short. */
  readonly interval: readonly [low: number, high: number];
  readonly clusters: number;
  /**
   * What the coefficient takes of effects with the wrong sign: the weights of the treated unit-times below 0, summed
   * (0 or negative); all weights sum to 1. Below 0 it may have a sign that no unit's effect has.
   */
  readonly negativeWeight: number;
};

export type TwoWayRefusal = {
  readonly ok: false;
  readonly reason:
    | 'nobody is treated'
    | 'treatment differs by unit or by time only'
    | 'fewer than two clusters'
    | 'the outcome never varies';
};

/**
 * The coefficient of being treated in a regression of the outcome on it, unit effects and time effects, with an error
 * robust to clusters.
 *
 * Caution: with units treated from different times on, this is no average effect. Units treated earlier serve as
 * comparison for those treated later, so an effect that grows counts against itself, and some effects have a negative
 * weight (`negativeWeight`; de Chaisemartin & D'Haultfoeuille 2020, American Economic Review 110, 2964-2996;
 * Goodman-Bacon 2021, Journal of Econometrics 225, 254-277). Show `groupTimeEffects` instead; this one is for
 * comparing with studies that used it.
 *
 * The same numbers as `feols(y ~ treated | unit + time, cluster)` of the R package fixest 0.12: the sandwich of the
 * clusters' scores times G / (G - 1) times (n - 1) / (n - K), G clusters, n unit-times and K = 1 + times, for the unit
 * effects lie within clusters and are not counted. Covariates that do not change with time lie in the unit effects.
 * Throws a RangeError on lengths that differ and on an outcome that is not finite.
 */
export function twoWayFixedEffects(
  panel: StaggeredPanel,
  options: TwoWayOptions = {},
): TwoWayFixedEffects | TwoWayRefusal {
  const { level = 0.95, clusters = Array.from({ length: panel.units }, (_, unit) => unit) } = options;
  checkStaggeredPanel(panel);
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, not ${level}`);
  const { units, times, outcomes } = panel;
  if (clusters.length !== units) throw new RangeError(`${units} units have ${clusters.length} clusters`);
  if (outcomes.every((value) => value === outcomes[0]))
    return { ok: false, reason: 'the outcome never varies' };
  const treated = Float64Array.from(outcomes, (_, k) =>
    k % times >= (panel.firstTreated[Math.floor(k / times)] ?? Infinity) ? 1 : 0,
  );
  if (!treated.includes(1)) return { ok: false, reason: 'nobody is treated' };
  const treatment = withoutMeans(treated, units, times);
  const spread = product(treatment, treatment);
  if (!(spread > 1e-10)) return { ok: false, reason: 'treatment differs by unit or by time only' };
  const outcome = withoutMeans(outcomes, units, times);
  const coefficient = product(treatment, outcome) / spread;
  const scores = new Map<string | number, number>();
  for (const [k, value] of treatment.entries()) {
    const cluster = clusters[Math.floor(k / times)] as string | number;
    const score = value * ((outcome[k] as number) - coefficient * value);
    scores.set(cluster, (scores.get(cluster) ?? 0) + score);
  }
  const count = scores.size;
  if (count < 2) return { ok: false, reason: 'fewer than two clusters' };
  const meat = [...scores.values()].reduce((sum, score) => sum + score * score, 0);
  const correction = (count / (count - 1)) * ((outcomes.length - 1) / (outcomes.length - 1 - times));
  const standardError = Math.sqrt(correction * meat) / spread;
  const reach = normalQuantile(0.5 + level / 2) * standardError;
  const negative = treatment.reduce((sum, value, k) => sum + (treated[k] === 1 ? Math.min(0, value) : 0), 0);
  return {
    ok: true,
    coefficient,
    standardError,
    interval: [coefficient - reach, coefficient + reach],
    clusters: count,
    negativeWeight: negative / spread,
  };
}

/** Less the mean of its unit and of its time, plus that of all: what unit and time effects leave on a balanced panel. */
function withoutMeans(values: Float64Array, units: number, times: number): Float64Array {
  const ofUnits = new Float64Array(units);
  const ofTimes = new Float64Array(times);
  for (const [k, value] of values.entries()) {
    (ofUnits[Math.floor(k / times)] as number) += value / times;
    (ofTimes[k % times] as number) += value / units;
  }
  const mean = ofTimes.reduce((sum, value) => sum + value, 0) / times;
  return values.map(
    (value, k) => value - (ofUnits[Math.floor(k / times)] as number) - (ofTimes[k % times] as number) + mean,
  );
}

function product(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, k) => sum + value * (other[k] as number), 0);
}
