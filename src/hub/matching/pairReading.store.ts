import type { SeriesRole } from '../../vocabulary/seriesRole.ts';
import {
  selectIsSynthetic,
  selectMeasureFigures,
  selectSimilarDistricts,
} from '../evidence/evidence.store.ts';
import type { SimilarDistrict } from '../evidence/evidenceRows.ts';
import { indexFigures } from '../evidence/figures.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { roleOfPosition } from '../partnership/roleOfPosition.ts';
import type { MemberView } from '../store/view.ts';
import type { DistrictProfile } from './districtProfile.ts';
import { type DistrictGrid, readGrids, readYardstick } from './gridReading.store.ts';
import type { ComparedDistrict } from './pairSimilarity.ts';
import { type ComparedSpace, selectProfileSpace, selectProfiles } from './profiles.store.ts';

/** A district of the partnership with its needs and strengths, and the districts that serve like students. */
export type MatchedParty = Party & {
  readonly role: SeriesRole;
  readonly grid: DistrictGrid;
  readonly profile: DistrictProfile | undefined;
  readonly unduplicated: ComparedDistrict['unduplicated'];
  readonly similar: readonly (SimilarDistrict & Pick<DistrictGrid, 'district' | 'find'>)[];
};

export type PairReading = {
  /** In the partnership's order, or the viewer's own district first. */
  readonly parties: readonly MatchedParty[];
  readonly compared: ComparedSpace | undefined;
  /** Figures or expectations are of the sample's made-up districts. */
  readonly synthetic: boolean;
};

/** Everything that is matched in a partnership: the grids of its districts and of the districts similar to each. */
export async function readPair(view: MemberView): Promise<PairReading> {
  const parties = await selectParties(view);
  const yardstick = await readYardstick(view);
  const similar = new Map<string, readonly SimilarDistrict[]>();
  for (const { districtId } of parties)
    similar.set(districtId, await selectSimilarDistricts(view, districtId));
  const everybody = new Set([
    ...parties.map(({ districtId }) => districtId),
    ...[...similar.values()].flat().map(({ districtId }) => districtId),
  ]);
  const grids = new Map(
    (await readGrids(view, [...everybody], yardstick)).map((grid) => [grid.district.districtId, grid]),
  );
  const profiles = await selectProfiles(
    view,
    parties.map(({ districtId }) => districtId),
  );
  const unduplicated = new Map<string, ComparedDistrict['unduplicated']>();
  for (const { districtId } of parties)
    unduplicated.set(districtId, await readUnduplicated(view, districtId));
  const matched = parties.flatMap((party): MatchedParty[] => {
    const grid = grids.get(party.districtId);
    if (!grid) return [];
    return [
      {
        ...party,
        role: roleOfPosition(party.position),
        grid,
        profile: profiles.find((profile) => profile.districtId === party.districtId),
        unduplicated: unduplicated.get(party.districtId) ?? null,
        similar: (similar.get(party.districtId) ?? []).flatMap((one) => {
          const own = grids.get(one.districtId);
          return own ? [{ ...one, district: own.district, find: own.find }] : [];
        }),
      },
    ];
  });
  const own = view.member.districtId;
  return {
    parties: matched.toSorted((a, b) => Number(b.districtId === own) - Number(a.districtId === own)),
    compared: await selectProfileSpace(view),
    synthetic: await selectIsSynthetic(view),
  };
}

async function readUnduplicated(
  view: MemberView,
  districtId: string,
): Promise<ComparedDistrict['unduplicated']> {
  const figures = indexFigures(await selectMeasureFigures(view, districtId, 'upc'));
  const newest = figures.newestShown('upc', 'ALL');
  return newest ? { percent: newest.figure.value, schoolYear: newest.subject.schoolYear } : null;
}
