import { normalQuantile } from '../normalQuantile.ts';
import { populationDeviation } from './populationDeviation.ts';

export type EventStudyPoint = {
  readonly time: number;
  /** Times since the first treated time (0); negative before treatment. */
  readonly exposure: number;
  /** In units of the outcome. */
  readonly effect: number;
  /** Standard deviation of the placebos at this time, divisor n; 0 at a time that is the base. */
  readonly standardError: number;
  /** Effect plus and minus normal quantile times error, for this time alone. */
  readonly interval: readonly [low: number, high: number];
  /** (1 + placebos at least as large in absolute value) / (1 + placebos), for this time alone. */
  readonly p: number;
};

export type EventStudyBand = {
  readonly points: readonly EventStudyPoint[];
  /**
   * How many standard errors about the effects hold all times together at the level: the band to judge the picture
   * by. Null with too few placebos to tell, fewer than 19 for 0.95.
   */
  readonly simultaneousReach: number | null;
  readonly preTrend: {
    /** Root mean squared effect before treatment, in units of the outcome. */
    readonly gap: number;
    /** (1 + placebos with as large a gap) / (1 + placebos): small when the treated moved apart before treatment. */
    readonly p: number;
  };
};

/**
 * The error of an event study from placebos: the curves that come out when donors stand in for the treated. All
 * p-values are ranks, exact if the treated were as good as drawn from all units (Abadie, Diamond & Hainmueller 2010,
 * section 3.4); 1 is added so that none is 0. A pre-trend p-value that is large does not prove that trends were
 * alike: with n placebos it cannot fall below 1 / (1 + n). Where weights were fitted to the times before
 * treatment, the placebos must have been fitted too, else their gaps are too large to compare with.
 *
 * `curve` and each placebo hold one effect a time, see `eventStudyCurve`. Throws a RangeError on no placebo, on curves
 * of unequal length and on a first treated time with nothing before or after it.
 */
export function eventStudyBand(
  curve: Float64Array,
  placebos: readonly Float64Array[],
  firstTreated: number,
  level = 0.95,
): EventStudyBand {
  if (placebos.length === 0) throw new RangeError('a band needs a placebo');
  if (placebos.some((placebo) => placebo.length !== curve.length))
    throw new RangeError(`a placebo has not the ${curve.length} times of the curve`);
  if (!(firstTreated > 0 && firstTreated < curve.length))
    throw new RangeError(`no time before or after the first treated time ${firstTreated}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, not ${level}`);
  const errors = curve.map((_, t) => populationDeviation(placebos.map((placebo) => placebo[t] as number)));
  const rounding = 1e-12 * [curve, ...placebos].reduce((most, one) => Math.max(most, largestOf(one)), 0);
  const quantile = normalQuantile(0.5 + level / 2);
  const points = Array.from(curve, (effect, time) => {
    const standardError = errors[time] as number;
    return {
      time,
      exposure: time - firstTreated,
      effect,
      standardError,
      interval: [effect - quantile * standardError, effect + quantile * standardError] as const,
      p: rank(
        Math.abs(effect),
        placebos.map((placebo) => Math.abs(placebo[time] as number)),
        rounding,
      ),
    };
  });
  const gap = gapBefore(curve, firstTreated);
  const gaps = placebos.map((placebo) => gapBefore(placebo, firstTreated));
  return {
    points,
    simultaneousReach: reachOf(placebos, errors, level),
    preTrend: { gap, p: rank(gap, gaps, rounding) },
  };
}

/** A tie counts as at least as large, also one that rounding has moved apart. */
function rank(value: number, others: readonly number[], rounding: number): number {
  const asLarge = others.filter((other) => other >= value - rounding).length;
  return (1 + asLarge) / (1 + others.length);
}

function largestOf(curve: Float64Array): number {
  return curve.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function gapBefore(curve: Float64Array, firstTreated: number): number {
  const squares = curve.subarray(0, firstTreated).reduce((sum, value) => sum + value * value, 0);
  return Math.sqrt(squares / firstTreated);
}

/** The order statistic of the placebos' largest ratios below which one more would lie with probability `level`. */
function reachOf(placebos: readonly Float64Array[], errors: Float64Array, level: number): number | null {
  const position = Math.ceil(level * (placebos.length + 1) - 1e-9);
  if (position > placebos.length) return null;
  const largest = placebos.map((placebo) =>
    placebo.reduce((most, value, t) => {
      const error = errors[t] as number;
      return error > 0 ? Math.max(most, Math.abs(value) / error) : most;
    }, 0),
  );
  return largest.toSorted((a, b) => a - b)[position - 1] as number;
}
