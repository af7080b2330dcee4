import { pairwiseDistances } from './pairwiseDistances.ts';
import type { ProfileSpace } from './profileSpace.ts';
import { quantile } from './quantile.ts';

/** Two thousand units have two million pairs: enough to place a percentile, and a fifth of a second's work. */
const mostUnits = 2000;

/**
 * The distance beyond which two units are not called similar: by default the 5th percentile of the distances of
 * all pairs, so that "similar" means closer than nineteen pairs in twenty. It follows the table at hand, because a
 * fixed number would mean something else with every number of factors (the squared distance of two ordinary units
 * grows as twice that number). It is one distance for all, not so many neighbours for each: an unusual unit has
 * few similar units or none, and its list is not filled with others.
 *
 * Above 2,000 units the pairs are those of every second, third, … unit in the table's order: an approximation,
 * bad only if the order repeats itself with that very step. Throws a RangeError on a share outside [0, 1].
 */
export function caliperOf(space: ProfileSpace, share = 0.05): number {
  const dimensions = space.factors.length;
  const step = Math.ceil(space.units.length / mostUnits);
  if (step === 1) return quantile(pairwiseDistances(space.points, dimensions), share);
  const sampled = Math.ceil(space.units.length / step);
  const points = new Float64Array(sampled * dimensions);
  for (let i = 0; i < sampled; i++) {
    const from = i * step * dimensions;
    points.set(space.points.subarray(from, from + dimensions), i * dimensions);
  }
  return quantile(pairwiseDistances(points, dimensions), share);
}
