import { z } from 'zod';
import { measures } from '../../measures/registry.ts';
import { caliperOf } from '../../stats/caliperOf.ts';
import { profileSpace } from '../../stats/profileSpace.ts';
import { similarUnitsOfAll } from '../../stats/similarUnitsOfAll.ts';
import { withinVariance } from '../../stats/withinVariance.ts';
import type { Database } from '../store/database.ts';
import { readStatements, type Statement } from '../store/statements.ts';
import { asOperator, type DistrictId, type OperatorView } from '../store/view.ts';
import { copyLine } from './copyLine.ts';
import type { MeasureSpread } from '../evidence/evidenceRows.ts';
import { isCountyOffice, servedFactors, similarityFactors } from './servedStudents.ts';

const sql = readStatements(import.meta.url, [
  'lockRollUps',
  'tuneForRollUps',
  'selectYearlyChanges',
  'deleteMeasureSpreads',
  'insertMeasureSpreads',
  'selectServedStudents',
  'deleteSimilarDistricts',
  'selectPartyDistricts',
  'deleteBands',
  'insertBands',
  'countBands',
]);

/** Fresh statistics for the planner: the embedded store gathers none by itself. It cannot be prepared, so that it stands here. */
const analyse: Statement = {
  name: 'analyse',
  text: 'analyze district, school, loaded_file, source, cell, profile_fact, similar_district',
  parameters: [],
};

const Nothing = z.object({});
const Served = z.object({
  districtId: z.string(),
  cds: z.string(),
  students: z.record(z.string(), z.number().nullable()),
});
const Change = z.object({
  measureId: z.string(),
  group: z.string(),
  period: z.number(),
  change: z.number(),
  before: z.number(),
  after: z.number(),
});

/** Most districts that are listed as similar to one. */
const mostSimilar = 15;

/** Fewer similar districts with a figure make no band. */
const fewestInBand = 5;

/**
 * The share of all pairs of districts that are called similar: one in twenty; in a state of fewer than two hundred
 * districts as many as give a district ten similar ones on average, twice what a band needs.
 */
const similarShare = (districts: number) => Math.max(0.05, (2 * fewestInBand) / (districts - 1));

/** Measures that are means of students, on one scale from year to year. */
const meanMeasures = measures.filter(({ unit }) => unit === 'points').map(({ id }) => id);

export type RollUps = {
  readonly spreads: number;
  /** Districts that were compared, and pairs that are similar. */
  readonly districts: number;
  readonly similarPairs: number;
  readonly bands: number;
};

/**
 * Makes anew everything that is derived from all loaded evidence together: how mean measures vary between students, which
 * districts serve like students, and the bands of partnership districts. One transaction; made after each load.
 */
export function makeRollUps(database: Database): Promise<RollUps> {
  return asOperator(database, async (view) => {
    await view.rows(sql.tuneForRollUps, {}, Nothing);
    await view.rows(sql.lockRollUps, {}, Nothing);
    await view.run(analyse, {});
    const spreads = await makeMeasureSpreads(view);
    const similar = await makeSimilarDistricts(view);
    return { spreads, ...similar, bands: await makeBands(view) };
  });
}

async function makeMeasureSpreads(view: OperatorView): Promise<number> {
  const changes = await view.rows(sql.selectYearlyChanges, { measureIds: meanMeasures }, Change);
  const spreads: MeasureSpread[] = [];
  for (const own of Map.groupBy(changes, ({ measureId, group }) => `${measureId} ${group}`).values()) {
    const [first] = own;
    const estimate = withinVariance(own);
    if (!first || !estimate.ok || estimate.variance <= 0) continue;
    const { measureId, group } = first;
    spreads.push({ measureId, group, withinVariance: estimate.variance, pairs: estimate.pairs });
  }
  await view.run(sql.deleteMeasureSpreads, {});
  await view.run(sql.insertMeasureSpreads, { spreads: JSON.stringify(spreads) });
  return spreads.length;
}

async function makeSimilarDistricts(
  view: OperatorView,
): Promise<{ districts: number; similarPairs: number }> {
  const all = await view.rows(sql.selectServedStudents, {}, Served);
  const districts = all.filter(({ cds }) => !isCountyOffice(cds));
  const table = districts.map(({ students }) => servedFactors(students));
  await view.run(sql.deleteSimilarDistricts, {});
  const space = profileSpace(table);
  if (!space.ok) return { districts: 0, similarPairs: 0 };
  const caliper = caliperOf(space, Math.min(1, similarShare(space.units.length)));
  const found = similarUnitsOfAll(table, { k: mostSimilar, caliper });
  if (!found.ok) return { districts: 0, similarPairs: 0 };
  const lines: string[] = [];
  for (const [unit, { similar }] of found.nearest) {
    for (const one of similar) {
      const contributions = Object.fromEntries(
        similarityFactors.map((factor, i) => [factor, one.contributions[i] ?? 0]),
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
  const copy = 'copy similar_district (district_id, similar_id, distance, contributions) from stdin';
  await view.copyIn(copy, inPieces(lines));
  return { districts: found.nearest.size, similarPairs: lines.length };
}

async function* inPieces(lines: readonly string[]): AsyncGenerator<string> {
  for (let i = 0; i < lines.length; i += 5000) yield lines.slice(i, i + 5000).join('');
}

/** Makes the bands of every district that is party to a partnership; called when one is made, too. Answers how many there are. */
export async function makeBands(view: OperatorView): Promise<number> {
  const parties = await view.rows(sql.selectPartyDistricts, {}, z.object({ districtId: z.string() }));
  for (const { districtId } of parties) await makeBandsOf(view, districtId);
  return (await view.row(sql.countBands, {}, z.object({ bands: z.number() }))).bands;
}

async function makeBandsOf(view: OperatorView, districtId: DistrictId): Promise<void> {
  await view.run(sql.deleteBands, { districtId });
  await view.run(sql.insertBands, { districtId, fewest: fewestInBand });
}
