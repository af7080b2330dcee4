import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Panel } from './panel.ts';
import { countSubsets, subsetsOf } from './subsetsOf.ts';

export type EventStudyPlaceboOptions = {
  /** Up to how many placebos are all made rather than drawn; default 10,000. */
  readonly most?: number;
  /** How many are drawn beyond that; default 1,000. */
  readonly replications?: number;
  /** Of the draws; default 1. Nothing depends on it when all placebos are made. */
  readonly seed?: number;
};

export type EventStudyPlacebos = {
  readonly made: 'enumerated' | 'drawn';
  readonly curves: readonly Float64Array[];
};

/**
 * The event curves of donors that stand in for the treated: as many of them as are treated, against the plain average
 * of the other donors, the treated left out. Every choice once up to `most`, else drawn with the seed. `timeWeights`
 * say from which times before treatment the curves are measured.
 */
export function eventStudyPlacebos(
  { outcomes, times, treated }: Panel,
  donors: readonly number[],
  timeWeights: Float64Array,
  { most = 10_000, replications = 1_000, seed = 1 }: EventStudyPlaceboOptions,
): EventStudyPlacebos {
  const size = treated.length;
  const paths = donors.map((row) => {
    const path = outcomes.subarray(row * times, (row + 1) * times);
    const base = timeWeights.reduce((sum, weight, t) => sum + weight * (path[t] as number), 0);
    return path.map((value) => value - base);
  });
  const whole = sumOf(paths, times);
  const made = countSubsets(donors.length, size) <= most ? 'enumerated' : 'drawn';
  const choices =
    made === 'enumerated'
      ? subsetsOf(donors.length, size)
      : drawSubsets(donors.length, size, replications, seed);
  const curves: Float64Array[] = [];
  for (const chosen of choices) {
    const sum = sumOf(
      chosen.map((k) => paths[k] as Float64Array),
      times,
    );
    curves.push(
      sum.map((value, t) => value / size - ((whole[t] as number) - value) / (donors.length - size)),
    );
  }
  return { made, curves };
}

function sumOf(paths: readonly Float64Array[], times: number): Float64Array {
  const sum = new Float64Array(times);
  for (const path of paths) for (let t = 0; t < times; t++) sum[t] = (sum[t] as number) + (path[t] as number);
  return sum;
}

/** The head of a shuffle carried on from draw to draw: every choice equally likely each time. */
function* drawSubsets(
  count: number,
  size: number,
  draws: number,
  seed: number,
): Generator<readonly number[]> {
  const random = xoroshiro128plus(seed);
  const order = Array.from({ length: count }, (_, k) => k);
  for (let draw = 0; draw < draws; draw++) {
    for (let k = 0; k < size; k++) {
      const at = uniformInt(random, k, count - 1);
      [order[k], order[at]] = [order[at] as number, order[k] as number];
    }
    yield order.slice(0, size);
  }
}
