import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEachEngine } from '../../../test/engines.ts';
import { findBrokenAuditLine, selectAuditLines } from '../audit/audit.store.ts';
import type { Database } from '../store/database.ts';
import { asOperator, noPartnership } from '../store/view.ts';
import {
  selectDistrict,
  selectDistrictFigures,
  selectLoadedFiles,
  selectSources,
} from '../evidence/evidence.store.ts';
import type { EvidenceSource } from '../../layouts/evidenceSource.ts';
import { layouts } from '../../layouts/layouts.ts';
import { type FileReport, loadFile } from './loadFile.store.ts';

const header =
  'level,cds,name,school_year,metric,subgroup,value,numerator,denominator,reliability,source_dataset';
const good =
  'district,10621660000000,Fresno Unified,2023-24,suspension_rate,all,6.6,5153,78084,reliable,cde_suspension_2023_24';
const school =
  'school,10621661030642,Addams Elementary,2023-24,suspension_rate,all,5.3,40,757,reliable,cde_suspension_2023_24';

function source(name: string, content: string | Uint8Array): EvidenceSource {
  return {
    name,
    async *open() {
      yield content;
    },
  };
}

async function count(database: Database): Promise<Record<string, unknown>> {
  const [row] = await database.transaction((connection) =>
    connection.query(`select (select count(*) from cell) as cells, (select count(*) from district) as districts,
      (select count(*) from loaded_file) as files, (select count(*) from source) as sources, (select count(*) from audit) as acts`),
  );
  return row ?? {};
}

const at = new Date('2026-01-05T08:00:00Z');
const load = (database: Database, file: EvidenceSource, later = 0): Promise<FileReport> =>
  loadFile(database, file, { layouts, at: new Date(at.getTime() + later) });

onEachEngine('loading a file', (store) => {
  test('a sound file is loaded whole, with its places, its sources, its definition and an act in the chain', async () => {
    const rows = [
      'state,00000000000000,California,2023-24,suspension_rate,all,3.3,197012,6041152,reliable,cde_suspension_2023_24',
      'county,10000000000000,Fresno,2023-24,suspension_rate,all,5.8,12345,210000,reliable,cde_suspension_2023_24',
      good,
      'district,10621660000000,Fresno Unified,2023-24,suspension_rate,foster,,,,suppressed,cde_suspension_2023_24',
      'district,10621660000000,Fresno Unified,2023-24,math_distance_from_standard,all,-75.8,,38406,reliable,cde_academic_indicator_math_2023_24',
      'district,10621660000000,Fresno Unified,2023-24,math_distance_from_standard,filipino,,,0,not-available,cde_academic_indicator_math_2023_24',
      'district,10621660000000,Fresno Unified,2023-24,a_g_completion_rate,foster,0,0,0,small-sample,cde_acgr_2023_24',
      school,
    ];
    const report = await load(store(), source('folder/sound.csv', [header, ...rows].join('\n')));
    assert.deepEqual(
      [report.outcome, report.rows, report.cells, report.suppressed, report.errors, report.notes],
      ['loaded', 8, 8, 3, 0, 2],
    );
    assert.deepEqual(
      report.findings.map(({ line, rule, message }) => [line, rule, message]),
      [
        [3, 'rateMustFollowFromItsCounts', '5.8 is published, 12345 of 210000 is 5.9'],
        [8, 'figureNeedsSomebody', '0 is published of nobody'],
      ],
    );
    await asOperator(store(), async (view) => {
      const fresno = await selectDistrict(view, '10621660000000');
      assert.deepEqual(
        [fresno?.name, fresno?.level, fresno?.county],
        ['Fresno Unified', 'district', 'Fresno'],
      );
      const figures = await selectDistrictFigures(view, fresno?.districtId ?? '');
      assert.deepEqual(
        figures.map(({ subject, figure }) => [subject.measure, subject.group, figure]),
        [
          ['ag_of_grads', 'FOS', { seen: 'suppressed', n: 0, reason: 'not reported' }],
          ['math_dfs', 'ALL', { seen: 'shown', n: 38406, numerator: null, value: '-75.8' }],
          ['math_dfs', 'FI', { seen: 'suppressed', n: 0, reason: 'not reported' }],
          ['suspension', 'ALL', { seen: 'shown', n: 78084, numerator: 5153, value: '6.6' }],
          ['suspension', 'FOS', { seen: 'suppressed', n: null, reason: 'few students' }],
        ],
      );
      const sources = await selectSources(
        view,
        figures.map((one) => one.sourceId),
      );
      assert.deepEqual(
        sources.map((one) => [
          one.dataset,
          one.title,
          one.schoolYear,
          one.fileName,
          one.definitions[0]?.measureId,
        ]),
        [
          [
            'cde_academic_indicator_math_2023_24',
            'Academic indicator, mathematics, 2023-24',
            2024,
            'sound.csv',
            'math_dfs',
          ],
          [
            'cde_acgr_2023_24',
            'Adjusted cohort graduation rate and outcomes, 2023-24',
            2024,
            'sound.csv',
            'ag_of_grads',
          ],
          ['cde_suspension_2023_24', 'Suspension, 2023-24', 2024, 'sound.csv', 'suspension'],
        ],
      );
      assert.match(sources[2]?.difference ?? '', /^DataQuest counts every student suspended/);
      const [act] = await selectAuditLines(view, noPartnership, 0, 1);
      assert.deepEqual([act?.act, act?.subject, act?.detail.rows], ['load evidence', 'sound.csv', 8]);
      assert.equal(await findBrokenAuditLine(view, noPartnership), undefined);
    });
  });

  test('the same bytes again change nothing', async () => {
    const file = source(
      'again.csv',
      [header, good.replaceAll('2023-24', '2022-23').replaceAll('2023_24', '2022_23')].join('\n'),
    );
    assert.equal((await load(store(), file)).outcome, 'loaded');
    const before = await count(store());
    const second = await load(store(), { ...file, name: 'renamed.csv' });
    assert.deepEqual(
      [second.outcome, second.remark],
      ['already loaded', 'already loaded as again.csv, nothing changed'],
    );
    assert.deepEqual(await count(store()), before);
  });

  test('a corrected file of the same coverage supersedes the earlier one, whose cells stay', async () => {
    const first = good.replaceAll('2023-24', '2024-25').replaceAll('2023_24', '2024_25');
    const wrong = source('first.csv', [header, first].join('\n'));
    const right = source('corrected.csv', [header, first.replace('6.6,5153', '6.7,5200')].join('\n'));
    const more = source('more.csv', [header, first, first.replace(',all,', ',white,')].join('\n'));
    await load(store(), wrong);
    const report = await load(store(), right, 1000);
    assert.deepEqual(report.superseded, ['first.csv']);
    await load(store(), more, 2000);
    assert.equal(
      (await load(store(), wrong)).remark,
      'already loaded as first.csv, nothing changed; corrected.csv has taken its place since',
    );
    await asOperator(store(), async (view) => {
      const files = await selectLoadedFiles(view);
      const live = (name: string) => files.find((one) => one.name === name)?.supersededAt === null;
      assert.deepEqual(['first.csv', 'corrected.csv', 'more.csv'].map(live), [false, false, true]);
      const fresno = await selectDistrict(view, '10621660000000');
      const figures = await selectDistrictFigures(view, fresno?.districtId ?? '');
      const shown = figures.filter(({ subject }) => subject.schoolYear === 2025).map(({ figure }) => figure);
      assert.deepEqual(
        shown.map((figure) => figure.seen === 'shown' && figure.value),
        ['6.6', '6.6'],
      );
    });
  });
});
