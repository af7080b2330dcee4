import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { onEachEngine } from '../../../test/engines.ts';
import type { Database } from '../store/database.ts';
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

/** Forty thousand rows that are sound: more than one piece of COPY text. */
function manyRows(dataset: string): string[] {
  return Array.from({ length: 40_000 }, (_, i) => {
    const cds = `10${String(20_000 + i)}0000000`;
    return `district,${cds},District ${i},2023-24,suspension_rate,all,50,10,20,small-sample,${dataset}`;
  });
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

/** What is wrong, the rows under the header, and the line, column and rule that are to be named. */
const refusals: readonly (readonly [string, readonly string[], number, string | null, string])[] = [
  ['a row with a missing column', [good, good.replace(',6.6,', ',')], 3, null, 'columnsMustBeTheHeaders'],
  ['a rate above 100', [good.replace('6.6,5153', '100.1,78163')], 2, 'value', 'percentMustLieWithin0And100'],
  ['a rate below 0', [good.replace('6.6', '-6.6')], 2, 'value', 'percentMustLieWithin0And100'],
  [
    'a numerator above its denominator',
    [good, good.replace('5153,78084', '78085,78084')],
    3,
    'numerator',
    'numeratorMustFitItsDenominator',
  ],
  ['a school of an unknown district', [school.replace('1062166', '1999999')], 2, null, 'districtMustBeKnown'],
  [
    'an unknown metric',
    [good.replace('suspension_rate', 'expulsion_rate')],
    2,
    'metric',
    'metricMustBeKnown',
  ],
  ['an unknown subgroup', [good.replace(',all,', ',everybody,')], 2, 'subgroup', 'subgroupMustBeKnown'],
  ['an unknown level', [good.replace('district,', 'region,')], 2, 'level', 'levelMustFitItsCode'],
  [
    'a level that contradicts the code',
    [good.replace('district,', 'school,')],
    2,
    'level',
    'levelMustFitItsCode',
  ],
  [
    'an unknown reliability',
    [good.replace('reliable', 'certain')],
    2,
    'reliability',
    'reliabilityMustBeKnown',
  ],
  ['no school year', [good.replace('2023-24', '2023-25')], 2, 'school_year', 'schoolYearMustBeKnown'],
  [
    'a dataset of another year',
    [good.replace('_2023_24', '_2022_23')],
    2,
    'source_dataset',
    'datasetMustFitItsRow',
  ],
  [
    'an unknown dataset',
    [good.replace('cde_suspension', 'cde_expulsion')],
    2,
    'source_dataset',
    'datasetMustFitItsRow',
  ],
  ['a code of 13 digits', [good.replace('10621660000000', '1062166000000')], 2, 'cds', 'cdsMustBeACode'],
  ['a code of county 59', [good.replace('10621660000000', '59621660000000')], 2, 'cds', 'cdsMustBeACode'],
  [
    'a value that is no number',
    [good.replace('6.6', '6,6').replace('6,6', '"6,6"')],
    2,
    'value',
    'valueMustBeANumber',
  ],
  ['a negative count', [good.replace('5153', '-1')], 2, 'numerator', 'countMustBeWhole'],
  ['a count with a fraction', [good.replace('78084', '78084.5')], 2, 'denominator', 'countMustBeWhole'],
  [
    'a count beyond the store’s integers',
    [good.replace('78084', '2147483648')],
    2,
    'denominator',
    'countMustBeWhole',
  ],
  [
    'a suppressed row with a value',
    [good.replace('reliable', 'suppressed')],
    2,
    'value',
    'withheldRowMustShowNoValue',
  ],
  ['a shown row without a value', [good.replace('6.6', '')], 2, 'value', 'shownRowMustHaveAValue'],
  ['a rate without its numerator', [good.replace('5153', '')], 2, 'numerator', 'shownRowMustHaveItsCounts'],
  ['a place without a name', [good.replace('Fresno Unified', ' ')], 2, 'name', 'placeMustHaveAName'],
  ['the same slice twice', [good, school, good], 4, null, 'sliceMustStandOnce'],
  [
    'a quotation that never closes',
    [good, good.replace('Fresno', '"Fresno')],
    3,
    null,
    'quotationMustBeClosed',
  ],
  ['no rows', [], 1, null, 'fileMustHoldRows'],
];

onEachEngine('a file that is refused', (store) => {
  for (const [what, rows, line, column, rule] of refusals) {
    test(`${what} refuses the file at line ${line}, and nothing of it is kept`, async () => {
      const before = await count(store());
      const report = await load(store(), source('district.csv', [header, ...rows].join('\n')));
      const findings = report.findings.map((one) => [one.file, one.line, one.column, one.rule, one.severity]);
      assert.deepEqual(findings, [['district.csv', line, column, rule, 'error']]);
      assert.deepEqual([report.outcome, report.errors], ['refused', 1]);
      assert.deepEqual(await count(store()), before);
    });
  }

  test('a file of another layout is not loaded, and what was seen of it is said', async () => {
    const before = await count(store());
    const report = await load(store(), source('other.csv', 'cds;name\n1;2\n'));
    assert.equal(report.outcome, 'unknown layout');
    assert.equal(
      report.remark,
      'no layout that Tandem knows has its header: its first line begins “cds;name”',
    );
    assert.deepEqual(await count(store()), before);
  });

  test('a truncated gzip and a wrong byte name file and line, and nothing is kept', async () => {
    const before = await count(store());
    const rows = [header, ...manyRows('cde_suspension_2023_24')].join('\n');
    const packed = gzipSync(rows);
    const cut = await load(store(), source('cut.csv.gz', packed.subarray(0, packed.length / 2)));
    assert.deepEqual([cut.outcome, cut.findings[0]?.rule], ['refused', 'gzipMustBeWhole']);
    assert.ok((cut.findings[0]?.line ?? 0) > 5000, `line ${cut.findings[0]?.line}`);
    const bytes = Buffer.concat([
      Buffer.from(`${rows}\ndistrict,10621660000000,Do`),
      Buffer.from([0xf1, 0x61]),
    ]);
    const wrong = await load(store(), source('wrong.csv', bytes));
    assert.deepEqual(
      wrong.findings.map((one) => [one.file, one.line, one.rule, one.message]),
      [
        [
          'wrong.csv',
          40_002,
          'encodingMustBeTheLayouts',
          'byte 0xf1, number 27 of its line, is not utf-8 text',
        ],
      ],
    );
    assert.deepEqual(await count(store()), before);
  });

  test('an error behind 40,000 sound rows takes them all back', async () => {
    const before = await count(store());
    const rows = [header, ...manyRows('cde_suspension_2023_24'), good.replace('6.6', '106.6')];
    const report = await load(store(), source('district.csv', rows.join('\n')));
    assert.deepEqual([report.outcome, report.findings[0]?.line], ['refused', 40_002]);
    assert.deepEqual(await count(store()), before);
  });

  test('a slice that stands twice 40,000 rows apart is named with both lines', async () => {
    const before = await count(store());
    const rows = [header, ...manyRows('cde_suspension_2023_24')];
    const report = await load(store(), source('district.csv', [...rows, rows[7]].join('\n')));
    assert.deepEqual(
      report.findings.map(({ line, message }) => [line, message]),
      [[40_002, 'the same slice stands in line 8 already']],
    );
    assert.deepEqual(await count(store()), before);
  });

  test('1,500 errors are counted, and the first 1,000 are listed', async () => {
    const rows = Array.from({ length: 1500 }, () => good.replace('6.6', '106.6'));
    const report = await load(store(), source('district.csv', [header, ...rows].join('\n')));
    assert.deepEqual([report.errors, report.findings.length], [1500, 1000]);
    assert.deepEqual(report.findings.at(-1)?.line, 1001);
  });
});
