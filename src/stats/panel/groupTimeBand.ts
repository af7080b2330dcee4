import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { quantile } from '../quantile.ts';
import type { GroupTimeEstimate } from './groupTimeEstimate.ts';

export type GroupTimeBand = {
  /** How many standard errors hold all effects together at the level; a single effect has 1.96 at 0.95. */
  readonly reach: number;
  /** One an effect, in its order; null where it has no error. */
  readonly intervals: readonly (readonly [low: number, high: number] | null)[];
};

export type GroupTimeBandOptions = {
  readonly level?: number;
  readonly draws?: number;
  readonly seed?: number;
};

/**
 * Intervals that hold all the effects at once with the given probability, for a picture of an event study: those of
 * single effects are too short together. Multiplier bootstrap of Callaway & Sant'Anna (2021), algorithm 1: each draw
 * gives every unit a random sign and size (Mammen's two points) on its influence, and the largest of the effects'
 * ratios to their errors is kept. Their errors are the analytic ones. Null when no effect has an error.
 */
export function groupTimeBand(
  estimates: readonly GroupTimeEstimate[],
  { level = 0.95, draws = 1_000, seed = 1 }: GroupTimeBandOptions = {},
): GroupTimeBand | null {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, not ${level}`);
  if (!Number.isInteger(draws) || draws < 1)
    throw new RangeError(`draws are a whole number above 0, not ${draws}`);
  const measured = estimates.filter(({ standardError }) => standardError !== null);
  const units = measured[0]?.influence.length;
  if (units === undefined) return null;
  const random = xoroshiro128plus(seed);
  const golden = (1 + Math.sqrt(5)) / 2;
  const multipliers = new Float64Array(units);
  const largest = Array.from({ length: draws }, () => {
    for (let i = 0; i < units; i++)
      multipliers[i] = uniformFloat64(random) < golden / Math.sqrt(5) ? 1 - golden : golden;
    return measured.reduce((most, { influence, standardError }) => {
      let moved = 0;
      for (let i = 0; i < units; i++) moved += (multipliers[i] as number) * (influence[i] as number);
      return Math.max(most, Math.abs(moved) / units / (standardError as number));
    }, 0);
  });
  const reach = quantile(largest, level);
  const intervals = estimates.map(({ effect, standardError }) =>
    standardError === null
      ? null
      : ([effect - reach * standardError, effect + reach * standardError] as const),
  );
  return { reach, intervals };
}
