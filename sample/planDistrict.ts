import { type Cds, parseCds } from '../src/vocabulary/cds.ts';
import { citedDistricts } from './citedDistricts.ts';
import { citedCommunities, communities, type Community } from './communities.ts';
import { type DistrictEffects, drawEffects } from './drawEffects.ts';
import type { InventedDistrict } from './inventedPlaces.ts';
import { planSampleSchools, planSchools, type SchoolPlan } from './planSchools.ts';
import type { SeededRandom } from './seededRandom.ts';

/** A district before it has students. `counted` is false where only its schools are synthetic. */
export type DistrictPlan = {
  readonly cds: Cds;
  readonly name: string;
  readonly county: string;
  readonly city: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly counted: boolean;
  readonly schoolCodePrefix: string;
  readonly schools: readonly SchoolPlan[];
  readonly community: Community;
  readonly effects: DistrictEffects;
  /** Share of students who change school within the district in a year. */
  readonly mobility: number;
  /** Yearly growth of the number of seats. */
  readonly growth: number;
};

/** A synthetic district: its kind of community varied, its effects and its schools drawn. */
export function planDistrict(invented: InventedDistrict, random: SeededRandom): DistrictPlan {
  const { county, position } = invented;
  const students = Math.min(90_000, Math.max(400, invented.students * Math.exp(0.06 * random.normal())));
  return {
    cds: code(`${county.code}${99_000 + position}0000000`),
    name: invented.name,
    county: county.name,
    city: invented.place,
    latitude: county.latitude + 0.15 * (2 * random.uniform() - 1),
    longitude: county.longitude + 0.15 * (2 * random.uniform() - 1),
    counted: true,
    schoolCodePrefix: `99${String(position).padStart(2, '0')}`,
    schools: planSchools(invented.place, invented.kind, students, random),
    community: varied(communities[invented.community], random),
    effects: drawEffects(random),
    mobility: 0.004 + 0.016 * random.uniform(),
    growth: -0.012 + 0.012 * random.normal(),
  };
}

/** Twelve synthetic schools under a real district's code; none of the district's own figures come from them. */
export function planCitedDistrict(which: keyof typeof citedDistricts, random: SeededRandom): DistrictPlan {
  const { cds, name, county, city, latitude, longitude, position } = citedDistricts[which];
  return {
    cds,
    name,
    county,
    city,
    latitude,
    longitude,
    counted: false,
    schoolCodePrefix: `99${position}`,
    schools: planSampleSchools(random),
    community: citedCommunities[which],
    effects: drawEffects(random),
    mobility: 0.01,
    growth: -0.01,
  };
}

/** The same kind of place with its own mixture: shares moved on the log and log-odds scale. */
function varied(community: Community, random: SeededRandom): Community {
  const moved = (share: number, spread: number) => {
    const odds = (share / (1 - share)) * Math.exp(spread * random.normal());
    return odds / (1 + odds);
  };
  return {
    races: community.races.map((share) => share * Math.exp(0.3 * random.normal())),
    disadvantaged: moved(community.disadvantaged, 0.35),
    englishLearners: moved(community.englishLearners, 0.3),
    homeless: moved(community.homeless, 0.5),
    foster: moved(community.foster, 0.4),
    migrant: moved(community.migrant, 0.5),
  };
}

function code(text: string): Cds {
  const cds = parseCds(text);
  if (!cds) throw new Error(`${text} is no code`);
  return cds;
}
