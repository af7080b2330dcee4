import { hashDefinition } from '../../measures/hashDefinition.ts';
import { measureById } from '../../measures/registry.ts';
import { selectIsSynthetic, selectMeasureFigures } from '../evidence/evidence.store.ts';
import { indexFigures } from '../evidence/figures.ts';
import type { View } from '../store/view.ts';
import { type DistrictGrid, readDistrictGrid } from '../matching/gridReading.store.ts';
import { judgedParts, type KeptEvidence } from './keptEvidence.ts';
import type { NeedCell } from './needs.store.ts';

/** What the grid and the figures say today of a district's cell. */
export async function readEvidence(view: View, about: NeedCell): Promise<KeptEvidence> {
  return readEvidenceIn(view, about, await readDistrictGrid(view, about.districtId));
}

/** The same, from a grid that is read already. */
export async function readEvidenceIn(
  view: View,
  { districtId, measureId, group }: NeedCell,
  grid: DistrictGrid | undefined,
): Promise<KeptEvidence> {
  const measure = measureById(measureId);
  const cell = grid?.find(measureId, group);
  const figures = indexFigures(await selectMeasureFigures(view, districtId, measureId));
  const newest = figures.newestShown(measureId, group);
  const level = cell?.level;
  const years = [
    level ? cell.schoolYear : newest?.subject.schoolYear,
    ...(cell?.progress?.years ?? []),
  ].filter((year) => year !== undefined);
  const sourceIds = years.flatMap((year) => figures.find(measureId, group, year)?.sourceId ?? []);
  return {
    measureId,
    group,
    status: 'not judged',
    level: null,
    progress: null,
    schoolYear: (level ? cell.schoolYear : newest?.subject.schoolYear) ?? null,
    figure: newest ? { value: Number(newest.figure.value), n: newest.figure.n } : null,
    ...(cell ? judgedParts(cell) : {}),
    ...(level ? { figure: { value: level.value, n: level.n } } : {}),
    synthetic: await selectIsSynthetic(view),
    definition: { version: measure.version, hash: hashDefinition(measure) },
    sourceIds: [...new Set(sourceIds)],
  };
}
