import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Database } from '../store/database.ts';
import { openStore } from '../store/openStore.ts';
import { asVisitor } from '../store/view.ts';
import {
  selectDistrict,
  selectDistrictFigures,
  selectMeasureSpreads,
  selectSimilarDistricts,
  selectState,
} from '../evidence/evidence.store.ts';
import { fileSource } from '../../layouts/fileSource.ts';
import type { SourcedFigure } from '../evidence/figureRow.ts';
import { layouts } from '../../layouts/layouts.ts';
import { type FileReport, loadFile } from './loadFile.store.ts';
import { makeRollUps } from './rollUps.store.ts';

const folder = '../shared/data/california';
const districtFile = `${folder}/outcomes-2023-2025/district_observations.csv.gz`;
const skip = existsSync(districtFile) ? false : `${districtFile} is not there: no real figure was loaded`;

const fresno = '10621660000000';
const longBeach = '19647250000000';

/** Published figures, by measure, group and school year: Fresno, Long Beach. */
const published: readonly (readonly [string, string, number, number, number])[] = [
  ['math_dfs', 'ALL', 2023, -80.6, -47.3],
  ['math_dfs', 'ALL', 2024, -75.8, -43.0],
  ['math_dfs', 'ALL', 2025, -71.0, -37.9],
  ['math_dfs', 'EL', 2023, -105.6, -95.9],
  ['math_dfs', 'EL', 2024, -99.8, -85.6],
  ['math_dfs', 'EL', 2025, -92.0, -82.2],
  ['ela_dfs', 'ALL', 2024, -47.1, -5.3],
  ['cci_prepared', 'ALL', 2024, 43.1, 48.8],
  ['acgr', 'ALL', 2024, 85.8, 82.9],
  ['ag_of_grads', 'ALL', 2024, 52.4, 58.3],
  ['chronic_absence', 'ALL', 2024, 30.7, 26.3],
  ['suspension', 'ALL', 2024, 6.6, 3.9],
];

const state: readonly (readonly [string, number])[] = [
  ['math_dfs', -47.6],
  ['ela_dfs', -13.2],
  ['cci_prepared', 45.3],
  ['acgr', 86.4],
  ['ag_of_grads', 51.9],
  ['chronic_absence', 20.4],
  ['suspension', 3.3],
];

function valueOf(figures: readonly SourcedFigure[], measure: string, group: string, year: number) {
  const found = figures.find(
    ({ subject }) =>
      subject.measure === measure &&
      subject.group === group &&
      subject.schoolYear === year &&
      subject.grade === 'all',
  );
  return found?.figure.seen === 'shown' ? Number(found.figure.value) : found?.figure.seen;
}

describe('the state’s district file', { skip }, () => {
  let database: Database;
  let report: FileReport;
  let store = '';
  before(async () => {
    store = mkdtempSync(join(tmpdir(), 'tandem-real-'));
    database = await openStore({ folder: store }, new Date());
    report = await loadFile(database, fileSource(districtFile), { layouts, at: new Date() });
  });
  after(async () => {
    await database?.close();
    if (store) rmSync(store, { recursive: true, force: true });
  });

  test('loads whole: 363,595 rows, a cell each; 8 rates of nobody are noted and kept as not reported', () => {
    assert.deepEqual(
      [report.outcome, report.rows, report.cells, report.errors, report.notes],
      ['loaded', 363_595, 363_595, 0, 8],
    );
    assert.deepEqual([...new Set(report.findings.map(({ rule }) => rule))], ['figureNeedsSomebody']);
  });

  test('holds of districts 102,982 cells of few students and 1,007 that are not available, as the file does', async () => {
    const counts = await database.transaction((connection) =>
      connection.query(
        `select d.level, c.seen, c.words, count(*) as cells from cell c join district d on d.district_id = c.district_id
         group by 1, 2, 3 order by 1, 2, 3`,
      ),
    );
    const cellsOf = (level: string, words: string | null) =>
      counts.find((one) => one.level === level && one.words === words)?.cells;
    assert.equal(cellsOf('district', 'few students'), 102_982);
    assert.equal(cellsOf('district', 'not reported'), 1007 + 8);
    assert.equal(cellsOf('district', null), 191_140 + 41_701 - 8);
    const total = (level: string) =>
      counts.filter((one) => one.level === level).reduce((sum, one) => sum + Number(one.cells), 0);
    assert.deepEqual(['state', 'county', 'district'].map(total), [490, 26_275, 336_830]);
  });

  test('gives Fresno, Long Beach and the state the figures that are published of them', async () => {
    await asVisitor(database, null, async (view) => {
      const figuresOf = async (cds: string) =>
        selectDistrictFigures(view, (await selectDistrict(view, cds))?.districtId ?? '');
      const [ours, theirs] = [await figuresOf(fresno), await figuresOf(longBeach)];
      for (const [measure, group, year, one, other] of published) {
        const found = [valueOf(ours, measure, group, year), valueOf(theirs, measure, group, year)];
        assert.deepEqual(found, [one, other], `${measure} ${group} ${year}`);
      }
      const whole = await selectState(view);
      assert.deepEqual([whole?.name, whole?.level], ['California', 'state']);
      const figures = await figuresOf(whole?.cds ?? '');
      for (const [measure, value] of state)
        assert.equal(valueOf(figures, measure, 'ALL', 2024), value, measure);
    });
  });

  test('names Fresno’s county, and reads its 483 figures as one a slice', async () => {
    await asVisitor(database, null, async (view) => {
      const district = await selectDistrict(view, fresno);
      assert.deepEqual([district?.name, district?.county], ['Fresno Unified', 'Fresno']);
      const figures = await selectDistrictFigures(view, district?.districtId ?? '');
      const slices = figures.map(({ subject }) => Object.values(subject).join(' '));
      assert.deepEqual([figures.length, new Set(slices).size], [483, 483]);
    });
  });

  test('gives similar districts to most of 960, none of them a county office, and a spread of the mathematics scores', async () => {
    const made = await makeRollUps(database);
    assert.ok(made.districts > 940 && made.districts < 970, `${made.districts} districts`);
    await asVisitor(database, null, async (view) => {
      for (const cds of [fresno, longBeach]) {
        const similar = await selectSimilarDistricts(
          view,
          (await selectDistrict(view, cds))?.districtId ?? '',
        );
        assert.equal(similar.length, 15);
        assert.ok(similar.every((one) => one.cds.slice(2, 4) !== '10' && one.cds !== cds));
      }
      const spreads = await selectMeasureSpreads(view);
      const [math] = spreads.filter(({ measureId, group }) => measureId === 'math_dfs' && group === 'ALL');
      assert.ok((math?.pairs ?? 0) > 1800);
      const deviation = Math.sqrt(math?.withinVariance ?? 0);
      assert.ok(deviation > 80 && deviation < 160, `students differ by ${deviation} points`);
    });
  });

  test('changes nothing when it is loaded again', async () => {
    const again = await loadFile(database, fileSource(districtFile), { layouts, at: new Date() });
    assert.deepEqual([again.outcome, again.cells], ['already loaded', 0]);
  });
});
