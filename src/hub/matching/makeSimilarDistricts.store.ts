import { z } from 'zod';
import { caliperOf } from '../../stats/caliperOf.ts';
import { type ProfileSpace, profileSpace } from '../../stats/profileSpace.ts';
import { similarUnitsOfAll } from '../../stats/similarUnitsOfAll.ts';
import { copyLine } from '../loading/copyLine.ts';
import { readStatements } from '../store/statements.ts';
import type { OperatorView } from '../store/view.ts';
import type { DistrictProfile, SharedSpace } from './districtProfile.ts';
import { isCountyOffice, servedFactors } from './servedStudents.ts';
import { similarityFactors } from './similarityFactor.ts';

const sql = readStatements(import.meta.url, [
  'selectServedStudents',
  'deleteSimilarDistricts',
  'deleteDistrictProfiles',
  'deleteProfileSpace',
  'insertProfileSpace',
]);

const Served = z.object({
  districtId: z.string(),
  cds: z.string(),
  schoolYear: z.number(),
  students: z.record(z.string(), z.number().nullable()),
  ownStudents: z.number().nullable(),
  ownYear: z.number().nullable(),
});
type Served = z.infer<typeof Served>;

/** Most districts that are listed as similar to one. */
const mostSimilar = 15;

/**
 * The share of all pairs of districts that are called similar: one in twenty; in a state of fewer than two hundred
 * districts as many as give a district ten similar ones on average, twice what a band needs.
 */
const similarShare = (districts: number) => Math.max(0.05, 10 / (districts - 1));

export type MadeSimilar = {
  readonly profiles: readonly DistrictProfile[];
  /** Undefined where too few districts are known to compare any. */
  readonly space: SharedSpace | undefined;
  readonly similarPairs: number;
};

/** Makes anew whom each district serves, how profiles are compared, and which districts are similar. County offices stand outside. */
export async function makeSimilarDistricts(view: OperatorView): Promise<MadeSimilar> {
  const all = await view.rows(sql.selectServedStudents, {}, Served);
  const districts = all.filter(({ cds }) => !isCountyOffice(cds));
  const table = districts.map(({ students, ownStudents }) => servedFactors(students, ownStudents));
  const profiles = districts.map((district, i) => profileOf(district, table[i] ?? []));
  for (const statement of [sql.deleteSimilarDistricts, sql.deleteDistrictProfiles, sql.deleteProfileSpace])
    await view.run(statement, {});
  await view.copyIn(
    'copy district_profile (district_id, school_year, students, own_students, own_year, factors) from stdin',
    inPieces(profiles.filter(({ students }) => students > 0).map(profileLine)),
  );
  const space = profileSpace(table);
  if (!space.ok) return { profiles, space: undefined, similarPairs: 0 };
  const caliper = caliperOf(space, Math.min(1, similarShare(space.units.length)));
  const shared = sharedSpace(space, table);
  const [first] = districts;
  await view.run(sql.insertProfileSpace, {
    schoolYear: first?.schoolYear,
    districts: space.units.length,
    caliper,
    space: JSON.stringify(shared),
  });
  const found = similarUnitsOfAll(table, { k: mostSimilar, caliper });
  if (!found.ok) return { profiles, space: shared, similarPairs: 0 };
  const lines: string[] = [];
  for (const [unit, { similar }] of found.nearest) {
    for (const one of similar) {
      const contributions = Object.fromEntries(
        similarityFactors.map(({ id }, i) => [id, one.contributions[i] ?? 0]),
      );
      lines.push(
        copyLine([
          districts[unit]?.districtId ?? '',
          districts[one.unit]?.districtId ?? '',
          one.distance,
          JSON.stringify(contributions),
        ]),
      );
    }
  }
  await view.copyIn(
    'copy similar_district (district_id, similar_id, distance, contributions) from stdin',
    inPieces(lines),
  );
  return { profiles, space: shared, similarPairs: lines.length };
}

function profileOf(district: Served, factors: readonly number[]): DistrictProfile {
  const { districtId, schoolYear, students, ownStudents, ownYear } = district;
  const known = similarityFactors.flatMap(({ id }, i) => {
    const value = factors[i];
    return value === undefined || Number.isNaN(value) ? [] : [[id, value]];
  });
  return {
    districtId,
    schoolYear,
    students: students['suspension all ALL'] ?? 0,
    ownStudents,
    ownYear,
    factors: Object.fromEntries(known),
  };
}

function profileLine(profile: DistrictProfile): string {
  const { districtId, schoolYear, students, ownStudents, ownYear, factors } = profile;
  return copyLine([districtId, schoolYear, students, ownStudents, ownYear, JSON.stringify(factors)]);
}

/** Means and deviations as `profileSpace` takes them: over the complete units, population standard deviation. */
function sharedSpace({ units, lower }: ProfileSpace, table: readonly (readonly number[])[]): SharedSpace {
  const columns = similarityFactors.map((_, factor) => units.map((unit) => table[unit]?.[factor] as number));
  const means = columns.map(
    (column) => column.reduce((sum, value) => sum + value, 0) / Math.max(1, column.length),
  );
  const deviations = columns.map((column, i) =>
    column.every((value) => value === column[0])
      ? 0
      : Math.sqrt(
          column.reduce((sum, value) => sum + (value - (means[i] as number)) ** 2, 0) / column.length,
        ),
  );
  return { means, deviations, lower: lower.map((row) => [...row]) };
}

async function* inPieces(lines: readonly string[]): AsyncGenerator<string> {
  for (let i = 0; i < lines.length; i += 5000) yield lines.slice(i, i + 5000).join('');
}
