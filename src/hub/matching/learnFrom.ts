import type { District } from '../evidence/evidenceRows.ts';
import type { GridCell } from './gridCell.ts';

/** A district outside the pair that is similar to one of its districts and strong in what that one needs. */
export type LearnFromPlace = {
  readonly district: District;
  readonly cell: GridCell;
  /** To the district in need: smaller is more alike. */
  readonly distance: number;
};

type SimilarGrid = {
  readonly district: District;
  readonly distance: number;
  readonly find: (measureId: string, group: string) => GridCell | undefined;
};

/** Most places that are named. */
const mostPlaces = 3;

/** Every similar district that is strong in a measure and group, the most alike first; `outside` are left out. */
export function strongSimilar(
  similar: readonly SimilarGrid[],
  measureId: string,
  group: string,
  outside: ReadonlySet<string>,
): LearnFromPlace[] {
  return similar
    .flatMap(({ district, distance, find }) => {
      const cell = find(measureId, group);
      return cell?.status === 'strength' && !outside.has(district.districtId)
        ? [{ district, cell, distance }]
        : [];
    })
    .sort((a, b) => a.distance - b.distance);
}

/** Strong districts outside for a pair: the larger count of those of its districts that are in need. */
export function strongOutsidePair(
  pair: readonly { readonly status: string; readonly similar: readonly SimilarGrid[] }[],
  measureId: string,
  group: string,
  inside: ReadonlySet<string>,
): number {
  const counts = pair
    .filter(({ status }) => status === 'need')
    .map(({ similar }) => strongSimilar(similar, measureId, group, inside).length);
  return Math.max(0, ...counts);
}

/** Up to three of them: those most alike, named in the order of their names, for nobody is ranked. */
export function learnFromPlaces(strong: readonly LearnFromPlace[]): LearnFromPlace[] {
  return strong.slice(0, mostPlaces).sort((a, b) => a.district.name.localeCompare(b.district.name));
}
