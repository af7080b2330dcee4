import assert from 'node:assert/strict';
import { seededRandom } from '../sample/seededRandom.ts';
import { layouts } from '../src/layouts/layouts.ts';
import { loadFile } from '../src/hub/loading/loadFile.store.ts';
import { makeRollUps } from '../src/hub/loading/rollUps.store.ts';
import type { Database } from '../src/hub/store/database.ts';
import { districtsUnderTest } from './hubUnderTest.ts';

const [fresno, longBeach] = districtsUnderTest;
const districts = 60;

const groups = [
  ['english_learners', 0.2],
  ['socioeconomically_disadvantaged', 0.6],
  ['students_with_disabilities', 0.12],
  ['foster', 0.02],
  ['homeless', 0.05],
  ['african_american', 0.1],
  ['asian', 0.1],
  ['filipino', 0.05],
  ['hispanic_latino', 0.4],
  ['white', 0.2],
  ['two_or_more_races', 0.1],
] as const;

/** Sixty districts whose mathematics follows from whom they serve; Fresno stands 60 points below that line, Long Beach 60 above it. */
function* rows(): Generator<string> {
  yield 'level,cds,name,school_year,metric,subgroup,value,numerator,denominator,reliability,source_dataset';
  const random = seededRandom(7, 'state');
  for (let i = 0; i < districts; i++) {
    const known = i === 0 ? fresno : i === 1 ? longBeach : undefined;
    const cds = known?.cds ?? `1062${100 + i}0000000`;
    const name = known?.name ?? `District ${i}`;
    const row = (year: number, metric: string, group: string, figures: string, dataset: string) =>
      `district,${cds},${name},${year - 1}-${year % 100},${metric},${group},${figures},cde_${dataset}_${year - 1}_${year % 100}`;
    const rate = (part: number, n: number) => `${((100 * part) / n).toFixed(1)},${part},${n},reliable`;
    const n = Math.round(900 * Math.exp(2 * random.uniform()));
    const shares = groups.map(([, share]) => share * (0.5 + random.uniform()));
    const out = (whole: number) => rate(Math.round(whole / 20), whole);
    yield row(2025, 'suspension_rate', 'all', out(n), 'suspension');
    for (const [g, [group]] of groups.entries())
      yield row(2025, 'suspension_rate', group, out(Math.round(n * (shares[g] ?? 0))), 'suspension');
    yield row(2025, 'chronic_absenteeism_rate', 'all', rate(Math.round(n / 4), n), 'chronic_absenteeism');
    const upper = Math.round(n * (0.2 + 0.2 * random.uniform()));
    const absent = rate(Math.round(upper / 4), upper);
    yield row(2025, 'chronic_absenteeism_rate', 'grades_9_12', absent, 'chronic_absenteeism');
    const planted = i === 0 ? -60 : i === 1 ? 60 : 6 * random.normal();
    for (const year of [2023, 2024, 2025]) {
      const chance = (100 / Math.sqrt(n / 2)) * random.normal();
      const level = 20 - 80 * (shares[1] ?? 0) + planted + 3 * (year - 2025) + chance;
      const figures = `${level.toFixed(1)},,${Math.round(n / 2)},reliable`;
      yield row(year, 'math_distance_from_standard', 'all', figures, 'academic_indicator_math');
    }
  }
}

/** Loads a small made-up state in which Fresno's grid calls mathematics of all students a need, and Long Beach's a strength. */
export async function plantNeed(store: Database): Promise<void> {
  const source = {
    name: 'planted.csv',
    async *open() {
      yield [...rows()].join('\n');
    },
  };
  const report = await loadFile(store, source, { layouts, at: new Date('2025-11-01T00:00:00Z') });
  assert.equal(report.outcome, 'loaded', JSON.stringify(report.findings[0]));
  await makeRollUps(store);
}
