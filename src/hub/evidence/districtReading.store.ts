import type { Database } from '../store/database.ts';
import { asMember, type Member } from '../store/view.ts';
import {
  selectAssistance,
  selectAssistanceStatuses,
  selectBands,
  selectDistrict,
  selectDistrictFigures,
  selectIsSynthetic,
  selectLocalIndicators,
  selectProfile,
  selectSchools,
  selectSimilarDistricts,
  selectSources,
} from './evidence.store.ts';
import type {
  Assistance,
  AssistanceStatus,
  Band,
  District,
  LocalIndicator,
  ProfileFact,
  SimilarDistrict,
  Source,
} from './evidenceRows.ts';
import { type Figures, indexFigures } from './figures.ts';

export type DistrictReading = {
  readonly district: District;
  readonly figures: Figures;
  readonly bands: readonly Band[];
  readonly profile: readonly ProfileFact[];
  readonly assistance: readonly Assistance[];
  readonly statuses: readonly AssistanceStatus[];
  readonly ratings: readonly LocalIndicator[];
  readonly similar: readonly SimilarDistrict[];
  readonly schools: number;
  /** Similar districts and bands are of the sample's made-up districts. */
  readonly syntheticBands: boolean;
  readonly sources: ReadonlyMap<string, Source>;
};

/** Everything a district's page shows, in one transaction; undefined when no loaded file has named the district. */
export function readDistrict(
  database: Database,
  member: Member,
  cds: string,
): Promise<DistrictReading | undefined> {
  return asMember(database, member, async (view) => {
    const district = await selectDistrict(view, cds);
    if (!district || district.level !== 'district') return undefined;
    const id = district.districtId;
    const figures = await selectDistrictFigures(view, id);
    const profile = await selectProfile(view, id);
    const assistance = await selectAssistance(view, id);
    const statuses = await selectAssistanceStatuses(view, id);
    const ratings = await selectLocalIndicators(view, id);
    const sourceIds = [figures, profile, assistance, statuses, ratings].flat().map((row) => row.sourceId);
    const sources = await selectSources(view, sourceIds);
    return {
      district,
      figures: indexFigures(figures),
      bands: await selectBands(view, id, { group: 'ALL' }),
      profile,
      assistance,
      statuses,
      ratings,
      similar: await selectSimilarDistricts(view, id),
      syntheticBands: await selectIsSynthetic(view),
      schools: (await selectSchools(view, id)).length,
      sources: new Map(sources.map((source) => [source.sourceId, source])),
    };
  });
}
