import { z } from 'zod';
import { selectMeasureSpreads, selectSimilarDistricts } from '../evidence/evidence.store.ts';
import { type District, DistrictRow } from '../evidence/evidenceRows.ts';
import { indexSpreads, type Spreads } from '../evidence/figureVariance.ts';
import { readStatements } from '../store/statements.ts';
import type { DistrictId, View } from '../store/view.ts';
import { type DistrictProfile, designRow, type SharedSpace } from './districtProfile.ts';
import { type Expectation, ExpectationRow } from './expectation.ts';
import type { GridCell } from './gridCell.ts';
import { parseGridLines } from './gridLines.ts';
import { gridOrder } from './gridMeasures.ts';
import { judgeGrid } from './judgeGrid.ts';
import { selectProfileSpace, selectProfiles } from './profiles.store.ts';

const sql = readStatements(import.meta.url, ['selectGridLines', 'selectExpectations']);

const GridLines = DistrictRow.extend({ lines: z.string().nullable() });
const Expectations = z.object({ expectations: z.string() });

/** Needs and strengths of one district: a cell for each measure and group of which an expectation is kept. */
export type DistrictGrid = {
  readonly district: District;
  /** Sorted as the registry sorts measures and groups; empty before expectations are made, and where `why` says so. */
  readonly cells: readonly GridCell[];
  readonly find: (measureId: string, group: string) => GridCell | undefined;
  /** Why nothing is expected of this district; null where something is. */
  readonly why: 'no expectations are made' | 'whom it serves is not known' | null;
};

/** What all districts are judged by; read once for a page. */
export type Yardstick = {
  readonly expectations: readonly Expectation[];
  readonly space: SharedSpace | undefined;
  readonly spreads: Spreads;
};

/** The grid of one district; undefined when there is no such district. */
export async function readDistrictGrid(
  view: View,
  districtId: DistrictId,
): Promise<DistrictGrid | undefined> {
  const [grid] = await readGrids(view, [districtId], await readYardstick(view));
  return grid;
}

/** The grids of the districts that serve like students as this one, at most 15, by name. */
export async function readSimilarGrids(view: View, districtId: DistrictId): Promise<DistrictGrid[]> {
  const similar = await selectSimilarDistricts(view, districtId);
  return readGrids(
    view,
    similar.map((one) => one.districtId),
    await readYardstick(view),
  );
}

export async function readYardstick(view: View): Promise<Yardstick> {
  const { expectations } = await view.row(sql.selectExpectations, {}, Expectations);
  return {
    expectations: z.array(ExpectationRow).parse(JSON.parse(expectations)).sort(gridOrder),
    space: (await selectProfileSpace(view))?.space,
    spreads: indexSpreads(await selectMeasureSpreads(view)),
  };
}

/** The grids of several districts, by name. */
export async function readGrids(
  view: View,
  districtIds: readonly DistrictId[],
  { expectations, space, spreads }: Yardstick,
): Promise<DistrictGrid[]> {
  if (districtIds.length === 0) return [];
  const profiles = new Map(
    (await selectProfiles(view, districtIds)).map((profile) => [profile.districtId, profile]),
  );
  const rows = await view.rows(
    sql.selectGridLines,
    {
      districtIds,
      measureIds: [...new Set(expectations.map(({ measureId }) => measureId))],
      fromYear: Math.min(9999, ...expectations.flatMap(({ years }) => years)),
    },
    GridLines,
  );
  return rows.map(({ lines, ...district }) => {
    const row = rowOf(profiles.get(district.districtId), space);
    const figures = parseGridLines(lines ?? '');
    const cells = row ? judgeGrid(row, figures, expectations, spreads) : [];
    const byKey = new Map(cells.map((cell) => [`${cell.measureId} ${cell.group}`, cell]));
    const why =
      expectations.length === 0 ? 'no expectations are made' : row ? null : 'whom it serves is not known';
    return { district, cells, find: (measureId, group) => byKey.get(`${measureId} ${group}`), why };
  });
}

function rowOf(profile: DistrictProfile | undefined, space: SharedSpace | undefined) {
  return profile && space ? designRow(profile, space) : undefined;
}
