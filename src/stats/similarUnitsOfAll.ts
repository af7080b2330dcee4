import { caliperOf } from './caliperOf.ts';
import { type Nearest, nearestWithin } from './nearestWithin.ts';
import { type IncompleteUnit, type ProfileRefusal, profileSpace } from './profileSpace.ts';
import type { SimilarityOptions } from './similarUnits.ts';

export type SimilarUnitsOfAll = {
  readonly ok: true;
  readonly caliper: number;
  /** By row of the table; a unit left out for a missing factor has no entry. */
  readonly nearest: ReadonlyMap<number, Nearest>;
  readonly incomplete: readonly IncompleteUnit[];
  readonly constant: readonly number[];
};

/** What `similarUnits` gives for one unit, for every complete unit of the table at once. */
export function similarUnitsOfAll(
  table: readonly (readonly number[])[],
  options: SimilarityOptions = {},
): SimilarUnitsOfAll | ProfileRefusal {
  const space = profileSpace(table, options.weights);
  if (!space.ok) return space;
  const caliper = options.caliper ?? caliperOf(space);
  const nearest = new Map<number, Nearest>();
  for (const [position, unit] of space.units.entries())
    nearest.set(unit, nearestWithin(space, position, options.k ?? 15, caliper));
  return { ok: true, caliper, nearest, incomplete: space.incomplete, constant: space.constant };
}
