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
import { fileSource } from './fileSource.ts';
import { layoutEquityMultiplier } from './layoutEquityMultiplier.ts';
import { readBytes } from './readBytes.ts';
import { readWorkbook } from './readWorkbook.ts';

const nonStable = 'Prior Year Non-Stability Count\nA-1';
const enrolment = 'Prior Year Adjusted Cumulative Enrollment - Total\nA-2';
const rate = 'Prior Year Non-Stability Rate \n(A-1 / A-2)\nA-3';
const sed = 'Prior Year Adjusted Cumulative Enrollment - Socioeconomically Disadvantaged\nB-1';
const sedRate = 'Prior Year Socioeconomically Disadvantaged Pupil Percentage\n(B-1 / A-2) \nB-2';
const eligible = 'LCFF Equity Multiplier Eligibility Determination\n(IF C-1 through C-3 = TRUE, TRUE)\nC-4';
const entitlement =
  'LCFF Equity Multiplier Entitlement\n(IF C-4 = TRUE, Sum of (Greater of A-2 * D-1, 50,000), D-2)\nD-3';
const header = [
  'County Code',
  'District Code',
  'School Code',
  'LEA Name',
  'School Name',
  'Charter Number',
  nonStable,
  enrolment,
  rate,
  sed,
  sedRate,
  'Non-Stability Threshold \n(IF A-3 > 25%, TRUE)\nC-1',
  'Socioeconomically Disadvantaged Pupil Threshold\n(IF B-2 > 70%, TRUE)\nC-2',
  'Classroom-based Charter School or Non-Charter School as of the Prior Year P-2 Certification\nC-3',
  eligible,
  'Statewide LCFF Equity Multiplier Rate \nD-1',
  'Miscellaneous Adjustments\nD-2',
  entitlement,
];

const codes = { 'County Code': '01', 'District Code': '10017' };
const community = {
  ...codes,
  'School Code': '0130419',
  'LEA Name': 'Alameda Co. Office of Education',
  'School Name': 'Alameda County Community',
  'Charter Number': 'N/A',
  [nonStable]: '91',
  [enrolment]: '115',
  [rate]: '0.791',
  [sed]: '96',
  [sedRate]: '0.835',
  [eligible]: 'true',
  [entitlement]: '121050',
};
const office = { ...community, 'School Code': '0000000', 'School Name': 'District Office' };
const charter = {
  ...community,
  'School Code': '0112607',
  'LEA Name': 'Envision Academy',
  'School Name': 'Envision Academy',
  'Charter Number': '0811',
  [eligible]: 'false',
  [entitlement]: '0',
};
const total = {
  'County Code': 'TOTAL:',
  [nonStable]: '273',
  [enrolment]: '345',
  [sed]: '288',
  [entitlement]: '242100',
};
const footer = { 'County Code': 'Prepared by:' };

function read(...rows: Readonly<Record<string, string>>[]): Recorded {
  return recordRows(
    layoutEquityMultiplier.open(header, 'lcffem23p1.xlsx'),
    rows.map((row) => rowUnder(header, row)),
  );
}

test('91 of 115 students who did not stay are 79.1 % of 2022-23; the entitlement is 12,105,000 cents of 2023-24', () => {
  const { cells, profile, findings } = read(community, office, charter, total, footer);
  assert.deepEqual(cells[0]?.figure, { seen: 'shown', n: 115, numerator: 91, value: '79.1' });
  assert.deepEqual(cells[0]?.subject, { measure: 'stability', schoolYear: 2023, grade: 'all', group: 'ALL' });
  const own = profile.filter(({ place }) => place.cds === '01100170130419');
  assert.deepEqual(
    own.map(({ factor, schoolYear, value, words }) => [factor, schoolYear, value ?? words]),
    [
      ['sed_cumulative', 2023, '96'],
      ['sed_cumulative_share', 2023, '83.5'],
      ['equity_multiplier_eligible', 2024, 'yes'],
      ['equity_multiplier_cents', 2024, '12105000'],
    ],
  );
  assert.deepEqual(
    findings.map(({ severity, rule, line }) => [severity, rule, line]),
    [['note', 'districtOfficeIsNotTheDistrict', 3]],
  );
});

test('a district’s own sum counts its office and leaves its charter schools out: 2 sites, 24,210,000 cents', () => {
  const { profile, cells } = read(community, office, charter, total);
  const sums = profile.filter(({ place }) => place.cds === '01100170000000');
  assert.deepEqual(
    sums.map(({ factor, value, place }) => [factor, value, place.name]),
    [
      ['equity_multiplier_sites', '2', 'Alameda Co. Office of Education'],
      ['equity_multiplier_cents', '24210000', 'Alameda Co. Office of Education'],
    ],
  );
  assert.equal(cells.find(({ place }) => place.name === 'Envision Academy')?.place.districtName, null);
});

test('a row that is gone leaves the line TOTAL 242,100 dollars unmatched and refuses the file', () => {
  const { findings } = read(community, charter, total);
  assert.deepEqual(
    tally(findings, ({ severity, rule }) => `${severity} ${rule}`),
    {
      'error totalMustEqualSum': 4,
    },
  );
});

test('a file cut off before its line TOTAL is refused', () => {
  assert.deepEqual(
    read(community).findings.map(({ severity, rule }) => [severity, rule]),
    [['error', 'fileMustEndWithItsTotal']],
  );
});

test('a published 0.792 for 91 of 115 is noted, 116 of 115 and an eligibility of “maybe” refuse the file', () => {
  const rules = (row: Readonly<Record<string, string>>) =>
    read(row)
      .findings.map(({ severity, rule }) => `${severity} ${rule}`)
      .filter((rule) => rule !== 'error fileMustEndWithItsTotal');
  assert.deepEqual(rules({ ...community, [rate]: '0.792' }), ['note rateMustFollowFromCounts']);
  assert.deepEqual(rules({ ...community, [nonStable]: '116' }), ['error partMustNotExceedEnrolment']);
  assert.deepEqual(rules({ ...community, [eligible]: 'maybe' }), ['error eligibilityMustBeTrueOrFalse']);
});

const { folder, skip } = californiaFiles();
const path = `${folder}/assistance/lcffem23p1.xlsx`;

test('10,163 sites: 9,983 schools with a rate, 180 offices without, every rate as published', {
  skip,
}, async () => {
  const recorded = await recordFile(path, [layoutEquityMultiplier]);
  assert.equal(recorded.cells.length, 9_983);
  assert.deepEqual(
    tally(recorded.findings, ({ severity, rule }) => `${severity} ${rule}`),
    {
      'note agencyMustBeNamed': 1,
      'note districtOfficeIsNotTheDistrict': 180,
    },
  );
  assert.deepEqual(saidTwice(recorded), []);
});

test('Fresno has 14 sites and $11,315,037, Long Beach 2 and $2,054,695; 995 of 996 LEAs have the sum of their sites', {
  skip,
}, async () => {
  const recorded = await recordFile(path, [layoutEquityMultiplier]);
  const facts = new Map(
    recorded.profile.map(({ place, factor, value }) => [`${place.cds} ${factor}`, value]),
  );
  const of = (cds: string, factor: string) => facts.get(`${cds} ${factor}`) ?? '0';
  assert.deepEqual(
    ['10621660000000', '19647250000000'].map((cds) => [
      of(cds, 'equity_multiplier_sites'),
      of(cds, 'equity_multiplier_cents'),
    ]),
    [
      ['14', '1131503700'],
      ['2', '205469500'],
    ],
  );
  const sheets = await readWorkbook(readBytes(fileSource(path)));
  const agencies = (sheets.find(({ name }) => name.endsWith('LEA Data'))?.rows ?? []).filter(
    (row) => row[2] === '0000000',
  );
  const equal = agencies.filter(
    ([county, district, school, , , , , , , dollars]) =>
      of(`${county}${district}${school}`, 'equity_multiplier_cents') === String(Number(dollars) * 100),
  );
  assert.deepEqual([agencies.length, equal.length], [996, 995]);
});
