import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEachEngine } from '../../../test/engines.ts';
import { schoolYear } from '../../vocabulary/schoolYear.ts';
import type { Database } from '../store/database.ts';
import { asOperator } from '../store/view.ts';
import {
  selectDistrict,
  selectDistrictFigures,
  selectLoadedFiles,
  selectMeasureFigures,
  selectSchoolFigures,
  selectSchools,
  selectSliceFigures,
  selectSources,
} from '../evidence/evidence.store.ts';
import { type SourcedFigure, wholeDistrict } from '../evidence/figureRow.ts';
import { layouts } from '../../layouts/layouts.ts';
import { type FileReport, loadFile } from './loadFile.store.ts';

const header =
  'level,cds,name,school_year,metric,subgroup,value,numerator,denominator,reliability,source_dataset';

function suspension(
  cds: string,
  name: string,
  value: string,
  numerator: number,
  dataset: string,
  group = 'all',
): string {
  const level = cds.endsWith('0000000') ? 'district' : 'school';
  return `${level},${cds},${name},2023-24,suspension_rate,${group},${value},${numerator},1000,reliable,${dataset}_suspension_2023_24`;
}

const fresno = '10621660000000';
const addams = '10621661030642';
let hour = 0;

function load(
  database: Database,
  name: string,
  rows: readonly string[],
  sample = false,
): Promise<FileReport> {
  hour += 1;
  const source = {
    name,
    async *open() {
      yield [header, ...rows].join('\n');
    },
  };
  return loadFile(database, source, { layouts, at: new Date(Date.UTC(2026, 0, 1, hour)), sample });
}

function values(figures: readonly SourcedFigure[]): string[] {
  return figures.map(
    ({ subject, figure }) => `${subject.group} ${figure.seen === 'shown' ? figure.value : figure.seen}`,
  );
}

async function figuresOf(database: Database): Promise<SourcedFigure[]> {
  return asOperator(database, async (view) => {
    const district = await selectDistrict(view, fresno);
    return selectDistrictFigures(view, district?.districtId ?? '');
  });
}

const slice = { measure: 'suspension', schoolYear: schoolYear(2024), grade: 'all', group: 'ALL' } as const;

onEachEngine('several sources of one slice', (store) => {
  test('the newest file that is loaded goes first, and the others stay beside it', async () => {
    await load(store(), 'first.csv', [suspension(fresno, 'Fresno Unified', '1', 10, 'cde')]);
    await load(store(), 'second.csv', [
      suspension(fresno, 'Fresno Unified', '2', 20, 'cde'),
      suspension(fresno, 'Fresno Unified', '3', 30, 'cde', 'white'),
      suspension(addams, 'Addams Elementary', '4', 40, 'cde'),
    ]);
    assert.deepEqual(values(await figuresOf(store())), ['ALL 2', 'WH 3']);
    await asOperator(store(), async (view) => {
      const id = (await selectDistrict(view, fresno))?.districtId ?? '';
      assert.deepEqual(values(await selectMeasureFigures(view, id, 'suspension')), ['ALL 2', 'WH 3']);
      assert.deepEqual(values(await selectMeasureFigures(view, id, 'acgr')), []);
      const both = await selectSliceFigures(view, id, wholeDistrict, slice);
      assert.deepEqual(values(both), ['ALL 2', 'ALL 1']);
      const sources = await selectSources(
        view,
        both.map((one) => one.sourceId),
      );
      assert.deepEqual(
        sources.map((one) => one.fileName),
        ['second.csv', 'first.csv'],
      );
      const [school] = await selectSchools(view, id);
      assert.deepEqual([school?.cds, school?.name], [addams, 'Addams Elementary']);
      const schools = await selectSchoolFigures(view, id, 'suspension', 2024, 'ALL');
      assert.deepEqual(
        schools.map((one) => [
          one.schoolName,
          one.schoolCds,
          one.schoolId === school?.schoolId,
          values([one])[0],
        ]),
        [['Addams Elementary', addams, true, 'ALL 4']],
      );
    });
  });

  test('a published figure goes before a synthetic one, however late the synthetic is loaded', async () => {
    const report = await load(store(), 'sample.csv', [
      suspension(fresno, 'Renamed by the Sample', '9', 90, 'tandem_sample'),
      suspension(fresno, 'Renamed by the Sample', '8', 80, 'tandem_sample', 'male'),
    ]);
    assert.equal(report.outcome, 'loaded');
    assert.deepEqual(values(await figuresOf(store())), ['ALL 2', 'M 8', 'WH 3']);
    await asOperator(store(), async (view) => {
      const district = await selectDistrict(view, fresno);
      assert.equal(district?.name, 'Fresno Unified');
      const [, , synthetic] = await selectSliceFigures(
        view,
        district?.districtId ?? '',
        wholeDistrict,
        slice,
      );
      const [source] = await selectSources(view, [synthetic?.sourceId ?? '']);
      assert.deepEqual(
        [source?.synthetic, source?.publisher, source?.difference],
        [true, 'Tandem sample generator', null],
      );
    });
  });

  test('a published file takes the place of the sample’s, its cited figures too', async () => {
    await load(store(), 'cited.csv', [suspension(fresno, 'Fresno Unified', '7', 70, 'cde', 'female')], true);
    assert.deepEqual(values(await figuresOf(store())), ['ALL 2', 'F 7', 'M 8', 'WH 3']);
    const report = await load(store(), 'real.csv', [
      suspension(fresno, 'Fresno Unified', '5', 50, 'cde', 'asian'),
    ]);
    assert.deepEqual(report.superseded, ['first.csv', 'sample.csv', 'cited.csv']);
    assert.deepEqual(values(await figuresOf(store())), ['ALL 2', 'AS 5', 'WH 3']);
    await asOperator(store(), async (view) => {
      const [newest, ...older] = await selectLoadedFiles(view);
      const replaced = older.filter((one) => one.supersededBy === newest?.fileId);
      assert.deepEqual(
        replaced.map(({ name }) => name),
        ['cited.csv', 'sample.csv', 'first.csv'],
      );
    });
  });
});

onEachEngine('two files of one layout, one of each county', (store) => {
  test('stand beside each other: neither makes the other’s districts vanish', async () => {
    const files = [
      await load(store(), 'fresno.csv', [suspension(fresno, 'Fresno Unified', '5.1', 51, 'cde')]),
      await load(store(), 'long-beach.csv', [
        suspension('19647250000000', 'Long Beach Unified', '4.1', 41, 'cde'),
      ]),
    ];
    assert.deepEqual(
      files.map(({ outcome, superseded }) => [outcome, superseded]),
      [
        ['loaded', []],
        ['loaded', []],
      ],
    );
    assert.deepEqual(values(await figuresOf(store())), ['ALL 5.1']);
  });
});
