import { caliperOf } from './caliperOf.ts';
import { type Nearest, nearestWithin } from './nearestWithin.ts';
import { type IncompleteUnit, type ProfileRefusal, profileSpace } from './profileSpace.ts';

export type SimilarityOptions = {
  /** Most units to list; default 15. */
  readonly k?: number;
  /** Largest Mahalanobis distance that is still similar; default `caliperOf` the table. */
  readonly caliper?: number;
  /** One positive number a factor; default 1 for all. */
  readonly weights?: readonly number[];
};

export type SimilarUnits = Nearest & {
  readonly ok: true;
  readonly caliper: number;
  /** Units left out for a missing factor, and factors that are the same for all and so separate nobody. */
  readonly incomplete: readonly IncompleteUnit[];
  readonly constant: readonly number[];
};

export type SimilarUnitsRefusal =
  | ProfileRefusal
  | { readonly ok: false; readonly reason: 'the unit misses a factor'; readonly missing: readonly number[] };

/**
 * The units of a table that are most like one of them: nearest by Mahalanobis distance on the shrunk covariance
 * of the standardised factors (`profileSpace`), with what each factor adds (`nearestWithin`), none beyond the
 * caliper (`caliperOf`). An empty list is an answer: nobody is similar. `table` is units x factors, NaN = missing;
 * units and factors are named by their row and column. Throws a RangeError on a unit that is not in the table.
 */
export function similarUnits(
  table: readonly (readonly number[])[],
  unit: number,
  options: SimilarityOptions = {},
): SimilarUnits | SimilarUnitsRefusal {
  if (!table[unit]) throw new RangeError(`the table has no unit ${unit}`);
  const space = profileSpace(table, options.weights);
  if (!space.ok) return space;
  const position = space.units.indexOf(unit);
  if (position < 0) {
    const missing = space.incomplete.find((one) => one.unit === unit)?.missing ?? [];
    return { ok: false, reason: 'the unit misses a factor', missing };
  }
  const caliper = options.caliper ?? caliperOf(space);
  const nearest = nearestWithin(space, position, options.k ?? 15, caliper);
  return { ok: true, ...nearest, caliper, incomplete: space.incomplete, constant: space.constant };
}
