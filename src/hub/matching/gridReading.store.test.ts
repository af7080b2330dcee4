import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../../../sample/seededRandom.ts';
import { onEachEngine } from '../../../test/engines.ts';
import { selectDistrict, selectSimilarDistricts } from '../evidence/evidence.store.ts';
import { layouts } from '../../layouts/layouts.ts';
import { loadFile } from '../loading/loadFile.store.ts';
import { makeRollUps } from '../loading/rollUps.store.ts';
import type { Database } from '../store/database.ts';
import { asVisitor } from '../store/view.ts';
import { distanceOfProfiles, isMostlyCharter } from './districtProfile.ts';
import { readDistrictGrid, readSimilarGrids } from './gridReading.store.ts';
import { selectOutside, selectProfileSpace, selectProfiles } from './profiles.store.ts';

const districts = 80;
const cdsOf = (i: number) => `1062${100 + i}0000000`;
const office = '10101080000000';
const [strong, needy, few, silent, sponsor] = [10, 11, 12, 13, 14];

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

/**
 * Eighty districts and a county office. Mathematics follows from the share of the disadvantaged, with an effect of 6
 * points a district; one stands 60 above the line, one 60 below it, one shows too few students, one nothing.
 */
function* outcomeRows(): Generator<string> {
  yield 'level,cds,name,school_year,metric,subgroup,value,numerator,denominator,reliability,source_dataset';
  const random = seededRandom(3, 'state');
  for (let i = 0; i <= districts; i++) {
    const cds = i === districts ? office : cdsOf(i);
    const row = (year: number, metric: string, group: string, figures: string, dataset: string) => {
      const name = `${year - 1}-${year % 100}`;
      return `district,${cds},District ${i},${name},${metric},${group},${figures},cde_${dataset}_${name.replace('-', '_')}`;
    };
    const rate = (numerator: number, n: number) =>
      `${((100 * numerator) / n).toFixed(1)},${numerator},${n},reliable`;
    const n = Math.round(600 * Math.exp(2.5 * random.uniform()));
    const shares = groups.map(([, share]) => share * (0.5 + random.uniform()));
    yield row(2025, 'suspension_rate', 'all', rate(Math.round(n / 25), n), 'suspension');
    for (const [g, [group]] of groups.entries()) {
      const part = Math.round(n * (shares[g] as number));
      yield row(2025, 'suspension_rate', group, rate(Math.round(part / 20), part), 'suspension');
    }
    yield row(2025, 'chronic_absenteeism_rate', 'all', rate(Math.round(n / 4), n), 'chronic_absenteeism');
    const upper = Math.round(n * (0.2 + 0.2 * random.uniform()));
    yield row(
      2025,
      'chronic_absenteeism_rate',
      'grades_9_12',
      rate(Math.round(upper / 4), upper),
      'chronic_absenteeism',
    );
    const planted = i === strong ? 60 : i === needy ? -60 : 6 * random.normal();
    for (const year of [2023, 2024, 2025]) {
      if (i === silent) continue;
      const level =
        20 -
        80 * (shares[1] as number) +
        planted +
        3 * (year - 2025) +
        (100 / Math.sqrt(n / 2)) * random.normal();
      const figures =
        i === few && year === 2025 ? ',,9,suppressed' : `${level.toFixed(1)},,${Math.round(n / 2)},reliable`;
      yield row(year, 'math_distance_from_standard', 'all', figures, 'academic_indicator_math');
    }
  }
}

const upcHeader =
  'Academic Year,County Code,District Code,School Code,County Name,District Name,School Name,District Type,School Type,Educational Option Type,NSLP Provision Status,Charter School (Y/N),Charter Number,Charter Funding Type,IRC,Low Grade,High Grade,Total Enrollment,Free & Reduced Meal Program,Foster,Homeless,Migrant Program,Direct Certification,Unduplicated FRPM Eligible Count,English Learner (EL),CALPADS Unduplicated Pupil Count (UPC),CALPADS Fall 1 Certification Status (Y/N),Tribal Foster Youth';
const upcRow = (year: string, i: number, students: number) =>
  `${year},10,62${100 + i},0000000,Fresno,District ${i},N/A,Unified,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,${students},0,0,0,0,0,0,0,0,Y,0`;

async function load(store: Database, name: string, lines: readonly string[]): Promise<void> {
  const source = {
    name,
    async *open() {
      yield lines.join('\n');
    },
  };
  const report = await loadFile(store, source, { layouts, at: new Date() });
  assert.equal(report.outcome, 'loaded', JSON.stringify(report.findings[0]));
}

onEachEngine('the grid of a district', (store) => {
  const gridOf = (i: number) =>
    asVisitor(store(), null, async (view) => {
      const district = await selectDistrict(view, cdsOf(i));
      return readDistrictGrid(view, district?.districtId ?? '');
    });

  test('is empty and says why before anything is loaded, and is not there for a district nobody has named', async () => {
    await asVisitor(store(), null, async (view) => {
      assert.equal(await readDistrictGrid(view, '00000000-0000-0000-0000-000000000001'), undefined);
    });
    await store().transaction((connection) =>
      connection.query(
        "insert into district (district_id, cds, level, name) values ('00000000-0000-0000-0000-000000000002', '01000010000000', 'district', 'Alone')",
      ),
    );
    await asVisitor(store(), null, async (view) => {
      const grid = await readDistrictGrid(view, '00000000-0000-0000-0000-000000000002');
      assert.deepEqual([grid?.cells, grid?.why], [[], 'no expectations are made']);
    });
  });

  test('finds a strength and a need planted 60 points off the line, 80 districts being compared', async () => {
    await load(store(), 'outcomes.csv', [...outcomeRows()]);
    await load(store(), 'upc.csv', [
      upcHeader,
      ...Array.from({ length: districts }, (_, i) => upcRow('2022-2023', i, i === sponsor ? 60 : 2500)),
      upcRow('2023-2024', sponsor, 44),
    ]);
    const made = await makeRollUps(store());
    assert.deepEqual([made.districts, made.expectations > 10], [districts, true]);
    const [ours, theirs] = [
      (await gridOf(strong))?.find('math_dfs', 'ALL'),
      (await gridOf(needy))?.find('math_dfs', 'ALL'),
    ];
    assert.deepEqual([ours?.status, theirs?.status], ['strength', 'need']);
    assert.ok(ours?.level && ours.level.interval[0] > 30 && ours.level.interval[1] < 75);
    assert.ok(theirs?.level && theirs.level.effect < -40);
    assert.deepEqual([ours?.schoolYear, ours?.progress?.years], [2025, [2023, 2024, 2025]]);
  });

  test('shows none of the other 76 as more than 30 points off the line: their own effects vary by 6', async () => {
    let called = 0;
    for (let i = 0; i < districts; i++) {
      if ([strong, needy, few, silent].includes(i)) continue;
      const cell = (await gridOf(i))?.find('math_dfs', 'ALL');
      if (cell?.level && Math.abs(cell.level.effect) > 30) called++;
    }
    assert.equal(called, 0);
  });

  test('says too few students where 9 are withheld and not reported where there is no row', async () => {
    const cell = (await gridOf(few))?.find('math_dfs', 'ALL');
    assert.deepEqual([cell?.status, cell?.level, cell?.progress], ['too few students', null, null]);
    assert.equal((await gridOf(silent))?.find('math_dfs', 'ALL')?.status, 'not reported');
  });

  test('takes sizes from outside charter schools: a sponsor of 44 students of its own is mostly charter', async () => {
    await asVisitor(store(), null, async (view) => {
      const ids = [];
      for (const i of [sponsor, strong]) ids.push((await selectDistrict(view, cdsOf(i)))?.districtId ?? '');
      const profiles = await selectProfiles(view, ids);
      const [own, other] = ids.map((id) => profiles.find(({ districtId }) => districtId === id));
      assert.deepEqual([own?.ownStudents, own?.ownYear, own?.factors.size], [44, 2024, Math.log(44)]);
      assert.deepEqual([other?.ownStudents, other?.ownYear], [2500, 2023]);
      assert.deepEqual([own && isMostlyCharter(own), other && isMostlyCharter(other)], [true, false]);
      assert.equal((await selectProfileSpace(view))?.districts, districts);
    });
  });

  test('leaves a county office out by name, expects nothing of it, and reads grids of similar districts by name', async () => {
    await asVisitor(store(), null, async (view) => {
      assert.deepEqual(
        (await selectOutside(view)).map(({ name, isCountyOffice }) => [name, isCountyOffice]),
        [[`District ${districts}`, true]],
      );
      const county = await selectDistrict(view, office);
      const grid = await readDistrictGrid(view, county?.districtId ?? '');
      assert.deepEqual([grid?.cells, grid?.why], [[], 'whom it serves is not known']);
      const similar = await readSimilarGrids(view, (await selectDistrict(view, cdsOf(20)))?.districtId ?? '');
      assert.ok(similar.length <= 15);
      const names = similar.map(({ district }) => district.name);
      assert.deepEqual(names, names.toSorted());
      for (const { cells } of similar) assert.ok(cells.length > 0);
    });
  });

  test('gives any two districts the distance and contributions that the list of similar districts was made with', async () => {
    await asVisitor(store(), null, async (view) => {
      const id = (await selectDistrict(view, cdsOf(20)))?.districtId ?? '';
      const [nearest] = await selectSimilarDistricts(view, id);
      const space = (await selectProfileSpace(view))?.space;
      const profiles = await selectProfiles(view, [id, nearest?.districtId ?? '']);
      const [own, other] = [id, nearest?.districtId].map((one) =>
        profiles.find(({ districtId }) => districtId === one),
      );
      assert.ok(nearest && own && other && space);
      const found = distanceOfProfiles(own, other, space);
      assert.ok(found && Math.abs(found.distance - nearest.distance) < 1e-9);
      for (const [factor, value] of Object.entries(found.contributions))
        assert.ok(Math.abs(value - (nearest.contributions[factor] ?? 0)) < 1e-9, factor);
    });
  });
});
