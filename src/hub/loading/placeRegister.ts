import { type Cds, type CdsLevel, cdsLevel, districtOfCds } from '../../vocabulary/cds.ts';
import { wholeDistrict } from '../evidence/figureRow.ts';
import type { FindDistrict, Place, SchoolListing } from '../../layouts/layout.ts';

export type DistrictEntry = {
  readonly districtId: string;
  readonly cds: string;
  readonly level: Exclude<CdsLevel, 'school'>;
  name: string;
  county: string | null;
  nces: string | null;
};
export type SchoolEntry = {
  readonly districtId: string;
  readonly schoolId: string;
  readonly cds: string;
  name: string;
};
export type SchoolDetails = Omit<SchoolListing, 'place'>;
export type PlaceIds = { readonly districtId: string; readonly schoolId: string };

/** How new the words of a fact are: its school year, and whether they are made up. */
export type Standing = { readonly schoolYear: number | null; readonly synthetic: boolean };

export type PlaceRegister = {
  /** The ids of a place, named now if nobody has yet; undefined for a place without a name that nobody has named. */
  find(place: Place, standing: Standing): PlaceIds | undefined;
  list(listing: SchoolListing): PlaceIds | undefined;
  /** Keeps the federal code of a district, also one that is only named later in the file. */
  setNces(cds: Cds, nces: string): void;
  readonly findDistrict: FindDistrict;
  /** What is new or changed since the last call. */
  take(): { districts: DistrictEntry[]; schools: (SchoolEntry & Partial<SchoolDetails>)[] };
};

/**
 * The districts and schools that a load knows and names. The newest words win: a fact of an older school year than
 * `newestYear`, the newest already loaded, names only what has no name; a synthetic one never renames. A name of
 * digits alone is the code again and gives way to any other.
 */
export function placeRegister(
  known: { districts: readonly DistrictEntry[]; schools: readonly SchoolEntry[]; newestYear: number },
  newId: () => string,
): PlaceRegister {
  const districts = new Map<string, DistrictEntry>(known.districts.map((one) => [one.cds, { ...one }]));
  const schools = new Map<string, SchoolEntry>(known.schools.map((one) => [one.cds, { ...one }]));
  const nameYears = new Map<string, number>();
  const ncesCodes = new Map<string, string>();
  let changedDistricts = new Map<string, DistrictEntry>();
  let changedSchools = new Map<string, SchoolEntry & Partial<SchoolDetails>>();
  let last: { place: Place; standing: Standing; ids: PlaceIds } | undefined;

  const mayRename = (entry: { cds: string; name: string }, standing: Standing): boolean => {
    const year = standing.schoolYear ?? known.newestYear;
    if (/^\d+$/.test(entry.name)) return true;
    if (standing.synthetic || year < (nameYears.get(entry.cds) ?? known.newestYear)) return false;
    nameYears.set(entry.cds, year);
    return true;
  };
  const district = (code: Cds, name: string | null, county: string | null, standing: Standing) => {
    const entry = districts.get(code);
    if (!entry) {
      if (name === null) return undefined;
      const made: DistrictEntry = {
        districtId: newId(),
        cds: own(code),
        level: cdsLevel(code) as DistrictEntry['level'],
        name: own(name),
        county: own(county ?? countyOf(code)),
        nces: ncesCodes.get(code) ?? null,
      };
      districts.set(made.cds, made);
      changedDistricts.set(made.cds, made);
      nameYears.set(made.cds, standing.synthetic ? 0 : (standing.schoolYear ?? known.newestYear));
      return made;
    }
    const better = name !== null && name !== entry.name && !/^\d+$/.test(name) && mayRename(entry, standing);
    if (better) entry.name = own(name);
    const named = county ?? (entry.county === null ? countyOf(code) : null);
    const moved =
      named !== null && named !== entry.county && (entry.county === null || mayRename(entry, standing));
    if (moved) entry.county = own(named);
    if (better || moved) changedDistricts.set(entry.cds, entry);
    return entry;
  };
  const countyOf = (code: Cds): string | null =>
    cdsLevel(code) === 'district' ? (districts.get(`${code.slice(0, 2)}000000000000`)?.name ?? null) : null;
  const school = (place: Place, standing: Standing): PlaceIds | undefined => {
    const home = district(districtOfCds(place.cds), place.districtName, place.county, standing);
    if (!home) return undefined;
    const entry = schools.get(place.cds);
    if (entry) {
      if (place.name !== null && place.name !== entry.name && mayRename(entry, standing)) {
        entry.name = own(place.name);
        changedSchools.set(entry.cds, { ...changedSchools.get(entry.cds), ...entry });
      }
      return entry;
    }
    if (place.name === null) return undefined;
    const made = {
      districtId: home.districtId,
      schoolId: newId(),
      cds: own(place.cds),
      name: own(place.name),
    };
    schools.set(made.cds, made);
    changedSchools.set(made.cds, made);
    nameYears.set(made.cds, standing.synthetic ? 0 : (standing.schoolYear ?? known.newestYear));
    return made;
  };
  const find = (place: Place, standing: Standing): PlaceIds | undefined => {
    if (last?.place === place && last.standing === standing) return last.ids;
    const found =
      cdsLevel(place.cds) === 'school'
        ? school(place, standing)
        : district(place.cds, place.name, place.county, standing);
    if (!found) return undefined;
    const ids = 'schoolId' in found ? found : { districtId: found.districtId, schoolId: wholeDistrict };
    last = { place, standing, ids };
    return ids;
  };
  const byName = Map.groupBy(known.districts, ({ name, county }) => nameKey(name, county ?? ''));
  return {
    find,
    findDistrict: (name, county) => {
      const found = byName.get(nameKey(name, county)) ?? [];
      return found.length === 1 ? (found[0]?.cds as Cds) : undefined;
    },
    list: ({ place, ...details }) => {
      const ids = find(place, { schoolYear: null, synthetic: false });
      const entry = schools.get(place.cds);
      if (entry) changedSchools.set(entry.cds, { ...entry, ...details });
      return ids;
    },
    setNces: (cds, nces) => {
      const entry = districts.get(cds);
      if (!entry) ncesCodes.set(own(cds), own(nces));
      else if (entry.nces !== nces) {
        entry.nces = own(nces);
        changedDistricts.set(entry.cds, entry);
      }
    },
    take: () => {
      const changes = { districts: [...changedDistricts.values()], schools: [...changedSchools.values()] };
      changedDistricts = new Map();
      changedSchools = new Map();
      return changes;
    },
  };
}

function nameKey(name: string, county: string): string {
  return `${name.trim()}\t${county.trim()}`.toLowerCase();
}

/** A copy that stands alone: a piece cut from a file's text would keep that whole text in memory. */
function own<T extends string | null>(text: T): T {
  return (text === null ? null : Buffer.from(text).toString()) as T;
}
