import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  californiaFiles,
  type Recorded,
  readPublicFile,
  recordFile,
  recordRows,
  rowUnder,
  saidTwice,
  tally,
} from '../../test/recordLayout.ts';
import { layoutUpc } from './layoutUpc.ts';

const header =
  'Academic Year,County Code,District Code,School Code,County Name,District Name,School Name,District Type,School Type,Educational Option Type,NSLP Provision Status,Charter School (Y/N),Charter Number,Charter Funding Type,IRC,Low Grade,High Grade,Total Enrollment,Free & Reduced Meal Program,Foster,Homeless,Migrant Program,Direct Certification,Unduplicated FRPM Eligible Count,English Learner (EL),CALPADS Unduplicated Pupil Count (UPC),CALPADS Fall 1 Certification Status (Y/N),Tribal Foster Youth'.split(
    ',',
  );

const fresno = {
  'Academic Year': '2023-2024',
  'County Code': '10',
  'District Code': '62166',
  'School Code': '0000000',
  'County Name': 'Fresno',
  'District Name': 'Fresno Unified',
  'School Name': 'N/A',
  'School Type': 'N/A',
  'Charter School (Y/N)': 'N/A',
  'Low Grade': 'N/A',
  'High Grade': 'N/A',
  'Total Enrollment': '200',
  'Free & Reduced Meal Program': '150',
  Foster: '3',
  Homeless: '5',
  'Migrant Program': '0',
  'Direct Certification': '90',
  'Unduplicated FRPM Eligible Count': '160',
  'English Learner (EL)': '41',
  'CALPADS Unduplicated Pupil Count (UPC)': '163',
  'CALPADS Fall 1 Certification Status (Y/N)': 'Y',
  'Tribal Foster Youth': '',
};
const charter = {
  ...fresno,
  'School Code': '0106740',
  'School Name': 'Aspen Valley Prep Academy',
  'School Type': 'Elementary Schools (Public)',
  'Charter School (Y/N)': 'Yes',
  'Low Grade': 'K',
  'High Grade': '8',
};

function read(...rows: Readonly<Record<string, string>>[]): Recorded {
  return recordRows(
    layoutUpc.open(header, 'upc.csv'),
    rows.map((row) => rowUnder(header, row)),
  );
}

test('163 unduplicated pupils of 200 enrolled are 81.5 %, with both counts and a census-day difference', () => {
  const { cells, findings } = read(fresno);
  assert.deepEqual(findings, []);
  assert.deepEqual(cells[0]?.figure, { seen: 'shown', n: 200, numerator: 163, value: '81.5' });
  assert.deepEqual(cells[0]?.subject, { measure: 'upc', schoolYear: 2024, grade: 'all', group: 'ALL' });
  assert.equal(cells[0]?.place.cds, '10621660000000');
  assert.equal(cells[0]?.dataset.key, 'cde_upc_2023_24');
  assert.match(cells[0]?.dataset.difference ?? '', /leaves out the charter schools/);
});

test('41 English learners of 200 are a share of 20.5 beside their count, and a blank count is not said', () => {
  const facts = new Map(read(fresno).profile.map(({ factor, value }) => [factor, value]));
  assert.equal(facts.get('english_learners'), '41');
  assert.equal(facts.get('english_learner_share'), '20.5');
  assert.equal(facts.get('enrolment'), '200');
  assert.equal(facts.has('tribal_foster'), false);
});

test('a charter school is a school of the district that authorised it, with its grades', () => {
  const { cells, schools, profile } = read(charter);
  assert.equal(cells[0]?.place.cds, '10621660106740');
  assert.equal(cells[0]?.place.name, 'Aspen Valley Prep Academy');
  assert.equal(cells[0]?.place.districtName, 'Fresno Unified');
  assert.deepEqual([schools[0]?.charter, schools[0]?.gradeSpan], [true, 'K-8']);
  assert.ok(profile.every(({ factor }) => !factor.endsWith('_share')));
});

test('the office of a district is not the district: its row is left out with a note', () => {
  const { cells, profile, findings } = read({ ...fresno, 'School Name': 'District Office' });
  assert.deepEqual([cells.length, profile.length], [0, 0]);
  assert.deepEqual(
    tally(findings, ({ severity, rule }) => `${severity} ${rule}`),
    {
      'note districtOfficeIsNotTheDistrict': 1,
    },
  );
});

test('counts that were never certified are left out, and nobody enrolled makes no rate', () => {
  const status = 'CALPADS Fall 1 Certification Status (Y/N)';
  const nobody = Object.fromEntries(
    Object.entries(fresno).map(([column, cell]) => [
      column,
      /^\d+$/.test(cell) && !column.endsWith('Code') ? '0' : cell,
    ]),
  );
  const { cells, profile, findings } = read({ ...fresno, [status]: 'N' }, nobody);
  assert.equal(cells.length, 0);
  assert.deepEqual(new Set(profile.map(({ value }) => value)), new Set(['0']));
  assert.deepEqual(
    findings.map(({ rule, line }) => [rule, line]),
    [
      ['countsMustBeCertified', 2],
      ['rateNeedsStudents', 3],
    ],
  );
});

test('201 English learners of 200 enrolled, a year of 2023-2025 and a blank enrolment each refuse the file', () => {
  const { findings } = read(
    { ...fresno, 'English Learner (EL)': '201' },
    { ...fresno, 'Academic Year': '2023-2025' },
    { ...fresno, 'Total Enrollment': '' },
  );
  assert.deepEqual(
    findings.map(({ severity, rule, line }) => [severity, rule, line]),
    [
      ['error', 'partMustNotExceedEnrolment', 2],
      ['error', 'schoolYearMustFollow', 3],
      ['error', 'countMustBeThere', 4],
    ],
  );
});

const { folder, skip } = californiaFiles();

test('the file of LEAs: 13,666 rows give 13,641 rates; Fresno 60,712 of 68,213 in 2023-24 are 89.0 %', {
  skip,
}, async () => {
  const recorded = await recordFile(`${folder}/upc/upc_lea_2018-19_to_2023-24.csv`, [layoutUpc]);
  assert.equal(recorded.rows, 13_666);
  assert.equal(recorded.cells.length, 13_641);
  assert.deepEqual(
    tally(recorded.findings, ({ severity, rule }) => `${severity} ${rule}`),
    {
      'note countsMustBeCertified': 6,
      'note districtOfficeIsNotTheDistrict': 8,
      'note rateNeedsStudents': 11,
    },
  );
  assert.deepEqual(saidTwice(recorded), []);
  const of = (cds: string) =>
    recorded.cells.find(({ place, subject }) => place.cds === cds && subject.schoolYear === 2024)?.figure;
  assert.deepEqual(of('10621660000000'), { seen: 'shown', n: 68_213, numerator: 60_712, value: '89.0' });
  assert.deepEqual(of('19647250000000'), { seen: 'shown', n: 63_961, numerator: 41_225, value: '64.5' });
});

test('Fresno and Long Beach: the rows of the schools come to the LEA in 72 of 72 counts', {
  skip,
}, async () => {
  const leas = await recordFile(`${folder}/upc/upc_lea_2018-19_to_2023-24.csv`, [layoutUpc]);
  const path = `${folder}/upc/upc_school_Fresno_LongBeach_2018-19_to_2023-24.csv`;
  const { header: columns, rows } = await readPublicFile(path, [layoutUpc]);
  const schools = rows.map(
    ({ cells }) =>
      (column: string) =>
        cells[columns.indexOf(column)] ?? '',
  );
  const counted = [
    ['Total Enrollment', 'enrolment'],
    ['Free & Reduced Meal Program', 'meal_programme'],
    ['Foster', 'foster'],
    ['Homeless', 'homeless'],
    ['English Learner (EL)', 'english_learners'],
    ['CALPADS Unduplicated Pupil Count (UPC)', 'unduplicated_pupils'],
  ] as const;
  let equal = 0;
  for (const { place, factor, schoolYear, value } of leas.profile) {
    if (place.cds !== '10621660000000' && place.cds !== '19647250000000') continue;
    const column = counted.find(([, one]) => one === factor)?.[0];
    if (!column) continue;
    const sum = schools
      .filter((cell) => cell('District Code') === place.cds.slice(2, 7))
      .filter((cell) => cell('Academic Year') === `${schoolYear - 1}-${schoolYear}`)
      .filter((cell) => !cell('Charter School (Y/N)').startsWith('Y'))
      .reduce((total, cell) => total + Number(cell(column)), 0);
    assert.equal(sum, Number(value), `${place.name} ${schoolYear} ${factor}`);
    equal += 1;
  }
  assert.equal(equal, 72);
});

test('the file of schools: 1,173 rows are 1,162 rates and 11 offices that are no district', {
  skip,
}, async () => {
  const path = `${folder}/upc/upc_school_Fresno_LongBeach_2018-19_to_2023-24.csv`;
  const recorded = await recordFile(path, [layoutUpc]);
  assert.equal(recorded.cells.length, 1_162);
  assert.ok(recorded.cells.every(({ place }) => !place.cds.endsWith('0000000')));
  assert.deepEqual(
    tally(recorded.findings, ({ severity, rule }) => `${severity} ${rule}`),
    {
      'note districtOfficeIsNotTheDistrict': 11,
    },
  );
  assert.deepEqual(saidTwice(recorded), []);
});
