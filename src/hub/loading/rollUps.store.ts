import { z } from 'zod';
import { measures } from '../../measures/registry.ts';
import { withinVariance } from '../../stats/withinVariance.ts';
import type { Database } from '../store/database.ts';
import type { Statement } from '../../vocabulary/sqlStatements.ts';
import { readStatements } from '../store/statements.ts';
import { asOperator, type DistrictId, type OperatorView } from '../store/view.ts';
import type { MeasureSpread } from '../evidence/evidenceRows.ts';
import { missingFactors } from '../matching/districtProfile.ts';
import { makeExpectations } from '../matching/makeExpectations.store.ts';
import { makeSimilarDistricts } from '../matching/makeSimilarDistricts.store.ts';

const sql = readStatements(import.meta.url, [
  'lockRollUps',
  'tuneForRollUps',
  'selectYearlyChanges',
  'deleteMeasureSpreads',
  'insertMeasureSpreads',
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
const Change = z.object({
  measureId: z.string(),
  group: z.string(),
  period: z.number(),
  change: z.number(),
  before: z.number(),
  after: z.number(),
});

/** Fewer similar districts with a figure make no band. */
const fewestInBand = 5;

/** Measures that are means of students, on one scale from year to year. */
const meanMeasures = measures.filter(({ unit }) => unit === 'points').map(({ id }) => id);

export type RollUps = {
  readonly spreads: number;
  /** Districts that were compared, and pairs that are similar. */
  readonly districts: number;
  readonly similarPairs: number;
  readonly bands: number;
  /** Levels and progresses that are expected, one for each measure and group with enough districts. */
  readonly expectations: number;
};

/**
 * Makes anew everything that is derived from all loaded evidence together: how mean measures vary between students, which
 * districts serve like students, what is expected of a district, and the bands of partnership districts. One transaction; made
 * after each load.
 */
export function makeRollUps(database: Database): Promise<RollUps> {
  return asOperator(database, async (view) => {
    await view.rows(sql.tuneForRollUps, {}, Nothing);
    await view.rows(sql.lockRollUps, {}, Nothing);
    await view.run(analyse, {});
    const spreads = await makeMeasureSpreads(view);
    const { profiles, space, similarPairs } = await makeSimilarDistricts(view);
    const expectations = space ? await makeExpectations(view, profiles, space) : 0;
    const districts = profiles.filter((profile) => missingFactors(profile).length === 0).length;
    return { spreads, districts, similarPairs, bands: await makeBands(view), expectations };
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
