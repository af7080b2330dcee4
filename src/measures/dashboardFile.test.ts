import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everythingAgrees } from './dashboard/compareDashboard.ts';
import { dashboardFile } from './dashboardFile.ts';

type Cells = Record<string, string>;

const base: Cells = {
  cds: '10000000000000',
  rtype: 'D',
  studentgroup: 'ALL',
  indicator: 'CHRO',
  currnumer: '50',
  currdenom: '200',
  currstatus: '25',
  priornumer: '60',
  priordenom: '200',
  priorstatus: '30',
  change: '-5',
  statuslevel: '1',
  changelevel: '5',
  color: '3',
};
const mean: Cells = {
  ...base,
  indicator: 'MATH',
  hscutpoints: '',
  currnumer: '',
  priornumer: '',
  currstatus: '-16.6',
  currstatus_without_prloss: '0',
  currdenom: '105',
  currdenom_without_prloss: '100',
  currnum_prloss: '5',
  currprate_enrolled: '111',
  currprate_tested: '100',
  currprate: '90',
  priorstatus: '-20.0',
  priorstatus_without_prloss: '-20.0',
  priordenom_without_prloss: '200',
  change: '3.5',
  statuslevel: '3',
  changelevel: '4',
  color: '4',
};

function judge(...rows: Cells[]) {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const records = rows.map((row, at) => ({ line: at + 2, fields: header.map((name) => row[name] ?? '') }));
  const result = dashboardFile(header, records, 'dashboard.csv');
  if ('refusal' in result) throw new Error(result.refusal);
  return result;
}

test('50 of 200 after 60 of 200 chronically absent is 25.0, -5.0, levels 1 and 5, Yellow', () => {
  const { report, findings } = judge(base);
  assert.deepEqual(report.rows, [
    {
      cds: '10000000000000',
      indicator: 'CHRO',
      studentgroup: 'ALL',
      status: 25,
      change: -5,
      statusLevel: 1,
      changeLevel: 5,
      colour: 3,
    },
  ]);
  assert.deepEqual(findings, []);
  assert.equal(everythingAgrees(report.published), true);
  assert.equal(report.published.status.fromCounts, 1);
});

test('a published colour 2 where the rules give 3 is the one figure that differs', () => {
  const { published } = judge({ ...base, color: '2' }).report;
  assert.deepEqual(published.colour, {
    agree: 0,
    of: 1,
    differ: [
      { cds: '10000000000000', indicator: 'CHRO', studentgroup: 'ALL', line: 2, published: 2, byTheRules: 3 },
    ],
  });
  assert.equal(published.status.agree + published.change.agree + published.changeLevel.agree, 3);
});

test('one of 51 students counted more changes status, change and nothing that is not published', () => {
  const { published } = judge({ ...base, currnumer: '51' }).report;
  assert.deepEqual(
    published.status.differ.map((one) => [one.published, one.byTheRules]),
    [[25, 25.5]],
  );
  assert.deepEqual(
    published.change.differ.map((one) => [one.published, one.byTheRules]),
    [[-5, -4.5]],
  );
  assert.equal(published.statusLevel.agree, 1);
});

test('10 students show nothing: a status published all the same differs', () => {
  const few = {
    ...base,
    currnumer: '',
    currdenom: '10',
    currstatus: '',
    change: '0',
    statuslevel: '0',
    changelevel: '0',
    color: '0',
  };
  const quiet = judge(few).report;
  assert.equal(everythingAgrees(quiet.published), true);
  assert.equal(quiet.published.status.of, 0);
  assert.deepEqual(
    [quiet.rows[0]?.status, quiet.rows[0]?.change, quiet.rows[0]?.statusLevel, quiet.rows[0]?.colour],
    [null, null, 0, 0],
  );
  const { published } = judge({ ...few, currstatus: '20.0' }).report;
  assert.deepEqual(
    published.status.differ.map((one) => [one.published, one.byTheRules]),
    [[20, null]],
  );
});

test('a mean of -16.6 is borne out by 100 students at 0.0 and 5 records of -348; -16.0 is not', () => {
  const right = judge(mean).report.published;
  assert.equal(everythingAgrees(right), true);
  assert.deepEqual([right.status.byPenaltyRule, right.change.withinRounding], [1, 1]);
  assert.deepEqual([right.participation.agree, right.penaltyRecords.agree], [1, 1]);
  const { status } = judge({ ...mean, currstatus: '-16.0' }).report.published;
  assert.deepEqual(
    status.differ.map((one) => [one.published, one.byTheRules]),
    [[-16, -16.6]],
  );
});

test('the means differ by 3.4: a published change of 3.3 may be right, 3.2 cannot be', () => {
  const change = (text: string) => judge({ ...mean, change: text }).report.published.change.differ;
  assert.deepEqual(change('3.3'), []);
  assert.equal(change('3.2')[0]?.byTheRules, 3.4);
});

test('4 penalty records where 5 are needed differ', () => {
  const { penaltyRecords } = judge({ ...mean, currnum_prloss: '4' }).report.published;
  assert.deepEqual(
    penaltyRecords.differ.map((one) => [one.published, one.byTheRules]),
    [[4, 5]],
  );
});

test('a science status is counted as not checkable and carries no level', () => {
  const { report } = judge({
    ...base,
    indicator: 'SCIENCE',
    currnumer: '',
    priornumer: '',
    statuslevel: '',
    changelevel: '',
    color: '',
  });
  assert.deepEqual([report.published.status.of, report.published.status.notCheckable], [0, 1]);
  assert.deepEqual([report.rows[0]?.status, report.rows[0]?.statusLevel], [25, 0]);
});

test('nine kinds of bad rows are findings with line, column and rule, and are left out', () => {
  const { report, findings } = judge(
    base,
    { ...base, studentgroup: 'EL', currnumer: '201' },
    { ...base, studentgroup: 'HI', currstatus: '100.1' },
    { ...base, studentgroup: 'WH', currdenom: 'many' },
    { ...base, studentgroup: 'AA', change: '5,0' },
    { ...base, studentgroup: 'AS', color: '6' },
    { ...base, cds: '1' },
    { ...base, indicator: 'CHR' },
    { ...base, indicator: 'SUSP', type: 'XX' },
    base,
  );
  assert.equal(report.rows.length, 1);
  assert.deepEqual(
    findings.map((one) => `${one.line} ${one.column} ${one.rule}`),
    [
      '3 currnumer numeratorMustNotExceedDenominator',
      '4 currstatus rateMustLieBetween0And100',
      '5 currdenom cellMustBeCount',
      '6 change cellMustBeNumber',
      '7 color levelMustBe0To5',
      '8 cds cdsMustHave14Digits',
      '9 indicator indicatorMustBeKnown',
      '10 type schoolTypeMustBeKnown',
      '11 null rowMustAppearOnce',
    ],
  );
  assert.ok(findings.every((one) => one.file === 'dashboard.csv' && one.remedy !== ''));
});

test('a row of 3 fields under a header of 4, and a row of 2025, are findings', () => {
  const header = Object.keys(base);
  const fields = Object.values(base);
  const result = dashboardFile(header, [{ line: 7, fields: fields.slice(1) }], 'f');
  assert.ok('findings' in result);
  assert.match(result.findings[0]?.message ?? '', /13 fields, the header 14/);
  const later = judge({ ...base, reportingyear: '2025' });
  assert.equal(later.findings[0]?.rule, 'reportingYearMustHaveRules');
});

test('an unknown layout is refused by the columns it lacks and those it has', () => {
  const refusal = (header: string[]) => {
    const result = dashboardFile(header, [{ line: 2, fields: header.map(() => 'x') }], 'f');
    return 'refusal' in result ? result.refusal : '';
  };
  assert.match(refusal(['County', 'Rate']), /lacks the columns cds, .* its header reads county, rate$/);
  assert.match(refusal([...Object.keys(base), 'cds']), /names the column cds twice/);
  const { color: _color, ...uncoloured } = base;
  assert.throws(() => judge(uncoloured), /rows of CHRO but lacks the column color/);
});
