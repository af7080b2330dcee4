import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { selectDistrict, selectSimilarDistricts } from '../evidence/evidence.store.ts';
import { fileSource } from '../../layouts/fileSource.ts';
import { layouts } from '../../layouts/layouts.ts';
import { loadFile } from '../loading/loadFile.store.ts';
import { makeRollUps } from '../loading/rollUps.store.ts';
import type { Database } from '../store/database.ts';
import { openStore } from '../store/openStore.ts';
import { asVisitor, type View } from '../store/view.ts';
import { distanceOfProfiles } from './districtProfile.ts';
import type { GridCell } from './gridCell.ts';
import { readDistrictGrid, readSimilarGrids, readYardstick } from './gridReading.store.ts';
import { pairSimilarity } from './pairSimilarity.ts';
import { selectProfileSpace, selectProfiles } from './profiles.store.ts';
import { selectWithinCaliper } from './selectWithinCaliper.store.ts';
import { suggestMode } from './suggestMode.ts';

const folder = '../shared/data/california';
const outcomes = `${folder}/outcomes-2023-2025/district_observations.csv.gz`;
const counts = `${folder}/upc/upc_lea_2018-19_to_2023-24.csv`;
const missing = [outcomes, counts].filter((path) => !existsSync(path));
const skip = missing.length === 0 ? false : `${missing.join(' and ')} not there: no real district was judged`;

const fresno = '10621660000000';
const longBeach = '19647250000000';

/** What the state's own figures say of the two, by measure and group: Fresno, Long Beach. */
const headlines: readonly (readonly [string, GridCell['group'], GridCell['status'], GridCell['status']])[] = [
  ['math_dfs', 'ALL', 'need', 'strength'],
  ['ela_dfs', 'SED', 'need', 'strength'],
  ['chronic_absence', 'ALL', 'need', 'need'],
  ['suspension', 'AA', 'need', 'need'],
  ['college_going_12m', 'EL', 'strength', 'strength'],
  ['acgr', 'ALL', 'strength', 'need'],
  ['math_dfs', 'HI', 'as expected', 'strength'],
];

describe('the grids of Fresno and Long Beach from the state’s files', { skip }, () => {
  let database: Database;
  let store = '';

  before(async () => {
    store = mkdtempSync(join(tmpdir(), 'tandem-matching-'));
    database = await openStore({ folder: store }, new Date());
  });

  after(async () => {
    await database?.close();
    if (store) rmSync(store, { recursive: true, force: true });
  });

  const asked = <T>(run: (view: View, ids: readonly [string, string]) => Promise<T>) =>
    asVisitor(database, null, async (view) => {
      const ids = [];
      for (const cds of [fresno, longBeach]) ids.push((await selectDistrict(view, cds))?.districtId ?? '');
      return run(view, ids as unknown as readonly [string, string]);
    });

  test('the outcomes of 1,023 districts load', async () => {
    const report = await loadFile(database, fileSource(outcomes), { layouts, at: new Date() });
    assert.equal(report.outcome, 'loaded');
  });

  test('the pupil counts that tell charter schools apart load', async () => {
    const report = await loadFile(database, fileSource(counts), { layouts, at: new Date() });
    assert.equal(report.outcome, 'loaded');
  });

  test('284 levels and progresses are expected of nine measures, over 946 districts', async () => {
    const made = await makeRollUps(database);
    assert.deepEqual([made.districts, made.expectations], [946, 284]);
    const { expectations } = await asked((view) => readYardstick(view));
    assert.deepEqual(
      [...new Set(expectations.map(({ measureId }) => measureId))],
      [
        'math_dfs',
        'ela_dfs',
        'acgr',
        'dropout_4yr',
        'ag_of_grads',
        'cci_prepared',
        'college_going_12m',
        'chronic_absence',
        'suspension',
      ],
    );
  });

  // Expected digits: R 4.2.2, metafor 3.8-1, rma(yi, vi, mods = X, method = "REML", control = list(threshold = 1e-12)) on the
  // 902 districts' values, sampling variances and standardised factors; fitted() and ranef()$pred of the two.
  test('mathematics of all students follows the line that metafor fits: tau2 630.615147, Fresno −6.5955, Long Beach +11.7413', async () => {
    const { expectations } = await asked((view) => readYardstick(view));
    const level = expectations.find(
      ({ measureId, group, kind }) => measureId === 'math_dfs' && group === 'ALL' && kind === 'level',
    );
    assert.equal(level?.districts, 902);
    const near = (actual: number | undefined, expected: number) =>
      assert.ok(
        Math.abs((actual ?? Number.NaN) - expected) < 1e-6 * Math.abs(expected),
        `${actual}, not ${expected}`,
      );
    near(level?.model.fit.modelVariance, 630.615147065);
    near(level?.model.fit.coefficients[0], -45.564177298);
    near(level?.model.fit.coefficients[3], -29.554113500204);
    near(level?.deviation, 49.5698495131);
    await asked(async (view, ids) => {
      for (const [i, [expected, effect]] of [
        [-64.400204428, -6.59553424604],
        [-49.6495844403, 11.7412654831],
      ].entries()) {
        const cell = (await readDistrictGrid(view, ids[i] ?? ''))?.find('math_dfs', 'ALL');
        near(cell?.level?.expected, expected as number);
        near(cell?.level?.effect, effect as number);
      }
    });
  });

  test('seven cells stand as the figures have them, and nobody with a figure is left unjudged', async () => {
    await asked(async (view, ids) => {
      const grids = [await readDistrictGrid(view, ids[0]), await readDistrictGrid(view, ids[1])];
      for (const [measure, group, ours, theirs] of headlines)
        assert.deepEqual(
          grids.map((grid) => grid?.find(measure, group)?.status),
          [ours, theirs],
          `${measure} ${group}`,
        );
      const math = grids.map((grid) => grid?.find('math_dfs', 'ALL')?.level);
      assert.deepEqual(
        math.map((level) => [level?.value, level?.n]),
        [
          [-71, 34_047],
          [-37.9, 31_047],
        ],
      );
      for (const grid of grids)
        for (const { level, progress, measureId } of grid?.cells ?? []) {
          if (level) assert.ok(level.interval[0] <= level.effect && level.effect <= level.interval[1]);
          if (measureId === 'college_going_12m') assert.equal(progress, null, 'one year has no progress');
        }
      const modes = grids[0]?.cells.map((cell) =>
        suggestMode(cell.status, grids[1]?.find(cell.measureId, cell.group)?.status ?? 'not reported', 1),
      );
      const count = (giver: string) => modes?.filter((one) => one.giver === giver).length ?? 0;
      assert.ok(count('ours') > 0 && count('theirs') > count('ours'));
    });
  });

  test('whatever is called of the 15 districts similar to Fresno holds after adjustment and is large enough to act on', async () => {
    const grids = await asked((view, ids) => readSimilarGrids(view, ids[0]));
    assert.equal(grids.length, 15);
    for (const { cells } of grids)
      for (const { level, progress, status } of cells)
        if (status === 'strength' || status === 'need')
          assert.ok(
            [level, progress].some(
              (part) => part && part.adjusted <= 0.1 && Math.abs(part.effect) >= part.practical,
            ),
          );
  });

  test('the two are not similar: 2.62 apart where 2.28 is the most, poverty first', async () => {
    await asked(async (view, ids) => {
      const compared = await selectProfileSpace(view);
      const profiles = await selectProfiles(view, ids);
      const [ours, theirs] = ids.map((id) => profiles.find(({ districtId }) => districtId === id));
      assert.ok(compared && ours && theirs);
      assert.deepEqual([ours.ownStudents, theirs.ownStudents], [68_213, 63_961]);
      const apart = distanceOfProfiles(ours, theirs, compared.space);
      const sum = Object.values(apart?.contributions ?? {}).reduce((total, one) => total + one, 0);
      assert.ok(apart && Math.abs(sum - apart.distance ** 2) < 1e-9);
      assert.deepEqual([apart.distance.toFixed(2), compared.caliper.toFixed(2)], ['2.62', '2.28']);
      const { verdict, sentences } = pairSimilarity(
        { name: 'Fresno', profile: ours, unduplicated: null },
        { name: 'Long Beach', profile: theirs, unduplicated: null },
        compared,
      );
      assert.equal(verdict, 'not similar');
      assert.match(
        sentences[0] ?? '',
        /^They differ most in socioeconomically disadvantaged students \(87\.1/,
      );
    });
  });

  test('inside the caliper of Fresno lie the fifteen that pages list and others too, but not Long Beach', async () => {
    await asked(async (view, [ours, theirs]) => {
      const near = await selectWithinCaliper(view, [ours]);
      const listed = await selectSimilarDistricts(view, ours);
      assert.equal(listed.length, 15);
      assert.ok(listed.every(({ districtId }) => near.has(districtId)));
      assert.ok(near.size > 15, `${near.size} districts`);
      assert.deepEqual([near.has(ours), near.has(theirs)], [false, false]);
      const ofBoth = await selectWithinCaliper(view, [ours, theirs]);
      assert.ok(ofBoth.size > near.size);
    });
  });
});
