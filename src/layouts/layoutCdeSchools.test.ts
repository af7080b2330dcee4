import assert from 'node:assert/strict';
import { test } from 'node:test';
import { californiaFiles, recordFile, recordRows } from '../../test/recordLayout.ts';
import { layoutCdeSchools } from './layoutCdeSchools.ts';
import { layoutSchoolDemographics } from './layoutSchoolDemographics.ts';

const header =
  'cds,school,district_cds,district,county,city,zip,charter,dass,magnet,grade_span,enrollment,lat,lon'.split(
    ',',
  );
const addams =
  '10621661030642,Addams Elementary,10621660000000,Fresno Unified,Fresno,Fresno,93706,False,False,False,K–6,757,36.7582,-119.8269';

function read(...rows: string[]) {
  return recordRows(
    layoutCdeSchools.open(header, 'schools.csv'),
    rows.map((row) => row.split(',')),
  );
}

test('a school is listed with its district, county, city, grades, size and place', () => {
  const { schools, findings } = read(addams, addams.replace('False', 'True').replace(',757,', ',,'));
  assert.deepEqual(findings, []);
  assert.deepEqual(schools[0], {
    place: {
      cds: '10621661030642',
      name: 'Addams Elementary',
      districtName: 'Fresno Unified',
      county: 'Fresno',
    },
    city: 'Fresno',
    charter: false,
    gradeSpan: 'K–6',
    enrolment: 757,
    latitude: 36.7582,
    longitude: -119.8269,
  });
  assert.deepEqual([schools[1]?.charter, schools[1]?.enrolment], [true, null]);
});

test('a wrong code, district, name, flag, place or count names its column', () => {
  const { findings, schools } = read(
    addams.replace('10621661030642', '10621660000000'),
    addams.replace('10621660000000', '19647250000000'),
    addams.replace('Addams Elementary', ''),
    addams.replace('False', 'no'),
    addams.replace('36.7582', '136.7582'),
    addams.replace('757', '-7'),
  );
  assert.deepEqual(
    findings.map(({ line, rule, column }) => [line, rule, column]),
    [
      [2, 'cdsMustBeASchools', 'cds'],
      [3, 'schoolMustFitItsDistrict', 'district_cds'],
      [4, 'placeMustHaveAName', 'school'],
      [5, 'flagMustBeTrueOrFalse', 'charter'],
      [6, 'placeMustLieOnEarth', 'lat'],
      [7, 'countMustBeWhole', 'enrollment'],
    ],
  );
  assert.deepEqual(schools, []);
});

test('students of a school become profile facts; an unknown group or count names its column', () => {
  const demographics = layoutSchoolDemographics.open(
    ['cds', 'group', 'count', 'percent'],
    'school_demographics.csv',
  );
  const { profile, findings } = recordRows(demographics, [
    ['10621661030642', 'English Learner', '250', '33.0'],
    ['10621661030642', 'English Learner', '', ''],
    ['10621661030642', 'Left-handed', '70', '9.2'],
    ['10621661030642', 'White', '7.5', '1.0'],
    ['10621660000000', 'White', '7', '1.0'],
  ]);
  assert.deepEqual(
    profile.map(({ place, schoolYear, factor, value }) => [place.cds, schoolYear, factor, value]),
    [['10621661030642', 2025, 'english_learners', '250']],
  );
  assert.deepEqual(
    findings.map(({ line, column }) => [line, column]),
    [
      [4, 'group'],
      [5, 'count'],
      [6, 'cds'],
    ],
  );
});

const { folder, skip } = californiaFiles();

test('the state’s list holds 9,946 schools of 1,009 districts or fewer, all sound', { skip }, async () => {
  const list = await recordFile(`${folder}/outcomes-2023-2025/schools.csv.gz`, [layoutCdeSchools]);
  assert.deepEqual([list.rows, list.schools.length, list.findings], [9946, 9946, []]);
  const students = await recordFile(`${folder}/outcomes-2023-2025/school_demographics.csv.gz`, [
    layoutSchoolDemographics,
  ]);
  assert.deepEqual([students.profile.length, students.findings], [159_136, []]);
});
