import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { countSubsets, subsetsOf } from './subsetsOf.ts';

export type DonorChoiceOptions = {
  /** Up to how many placebos are all made rather than drawn; default 10,000. */
  readonly most?: number;
  /** How many are drawn beyond that; default 1,000. */
  readonly replications?: number;
  /** Of the draws; default 1. Nothing depends on it when all placebos are made. */
  readonly seed?: number;
};

export type DonorChoices = {
  readonly made: 'enumerated' | 'drawn';
  /** Positions among the donors, ascending, as many as are treated. */
  readonly choices: Iterable<readonly number[]>;
  /** How many they are. */
  readonly total: number;
};

/** Which donors stand in for `size` treated units: every choice once up to `most`, else drawn with the seed. */
export function donorChoices(
  donors: number,
  size: number,
  { most = 10_000, replications = 1_000, seed = 1 }: DonorChoiceOptions,
): DonorChoices {
  const ways = countSubsets(donors, size);
  return size === 1 || ways <= most
    ? { made: 'enumerated', choices: subsetsOf(donors, size), total: ways }
    : { made: 'drawn', choices: drawSubsets(donors, size, replications, seed), total: replications };
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
    yield order.slice(0, size).sort((a, b) => a - b);
  }
}
