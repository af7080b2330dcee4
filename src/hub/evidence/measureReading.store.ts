import type { SeriesRole } from '../../vocabulary/seriesRole.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { roleOfPosition } from '../partnership/roleOfPosition.ts';
import type { Database } from '../store/database.ts';
import { asMember, type Member } from '../store/view.ts';
import {
  selectBands,
  selectIsSynthetic,
  selectMeasureFigures,
  selectMeasureSpreads,
  selectSources,
  selectState,
} from './evidence.store.ts';
import type { Band, Source } from './evidenceRows.ts';
import { type Figures, indexFigures } from './figures.ts';
import { indexSpreads, type Spreads } from './figureVariance.ts';

/** A place on a measure's page: a district of the partnership, or the state. */
export type ReadPlace = {
  readonly cds: string;
  readonly name: string;
  readonly role: SeriesRole;
  readonly figures: Figures;
  readonly bands: readonly Band[];
};

export type MeasureReading = {
  readonly measure: MeasureDefinition;
  /** The districts in the partnership's order, then the state. */
  readonly places: readonly ReadPlace[];
  readonly years: readonly number[];
  readonly newestYear: number | null;
  readonly spreads: Spreads;
  readonly sources: readonly Source[];
  /** Bands are of the sample's made-up districts. */
  readonly syntheticBands: boolean;
};

/** Everything a measure's page shows, in one transaction. */
export function readMeasure(
  database: Database,
  member: Member,
  measure: MeasureDefinition,
): Promise<MeasureReading> {
  return asMember(database, member, async (view) => {
    const parties = await selectParties(view);
    const state = await selectState(view);
    const places: ReadPlace[] = [];
    const sourceIds: string[] = [];
    for (const place of [
      ...parties.map((party) => ({ ...party, name: party.shortName, role: roleOfPosition(party.position) })),
      ...(state ? [{ ...state, role: 'state' as const }] : []),
    ]) {
      const figures = await selectMeasureFigures(view, place.districtId, measure.id);
      sourceIds.push(...figures.map((figure) => figure.sourceId));
      const bands =
        place.role === 'state' ? [] : await selectBands(view, place.districtId, { measureId: measure.id });
      places.push({
        cds: place.cds,
        name: place.name,
        role: place.role,
        figures: indexFigures(figures),
        bands,
      });
    }
    const years = [...new Set(places.flatMap((place) => place.figures.years(measure.id)))].sort(
      (a, b) => a - b,
    );
    return {
      measure,
      places,
      years,
      newestYear: years.at(-1) ?? null,
      spreads: indexSpreads(await selectMeasureSpreads(view)),
      sources: await selectSources(view, [...new Set(sourceIds)]),
      syntheticBands: await selectIsSynthetic(view),
    };
  });
}
