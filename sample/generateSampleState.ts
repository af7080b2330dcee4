import { districtOfCds } from '../src/vocabulary/cds.ts';
import { citedEnrolmentRows } from './citedEnrolment.ts';
import { citedRows } from './citedFacts.ts';
import { inventedDistricts } from './inventedPlaces.ts';
import { schoolGroups } from './metricRules.ts';
import { outcomeRows } from './outcomeRows.ts';
import type { OutcomeRow, SchoolRow } from './outcomesLayout.ts';
import { nearCitedFigures } from './nearCitedFigures.ts';
import { type DistrictPlan, planCitedDistrict, planDistrict } from './planDistrict.ts';
import type { SchoolPlan } from './planSchools.ts';
import { type SeededRandom, seededRandom } from './seededRandom.ts';
import { type DistrictCounts, simulateDistrict } from './simulateDistrict.ts';
import { addTally, newTally, type Tally } from './tally.ts';

/** The seed of the sample state that `npm start` shows and that the tests read. */
export const defaultSeed = 2008;

/** The sample state in the state's own layouts. Every call of a rows function starts again with the same rows. */
export type SampleState = {
  readonly seed: number;
  /** State, county and district rows: the cited figures and the synthetic ones. */
  readonly districtRows: () => Iterable<OutcomeRow>;
  /** All synthetic. */
  readonly schoolRows: () => Iterable<OutcomeRow>;
  /** All synthetic. */
  readonly schools: readonly SchoolRow[];
};

type School = { readonly row: SchoolRow; readonly cds: string; readonly name: string; readonly tally: Tally };
type Place = { readonly level: 'county' | 'district'; readonly cds: string; readonly name: string };

/**
 * Makes the sample state: the published figures of California and the two cited districts, synthetic districts
 * with their schools and counties, and twelve synthetic schools for each cited district. `districts` takes only
 * the first so many synthetic ones, each the same as in the whole state, because a district draws from a stream
 * of its own. The same seed gives the same rows to the byte.
 */
export function generateSampleState({
  seed = defaultSeed,
  districts = inventedDistricts.length,
}: {
  readonly seed?: number;
  readonly districts?: number;
} = {}): SampleState {
  const places: { place: Place; tally: Tally }[] = [];
  const counties = new Map<string, { place: Place; tally: Tally }>();
  const schools: School[] = [];
  const include = (plan: DistrictPlan, random: SeededRandom) => {
    const counts = simulateDistrict(plan, random);
    schools.push(...schoolsOf(plan, counts, random));
    if (!plan.counted) return;
    places.push({ place: { level: 'district', cds: plan.cds, name: plan.name }, tally: counts.district });
    const cds = `${plan.cds.slice(0, 2)}000000000000`;
    const county = counties.get(cds) ?? {
      place: { level: 'county', cds, name: plan.county },
      tally: newTally(),
    };
    addTally(county.tally, counts.district);
    counties.set(cds, county);
  };
  for (const which of ['fresno', 'longBeach'] as const) {
    const random = seededRandom(seed, which);
    include(nearCitedFigures(planCitedDistrict(which, random), seed), random);
  }
  for (const invented of inventedDistricts.slice(0, districts)) {
    const random = seededRandom(seed, `district ${invented.position}`);
    include(planDistrict(invented, random), random);
  }
  const counted = [...counties.values(), ...places].sort((one, other) =>
    one.place.cds < other.place.cds ? -1 : 1,
  );
  schools.sort((one, other) => (one.cds < other.cds ? -1 : 1));
  return {
    seed,
    *districtRows() {
      yield* citedRows();
      yield* citedEnrolmentRows();
      for (const { place, tally } of counted) yield* outcomeRows(place, tally);
    },
    *schoolRows() {
      for (const { cds, name, tally } of schools) {
        yield* outcomeRows({ level: 'school', cds, name }, tally, schoolGroups);
      }
    },
    schools: schools.map(({ row }) => row),
  };
}

function schoolsOf(plan: DistrictPlan, counts: DistrictCounts, random: SeededRandom): School[] {
  return plan.schools.map((school, index) => {
    const cds = `${plan.cds.slice(0, 7)}${plan.schoolCodePrefix}${String(index + 1).padStart(3, '0')}`;
    const near = (middle: number) => (middle + 0.05 * (2 * random.uniform() - 1)).toFixed(4);
    return {
      cds,
      name: school.name,
      tally: counts.schools[index] ?? newTally(),
      row: {
        cds,
        school: school.name,
        district_cds: districtOfCds(plan.cds),
        district: plan.name,
        county: plan.county,
        city: plan.city,
        zip: '00000',
        charter: flag(school.charter),
        dass: flag(school.alternative),
        magnet: flag(school.magnet),
        grade_span: gradeSpan(school),
        enrollment: counts.enrolment[index] ?? 0,
        lat: near(plan.latitude),
        lon: near(plan.longitude),
      },
    };
  });
}

function flag(is: boolean): 'True' | 'False' {
  return is ? 'True' : 'False';
}

/** As the list of schools writes it, with an en dash: `K–5`. */
function gradeSpan({ lowest, highest }: SchoolPlan): string {
  return `${lowest === 0 ? 'K' : lowest}–${highest}`;
}
