import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { broken, caasppFile, type Cells, elpacFile, loadText } from '../../../test/vault/intakeDistrict.ts';
import { openTestVault } from '../../../test/vault/openTestVault.ts';
import type { Vault } from '../store/vault.ts';
import { caasppAliases } from './caasppAliases.ts';
import { elpacAliases } from './elpacAliases.ts';
import { recogniseYear } from './recogniseYear.ts';
import { levelLows, obtainable } from './scoreRanges.ts';

let vault: Vault;
before(async () => {
  vault = await openTestVault();
});
after(() => vault.close());

const marks = ['RecordType', 'SSID', 'AchievementLevels'];
const standards = '../shared/data/standards/caaspp';
const skip = existsSync(standards)
  ? false
  : `${standards} is not there: the state's own headers are not compared`;

/** The findings of one row of 2024 that has these cells wrong. */
async function wrong(cells: Cells): Promise<string[]> {
  return broken(await loadText(vault, caasppFile('2024', [cells])));
}

test('the headers that CDE gave out in 2024 and 2025 are known as these years, and the two of ELPAC 2025', {
  skip,
}, () => {
  const header = (name: string): string[] => readFileSync(`${standards}/${name}`, 'utf8').trim().split('\n');
  const words = (name: string): string[] => header(name).map((one) => one.trim());
  assert.deepEqual(recogniseYear(words('header_caaspp2024.txt'), caasppAliases, marks), {
    known: true,
    profile: '2024',
  });
  assert.deepEqual(recogniseYear(words('header_caaspp2025.txt'), caasppAliases, marks), {
    known: true,
    profile: '2025',
  });
  const elpac = recogniseYear(words('header_elpac2025.txt'), elpacAliases, [
    'RecordType',
    'SSID',
    'OverallPL',
  ]);
  assert.deepEqual(elpac, { known: true, profile: '2025' });
  const fixed = header('elpac_2022-23_fixed_width.csv').map((line) => line.split(',')[1] ?? '');
  assert.deepEqual(recogniseYear(fixed, elpacAliases, ['RecordType', 'SSID', 'OverallPL']), {
    known: true,
    profile: '2023',
  });
});

test('the ranges and the lows of the levels are those of the state, 14 grades and tests', { skip }, () => {
  const state = JSON.parse(readFileSync(`${standards}/smarter-balanced-thresholds.json`, 'utf8'));
  for (const [test, name] of [
    ['ELA', 'ela'],
    ['MATH', 'math'],
  ] as const) {
    for (const grade of ['3', '4', '5', '6', '7', '8', '11']) {
      const own = grade.padStart(2, '0');
      assert.deepEqual(obtainable[test][own], state.loss_hoss_from_2020_21[name][grade]);
      assert.deepEqual(levelLows[test][own], Object.values(state.level_lows[name][grade]));
    }
  }
});

test('a year that nobody has read is refused with the column that it misses', async () => {
  const text = caasppFile('2025', [{}]).replace('FosterStatusforTesting', 'FosterYouthStatus');
  const outcome = await loadText(vault, text);
  assert.equal(outcome.status, 'refused');
  assert.deepEqual(broken(outcome), ['error yearMustBeKnown 1 null']);
  assert.match(outcome.findings[0]?.message ?? '', /against 2024-25 it misses FosterStatusforTesting$/);
});

test('ELPAC files of 2022-23 and 2023-24 are read, 21 as summative and 23 as alternate; a disability stands in another column', async () => {
  const own = await openTestVault();
  const rows: Cells[] = [
    { recordType: '21', swd: 'Yes', migrant: 'Yes' },
    { recordType: '23', ssid: '1000000002', localId: 'L2', score: '563', level: '3', grade: '05' },
  ];
  for (const year of ['2023', '2024'] as const) {
    const outcome = await loadText(own, elpacFile(rows, year));
    assert.deepEqual([outcome.status, outcome.profile, broken(outcome)], ['loaded', year, []]);
  }
  const text = 'select school_year, kind, swd, migrant from elpac_result order by school_year, line';
  assert.deepEqual(
    (await own.rows({ name: 'x', text, parameters: [] })).map((row) => Object.values(row)),
    [2023, 2024].flatMap((year) => [
      [year, 'summative', true, true],
      [year, 'alternate', false, false],
    ]),
  );
  await own.close();
});

test('a score outside of its grade: 2115-2650 in ELA of grade 3, 2280-2900 in mathematics of grade 11', async () => {
  const ela = { recordType: '01', grade: '03', level: '1' };
  assert.deepEqual(await wrong({ ...ela, score: '2115' }), []);
  assert.deepEqual(await wrong({ ...ela, score: '2114' }), ['error scoreMustLieInItsRange 2 ScaleScore']);
  const math = { recordType: '02', grade: '11', level: '4', ssid: '1000000002', localId: 'L2' };
  assert.deepEqual(await wrong({ ...math, score: '2901' }), ['error scoreMustLieInItsRange 2 ScaleScore']);
});

test('a level that contradicts the score is told without the score; 2528 is Level 3 in mathematics of grade 5, 2527 Level 2', async () => {
  const outcome = await loadText(vault, caasppFile('2024', [{ score: '2527', level: '3' }]));
  assert.deepEqual(broken(outcome), ['error levelMustFollowFromScore 2 AchievementLevels']);
  assert.match(outcome.findings[0]?.message ?? '', /comes to Level 2 in grade 05/);
  assert.ok(!JSON.stringify(outcome.findings).includes('2527'));
});

test('alternate and science scores lie on the right side of the standard: x60, and 214 in grade 5', async () => {
  const level = 'error levelMustFollowFromScore 2 AchievementLevels';
  assert.deepEqual(await wrong({ recordType: '04', score: '560', level: '2' }), [level]);
  assert.deepEqual(await wrong({ recordType: '06', score: '213', level: '3' }), [level]);
  assert.deepEqual(await wrong({ recordType: '06', score: '214', level: '2' }), [level]);
});

test('a record that counts has a score; one that does not may lack it', async () => {
  assert.deepEqual(await wrong({ score: '', level: '9' }), [
    'error includedRecordMustHaveAScore 2 ScaleScore',
  ]);
  const untested = {
    ssid: '1000000009',
    localId: 'L9',
    score: '',
    level: '9',
    include: 'N',
    attemptedness: 'N',
  };
  assert.deepEqual(await wrong({ ...untested, start1: '', recordType: '05' }), []);
});

test('two valid records of one student and test are an error; of a valid and an invalidated one the valid is kept', async () => {
  const two = await loadText(vault, caasppFile('2024', [{}, {}]));
  assert.deepEqual(broken(two), ['error studentMustHaveOneRecordATest 3 RecordType']);
  const own = await openTestVault();
  const one = await loadText(own, caasppFile('2024', [{ include: 'R', score: '2500', level: '2' }, {}]));
  assert.deepEqual(
    [one.status, one.kept, broken(one)],
    ['loaded', 1, ['note studentMustHaveOneRecordATest 3 RecordType']],
  );
  const kept = await own.rows({
    name: 'x',
    text: 'select scale_score, include, line from test_result',
    parameters: [],
  });
  assert.deepEqual(kept, [{ scale_score: 2528, include: 'Y', line: 3 }]);
  await own.close();
});

test('wrong codes, ids, schools, grades and dates name their column', async () => {
  assert.deepEqual(await wrong({ ssid: '123456789' }), ['error ssidMustHaveTenDigits 2 SSID']);
  assert.deepEqual(await wrong({ ssid: '', localId: '' }), ['error studentMustHaveAnId 2 SSID']);
  assert.deepEqual(await wrong({ recordType: '77' }), ['error recordTypeMustBeKnown 2 RecordType']);
  assert.deepEqual(await wrong({ grade: '05A' }), ['error gradeMustBeKnown 2 GradeAssessed']);
  assert.deepEqual(await wrong({ grade: '09', score: '', level: '', include: 'N' }), [
    'error gradeMustFitTheTest 2 GradeAssessed',
  ]);
  assert.deepEqual(await wrong({ condition: 'XX' }), ['error codeMustBeKnown 2 ConditionCode']);
  assert.deepEqual(await wrong({ school: '19647250000001' }), [
    'error schoolMustBelongToTheDistrict 2 CALPADSSchoolCode',
  ]);
  assert.deepEqual(await wrong({ district: '19647250000000' }), [
    'error schoolMustBelongToTheDistrict 2 CALPADSDistrictCode',
  ]);
  assert.deepEqual(await wrong({ start1: '2024-02-30' }), ['error dateMustBeADay 2 TestStartDate1']);
});

test('the snapshot for testing is kept: gender by its first letter, Hispanic first, two races, flags as yes, no or unknown', async () => {
  const own = await openTestVault();
  const rows: Cells[] = [
    { gender: 'Nonbinary', AA: 'Yes', swd: '' },
    {
      ssid: '1000000002',
      localId: 'L2',
      gender: 'Male',
      hispanic: 'No',
      AA: 'Yes',
      WH: 'Yes',
      foster: 'Yes',
    },
    {
      ssid: '1000000003',
      localId: 'L3',
      hispanic: 'No',
      AS: 'Y',
      elStatus: 'Yes',
      elas: 'RFEP',
      rfepDate: '09/05/2023',
    },
  ];
  assert.equal((await loadText(own, caasppFile('2024', rows))).status, 'loaded');
  const text = 'select gender, race, sed, swd, foster, el_status, rfep_date from test_result order by line';
  const kept = await own.rows({ name: 'x', text, parameters: [] });
  assert.deepEqual(
    kept.map((row) => Object.values(row)),
    [
      ['X', 'HI', true, null, false, 'EO', null],
      ['M', 'MR', true, false, true, 'EO', null],
      ['F', 'AS', true, false, false, 'RFEP', '2023-09-05'],
    ],
  );
  await own.close();
});

test('tests of two school years do not stand in one file', async () => {
  const rows: Cells[] = [
    { start1: '2024-06-30' },
    { ssid: '1000000002', localId: 'L2', start1: '2024-07-01' },
  ];
  assert.deepEqual(broken(await loadText(vault, caasppFile('2024', rows))), [
    'error testDaysMustLieInOneYear 3 TestStartDate1',
  ]);
});

test('a record that another file of the year has is an error, also when the other has more record types', async () => {
  const own = await openTestVault();
  const first = await loadText(own, caasppFile('2024', [{}, { recordType: '01', score: '2502' }]));
  assert.equal(first.status, 'loaded');
  const second = await loadText(own, caasppFile('2024', [{ score: '2529' }]));
  assert.deepEqual(broken(second), ['error recordMustStandInOneFile 2 RecordType']);
  await own.close();
});

test('ELPAC: 1514 is Level 3 in grade 5 and 1513 is not; an unknown record type is told by its score', async () => {
  const own = await openTestVault();
  const good = await loadText(
    own,
    elpacFile([{}, { recordType: '22', ssid: '1000000002', localId: 'L2', score: '449', level: '2' }]),
  );
  assert.deepEqual([good.status, broken(good)], ['loaded', ['note recordTypeMustBeKnown 3 RecordType']]);
  const kinds = await own.rows({
    name: 'x',
    text: 'select kind, school_year from elpac_result order by line',
    parameters: [],
  });
  assert.deepEqual(kinds, [
    { kind: 'summative', school_year: 2025 },
    { kind: 'initial', school_year: 2025 },
  ]);
  const bad = await loadText(own, elpacFile([{ score: '1513' }]));
  assert.deepEqual(broken(bad), ['error levelMustFollowFromScore 2 OverallPL']);
  await own.close();
});
