import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  californiaFiles,
  type Recorded,
  recordFile,
  recordRows,
  rowUnder,
  saidTwice,
  tally,
} from '../../test/recordLayout.ts';
import { layoutAssistance } from './layoutAssistance.ts';
import { readBytes } from './readBytes.ts';
import { fileSource } from './fileSource.ts';
import { readWorkbook } from './readWorkbook.ts';

const header =
  'CDcode,CDS,LEAname,Cityname,Countyname,Gsoffered,ReportYear,AApriorities,AIpriorities,ASpriorities,ELpriorities,FIpriorities,FOSpriorities,HIpriorities,HOMpriorities,LTELpriorities,PIpriorities,SEDpriorities,SWDpriorities,TOMpriorities,WHpriorities,TotalStudentGroups,AssistanceStatus2017,AssistanceStatus2018,AssistanceStatus2019,AssistanceStatus2022,AssistanceStatus2023,AssistanceStatus2024,MetMethod1,MetMethod2,MetMethod3,MetMethod4,EC52072_2024'.split(
    ',',
  );

const stars = Object.fromEntries(
  header.filter((column) => /priorities$|^AssistanceStatus/.test(column)).map((column) => [column, '*']),
);
const district = {
  ...stars,
  CDS: '10621660000000',
  LEAname: 'Fresno Unified',
  Countyname: 'Fresno',
  ReportYear: '2024',
  SWDpriorities: 'B',
  TOMpriorities: 'K',
  TotalStudentGroups: '2',
  AssistanceStatus2023: 'General Assistance',
  AssistanceStatus2024: 'Differentiated Assistance, Year 1',
};

function read(row: Readonly<Record<string, string>>): Recorded {
  return recordRows(layoutAssistance.open(header, 'assistancestatus24.xlsx'), [rowUnder(header, row)]);
}

test('B is priorities 4 and 5, K is 4, 5, 6 and 8, the column TOM is two or more races, and * is nothing', () => {
  const { assistance, findings } = read(district);
  assert.deepEqual(
    assistance.map(({ group, letter, priorities, schoolYear }) => [group, letter, priorities, schoolYear]),
    [
      ['SWD', 'B', '4, 5', 2024],
      ['MR', 'K', '4, 5, 6, 8', 2024],
    ],
  );
  assert.deepEqual(findings, []);
});

test('each year’s level is of its own year, from the file of 2024', () => {
  const { statuses } = read(district);
  assert.deepEqual(
    statuses.map(({ schoolYear, status, dataset }) => [schoolYear, status, dataset.key]),
    [
      [2023, 'General Assistance', 'cde_assistance_2024'],
      [2024, 'Differentiated Assistance, Year 1', 'cde_assistance_2024'],
    ],
  );
});

test('a letter L refuses the file; 3 announced groups with 2 letters are noted', () => {
  assert.deepEqual(
    read({ ...district, ELpriorities: 'L', TotalStudentGroups: '3' }).findings.map(
      ({ severity, rule, column }) => [severity, rule, column],
    ),
    [['error', 'letterMustBeInTheKey', 'ELpriorities']],
  );
  assert.deepEqual(
    read({ ...district, TotalStudentGroups: '3' }).findings.map(({ severity, rule }) => [severity, rule]),
    [['note', 'totalMustEqualLetters']],
  );
});

test('2022 says that no colours were there to judge by', () => {
  const { assistance } = read({ ...district, ReportYear: '2022' });
  assert.match(assistance[0]?.dataset.difference ?? '', /no colours/);
});

const { folder, skip } = californiaFiles();
const files = { '19-rev': [997, 676], 22: [993, 1_912], 23: [991, 1_117], 24: [994, 966] } as const;

for (const [name, [rows, letters]] of Object.entries(files)) {
  test(`assistancestatus${name}.xlsx: ${rows} districts, ${letters} letters, as many as announced, no finding`, {
    skip,
  }, async () => {
    const path = `${folder}/assistance/assistancestatus${name}.xlsx`;
    const recorded = await recordFile(path, [layoutAssistance]);
    assert.deepEqual([recorded.rows, recorded.assistance.length], [rows, letters]);
    assert.deepEqual(recorded.findings, []);
    assert.deepEqual(saidTwice(recorded), []);
  });

  test(`assistancestatus${name}.xlsx: its sheet “Value” reads each letter as the layout does`, {
    skip,
  }, async () => {
    const path = `${folder}/assistance/assistancestatus${name}.xlsx`;
    const recorded = await recordFile(path, [layoutAssistance]);
    const sheets = await readWorkbook(readBytes(fileSource(path)));
    const key = new Map(
      (sheets.find((sheet) => sheet.name === 'Value')?.rows ?? [])
        .map(([letter, meaning]) => [String(letter), String(meaning)] as const)
        .filter(([letter]) => /^[A-K] ?=/.test(letter))
        .map(([letter, meaning]) => [letter[0], (meaning.match(/\d/g) ?? []).join(', ')]),
    );
    assert.equal(key.size, name === '22' ? 4 : 11);
    for (const { letter, priorities } of recorded.assistance) assert.equal(key.get(letter), priorities);
  });
}

test('2024: Fresno SWD B, FOS A, LTEL D; Long Beach SWD B, FOS D; 589 of 994 in differentiated assistance', {
  skip,
}, async () => {
  const recorded = await recordFile(`${folder}/assistance/assistancestatus24.xlsx`, [layoutAssistance]);
  const of = (cds: string) =>
    recorded.assistance
      .filter(({ place }) => place.cds === cds)
      .map(({ group, letter }) => `${group} ${letter}`)
      .sort();
  assert.deepEqual(of('10621660000000'), ['FOS A', 'LTEL D', 'SWD B']);
  assert.deepEqual(of('19647250000000'), ['FOS D', 'SWD B']);
  const now = recorded.statuses.filter(({ schoolYear }) => schoolYear === 2024);
  assert.deepEqual(
    tally(now, ({ status }) => status),
    {
      'Differentiated Assistance, Year 1': 436,
      'Differentiated Assistance, Year 2': 153,
      'General Assistance': 405,
    },
  );
});
