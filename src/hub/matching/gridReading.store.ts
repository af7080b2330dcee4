import type { District } from '../evidence/evidenceRows.ts';
import type { DistrictId, View } from '../store/view.ts';
import type { GridCell } from './gridCell.ts';

/** Needs and strengths of one district: a cell for each measure and group of which an expectation is kept. */
export type DistrictGrid = {
  readonly district: District;
  /** Sorted as the registry sorts measures and groups; empty before expectations are made. */
  readonly cells: readonly GridCell[];
  /** Expectations are learned from the sample's made-up districts. */
  readonly synthetic: boolean;
};

/** The grid of one district; undefined when there is no such district. */
export function readDistrictGrid(_view: View, _districtId: DistrictId): Promise<DistrictGrid | undefined> {
  return Promise.resolve(undefined);
}

/** The grids of the districts that serve like students as this one, at most 15, by name. */
export function readSimilarGrids(_view: View, _districtId: DistrictId): Promise<DistrictGrid[]> {
  return Promise.resolve([]);
}
