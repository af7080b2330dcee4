import { normalQuantile } from '../normalQuantile.ts';

/** A group-time effect or an average of them, with its error. */
export type GroupTimeEstimate = {
  /** In units of the outcome. */
  readonly effect: number;
  /** Null where no error can be told: a group of one unit stands in it, say, or nothing varies but the effect. */
  readonly standardError: number | null;
  /** Normal, at the level asked for; of this effect alone, not of all together. Null without an error. */
  readonly interval: readonly [low: number, high: number] | null;
  /** What each unit that takes part adds to the error of the effect, which is near the mean of these. */
  readonly influence: Float64Array;
};

export type ErrorRule = {
  /** Of the interval, as 0.95. */
  readonly level: number;
  /** False where the influence cannot hold all of the error. */
  readonly measurable: boolean;
  /** An error not above this is rounding, not an error; in units of the outcome. */
  readonly rounding: number;
};

/** The error of an effect from its influence function: square root of (sum of squares) / n. */
export function groupTimeEstimate(
  effect: number,
  influence: Float64Array,
  { level, measurable, rounding }: ErrorRule,
): GroupTimeEstimate {
  const squares = influence.reduce((sum, value) => sum + value * value, 0);
  const standardError = Math.sqrt(squares) / influence.length;
  if (!measurable || !(standardError > rounding))
    return { effect, standardError: null, interval: null, influence };
  const reach = normalQuantile(0.5 + level / 2) * standardError;
  return { effect, standardError, interval: [effect - reach, effect + reach], influence };
}
