import { selectDistrict, selectIsSynthetic, selectSimilarDistricts } from '../evidence/evidence.store.ts';
import type { District, SimilarDistrict } from '../evidence/evidenceRows.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import { type DistrictProfile, distanceOfProfiles, type ProfileDistance } from './districtProfile.ts';
import {
  type ComparedSpace,
  type OutsideDistrict,
  selectOutside,
  selectProfileSpace,
  selectProfiles,
} from './profiles.store.ts';

/** A district that serves like students, with whom it serves. */
export type ProfiledSimilar = SimilarDistrict & { readonly profile: DistrictProfile | undefined };

/** Another district of the partnership, however far from this one. */
export type OtherParty = Party & {
  readonly profile: DistrictProfile | undefined;
  readonly apart: ProfileDistance | undefined;
};

export type SimilarReading = {
  readonly district: District;
  readonly profile: DistrictProfile | undefined;
  /** By name. */
  readonly similar: readonly ProfiledSimilar[];
  readonly others: readonly OtherParty[];
  readonly compared: ComparedSpace | undefined;
  readonly outside: readonly OutsideDistrict[];
  readonly synthetic: boolean;
};

/** Everything the page of a district's similar districts shows; undefined when no loaded file names the district. */
export async function readSimilar(view: MemberView, cds: string): Promise<SimilarReading | undefined> {
  const district = await selectDistrict(view, cds);
  if (district?.level !== 'district') return undefined;
  const similar = await selectSimilarDistricts(view, district.districtId);
  const parties = (await selectParties(view)).filter((party) => party.cds !== cds);
  const ids = [district, ...similar, ...parties].map(({ districtId }) => districtId);
  const profiles = new Map(
    (await selectProfiles(view, [...new Set(ids)])).map((profile) => [profile.districtId, profile]),
  );
  const profile = profiles.get(district.districtId);
  const compared = await selectProfileSpace(view);
  return {
    district,
    profile,
    similar: similar
      .map((one) => ({ ...one, profile: profiles.get(one.districtId) }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    others: parties.map((party) => {
      const their = profiles.get(party.districtId);
      const apart =
        profile && their && compared ? distanceOfProfiles(profile, their, compared.space) : undefined;
      return { ...party, profile: their, apart };
    }),
    compared,
    outside: await selectOutside(view),
    synthetic: await selectIsSynthetic(view),
  };
}
