import { selectDistricts } from '../evidence/evidence.store.ts';
import type { DistrictId, View } from '../store/view.ts';
import { distanceOfProfiles } from './districtProfile.ts';
import { selectProfiles, selectProfileSpace } from './profiles.store.ts';

/**
 * Every district that lies inside the caliper of any of these, not only the nearest fifteen that pages list; empty before
 * profiles are compared. A district without a profile is like nobody.
 */
export async function selectWithinCaliper(
  view: View,
  districtIds: readonly DistrictId[],
): Promise<ReadonlySet<DistrictId>> {
  const compared = await selectProfileSpace(view);
  if (!compared) return new Set();
  const everybody = await selectDistricts(view);
  const profiles = await selectProfiles(
    view,
    everybody.map(({ districtId }) => districtId),
  );
  const own = profiles.filter(({ districtId }) => districtIds.includes(districtId));
  const isNear = (one: (typeof profiles)[number]) =>
    own.some((mine) => {
      const apart = mine === one ? undefined : distanceOfProfiles(mine, one, compared.space);
      return apart !== undefined && apart.distance <= compared.caliper;
    });
  return new Set(profiles.filter(isNear).map(({ districtId }) => districtId));
}
