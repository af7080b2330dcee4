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
import { layoutsEdData } from './layoutEdData.ts';

const header =
  'District Name|County Name (District)|District Type (District)|CDS Number (District)|Grade Span (District)|Census Day Enrollment (District)|Average Daily Attendance (ADA) (District)|Cumulative Enrollment (District)|English Learners Count (District)|English Learners Percent (District)|American Indian or Alaska Native Count (District)|American Indian or Alaska Native Percent (District)|Asian Count  (District)|Asian Percent (District)|Black or African American Count  (District)|Black or African American Percent (District)|Filipino Count  (District)|Filipino Percent (District)|Hispanic or Latino Count  (District)|Hispanic or Latino Percent (District)|Native Hawaiian or Pac Islander Count (District)|Native Hawaiian or Pac Islander Percent (District)|Two or More Races Count (District)|Two or More Races Percent (District)|None Reported Count (District)|None Reported Percent (District)|White Count (District)|White Percent (District)|Free/Reduced Meals Count (District)|Free/Reduced Meals Percent (District)|Students with Disabilities Count (District)|Cohort Graduates Count (District)|Cohort Graduates Percent (District)|Cohort Dropouts Count (District)|Cohort Dropouts Percent (District)|Student/Teacher Ratio (District)|Teaching Days (District)|Teacher Salary-Avg (District)|Salary Change (District)|Avg Years Teaching (District)|Experienced Teachers (District)|Inexperienced Teachers (District)|Suspension Rate (District)|Expulsion Rate (District)|Chronic Absenteeism Count (District)|Chronic Absenteeism Percent (District)|CAASPP-Math Standard Exceeded or Met (Levels 3 and 4) (District)|CAASPP-ELA Standard Exceeded or Met (Levels 3 and 4) (District)|CAASPP-ELA Standard Exceeded (Level 4) (District)|CAASPP-ELA Standard Met (Level 3) (District)|CAASPP-ELA Standard Nearly Met (Level 2) (District)|CAASPP-ELA Standard Not Met (Level 1) (District)|CAASPP-Math Standard Exceeded (Level 4) (District)|CAASPP-Math Standard Met (Level 3) (District)|CAASPP-Math Standard Nearly Met (Level 2) (District)|CAASPP-Math Standard Not Met (Level 1) (District)|Current Exp of Educ per ADA (Ed Code 41372) (District)|Total Gen Fund Expenditures (District)|Total Gen Fund Expenditures Per Student (District)|Total Gen Fund Revenues (District)|Total Gen Fund Revenues Per Student (District)'.split(
    '|',
  );
const math = 'CAASPP-Math Standard Exceeded or Met (Levels 3 and 4) (District)';
const ela = 'CAASPP-ELA Standard Exceeded or Met (Levels 3 and 4) (District)';
const absent = Object.fromEntries(header.map((column) => [column, 'N/A']));
const district = {
  ...absent,
  'District Name': 'Mountain House Elementary (Alameda)',
  'County Name (District)': 'Alameda',
  'District Type (District)': 'Elementary School District',
  'CDS Number (District)': '01-61218-0000000',
  'Grade Span (District)': 'K-08',
  'Census Day Enrollment (District)': '20',
  'Asian Count  (District)': '3',
  'Chronic Absenteeism Count (District)': '3',
  'Chronic Absenteeism Percent (District)': '15',
  [math]: 'redacted',
  [ela]: '64.29',
  'Current Exp of Educ per ADA (Ed Code 41372) (District)': '30772',
};

function read(row: Readonly<Record<string, string>>, fileName = 'district_21.xlsx'): Recorded {
  const layout = layoutsEdData.find((one) => one.matches(header));
  assert.ok(layout);
  return recordRows(layout.open(header, fileName), [rowUnder(header, row)]);
}

test('64.29 % met in ELA is kept without counts; redacted mathematics is withheld for few students', () => {
  const { cells, findings } = read(district);
  assert.deepEqual(
    cells.map(({ subject, figure }) => [subject.measure, subject.schoolYear, figure]),
    [
      ['math_met_pct', 2022, { seen: 'suppressed', n: null, reason: 'few students' }],
      ['ela_met_pct', 2022, { seen: 'shown', n: null, numerator: null, value: '64.29' }],
      ['chronic_absence', 2022, { seen: 'shown', n: null, numerator: 3, value: '15' }],
    ],
  );
  assert.equal(cells[0]?.place.cds, '01612180000000');
  assert.equal(cells[0]?.place.name, 'Mountain House Elementary');
  assert.deepEqual(findings, []);
});

test('30,772 dollars a pupil are 3,077,200 cents; N/A is not said', () => {
  const facts = new Map(read(district).profile.map((fact) => [fact.factor, fact.value ?? fact.words]));
  assert.deepEqual(
    [...facts],
    [
      ['district_type', 'Elementary School District'],
      ['grade_span', 'K-08'],
      ['enrolment', '20'],
      ['asian', '3'],
      ['per_pupil_spending_cents', '3077200'],
    ],
  );
});

test('a workbook called districts.xlsx has no year and is refused', () => {
  const { cells, findings } = read(district, 'districts.xlsx');
  assert.equal(cells.length, 0);
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    ['yearMustBeInFileName'],
  );
});

const { folder, skip } = californiaFiles();
const files = [
  { name: 'district_21.xlsx', rows: 1_104, shown: 982, redacted: 29, fresno: '20.82', longBeach: '32.99' },
  { name: 'district_22.xlsx', rows: 1_019, shown: 981, redacted: 31, fresno: '23.31', longBeach: '34.46' },
  { name: 'district_23.xlsx', rows: 1_018, shown: 979, redacted: 29, fresno: '25.14', longBeach: '36.36' },
] as const;

for (const { name, rows, shown, redacted, fresno, longBeach } of files) {
  test(`${name}: ${rows} districts, mathematics shown for ${shown}; Fresno ${fresno}, Long Beach ${longBeach}`, {
    skip,
  }, async () => {
    const recorded = await recordFile(`${folder}/ed-data/${name}`, layoutsEdData);
    assert.equal(recorded.rows, rows);
    assert.deepEqual(recorded.findings, []);
    assert.deepEqual(saidTwice(recorded), []);
    const met = recorded.cells.filter(({ subject }) => subject.measure === 'math_met_pct');
    assert.deepEqual(
      tally(met, ({ figure }) => figure.seen),
      { shown, suppressed: redacted },
    );
    const of = (cds: string) => {
      const figure = met.find(({ place }) => place.cds === cds)?.figure;
      return figure?.seen === 'shown' ? figure.value : undefined;
    };
    assert.deepEqual([of('10621660000000'), of('19647250000000')], [fresno, longBeach]);
  });
}
