import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureByHand, schoolA, schoolB } from '../../../test/vault/measuredDistrict.ts';

test('chronic absence: 30 expected days do not count and 31 do; 18 of 180 is a tenth, 17.99 is not', async () => {
  const days = (id: number, expected_days: number, unexcused_days: number, more: object = {}) => ({
    student_id: id,
    expected_days,
    unexcused_days,
    attended_days: expected_days - unexcused_days,
    ...more,
  });
  const district = await measureByHand({
    enrolment: [1, 2, 3, 4, 5, 7].map((id) => ({ student_id: id })).concat([{ student_id: 5 }]),
    attendance: [
      days(1, 30, 20),
      days(2, 31, 20),
      days(3, 180, 18),
      days(4, 180, 17.99),
      // Half a year at each school: 20 days absent of 90 at A, none at B, 20 of 180 in the district.
      days(5, 90, 20),
      days(5, 90, 0, { school_cds: schoolB }),
      days(6, 180, 100),
      days(7, 180, 100, { exempt: true }),
    ],
  });
  const chronic = { measure: 'chronic_absence' };
  // Student 5 has no stay at B, student 6 none at all, and 7 is exempt.
  assert.equal(district.of(chronic), '3/4');
  assert.equal(district.of({ ...chronic, school: schoolA }), '3/4');
  assert.equal(district.of({ ...chronic, school: schoolB }), 'no slice');
  assert.equal(district.of({ measure: 'attendance_rate' }), '505.01/601 of 5 students');
});

test('days absent are out of school, excused, unexcused and independent study, never in-school suspension', async () => {
  const parts = [
    'out_of_school_suspension_days',
    'excused_days',
    'unexcused_days',
    'incomplete_independent_study_days',
    'in_school_suspension_days',
  ];
  const district = await measureByHand(
    {
      enrolment: parts.map((_, at) => ({ student_id: at, grade: `0${at + 1}` })),
      attendance: parts.map((part, at) => ({ student_id: at, expected_days: 100, [part]: 10 })),
    },
    { measure: 'chronic_absence' },
  );
  assert.deepEqual(
    ['1', '2', '3', '4', '5'].map((grade) => district.of({ grade })),
    ['1/1', '1/1', '1/1', '1/1', '0/1'],
  );
});

test('chronic absence of TK-8 takes TK, K and 8 and leaves 9; an ungraded student counts in all grades only', async () => {
  const grades = ['TK', 'KN', '08', '09', 'UE'];
  const district = await measureByHand(
    {
      enrolment: grades.map((grade, at) => ({ student_id: at, grade })),
      attendance: grades.map((_, at) => ({ student_id: at, expected_days: 100, unexcused_days: 50 })),
    },
    { measure: 'chronic_absence' },
  );
  assert.deepEqual(
    ['all', 'TK-8', 'K', '9', 'UE'].map((grade) => district.of({ grade })),
    ['5/5', '3/3', '1/1', '1/1', 'no slice'],
  );
});

test('a student at two schools counts at both and once in the district, in the grade of the later stay there', async () => {
  const district = await measureByHand({
    enrolment: [
      { student_id: 1, grade: '05', end_date: '2023-12-01' },
      { student_id: 1, grade: '06', school_cds: schoolB, start_date: '2023-12-04' },
      { student_id: 2, grade: '05' },
      { student_id: 3, status: '20' },
      { student_id: 4, exit_reason: 'N470', end_date: '2023-08-14' },
      { student_id: 5, status: '30', start_date: '2024-02-01', end_date: '2024-02-01' },
    ],
    incident: [{ incident_id: 1 }, { incident_id: 2, school_cds: schoolB }],
    incident_student: [
      { incident_id: 1, student_id: 1, result: '100', days: 0.5 },
      { incident_id: 2, student_id: 1, result: '110', days: 0.5 },
      { incident_id: 2, student_id: 2, result: '100', days: null },
      { incident_id: 1, student_id: 5, result: '200', days: null },
    ],
  });
  const of = (measure: string, school?: string) => district.of({ measure, ...(school ? { school } : {}) });
  // Half a day at each school: a full day only in the district. A suspension at B of a student of A counts in the district.
  assert.deepEqual(
    [of('suspension'), of('suspension', schoolA), of('suspension', schoolB)],
    ['1/3', '0/3', '0/1'],
  );
  assert.deepEqual(
    [of('suspension_any'), of('suspension_any', schoolA), of('suspension_any', schoolB)],
    ['2/3', '1/3', '1/1'],
  );
  assert.deepEqual([of('expulsion'), of('expulsion', schoolB)], ['1/3', '0/1']);
  assert.equal(district.of({ measure: 'suspension', grade: '6' }), '1/1');
  assert.equal(district.of({ measure: 'suspension', grade: '5', school: schoolA }), '0/3');
});

test('non-stability: 244 days are too few and 245 enough, a truant exit counts unless another stay follows', async () => {
  const district = await measureByHand(
    {
      enrolment: [
        { student_id: 1, end_date: '2024-04-13' },
        { student_id: 2, end_date: '2024-04-14' },
        { student_id: 3, end_date: '2024-05-20', exit_reason: 'E140' },
        { student_id: 4, end_date: '2024-05-20', exit_reason: 'E140' },
        { student_id: 4, school_cds: schoolB, start_date: '2024-05-21' },
      ],
    },
    { measure: 'stability' },
  );
  assert.equal(district.of({}), '2/4');
  assert.equal(district.of({ school: schoolA }), '2/4');
  assert.equal(district.of({ school: schoolB }), '1/1');
});

test('groups of a year hold when they held on one day of it: a programme to 1 July counts, one to 30 June before does not', async () => {
  const district = await measureByHand(
    {
      enrolment: [1, 2, 3, 4].map((id) => ({ student_id: id })),
      incident: [{ incident_id: 1 }],
      language_status: [
        { student_id: 1, status: 'EL', start_date: '2015-08-15' },
        { student_id: 1, status: 'RFEP', start_date: '2023-07-02' },
        { student_id: 2, status: 'EL', start_date: '2015-08-15' },
        { student_id: 2, status: 'RFEP', start_date: '2019-07-01' },
        { student_id: 3, status: 'EL', start_date: '2015-08-15' },
        { student_id: 3, status: 'RFEP', start_date: '2019-06-30' },
        { student_id: 4, status: 'EO' },
      ],
      student_info: [
        { student_id: 1, race: 'HI', gender: 'F', us_entry_date: '2017-06-30' },
        { student_id: 2, race: 'WH', gender: 'M', parent_education: '14' },
        { student_id: 3, direct_certified: true, start_date: '2024-07-01' },
      ],
      programme: [
        { student_id: 3, code: '181', start_date: '2020-01-01', end_date: '2023-07-01' },
        { student_id: 4, code: '144', start_date: '2020-01-01', end_date: '2023-06-30' },
        { student_id: 4, code: '190' },
      ],
    },
    { measure: 'suspension' },
  );
  const n = (group: string) => district.of({ group });
  assert.deepEqual(['ALL', 'EL', 'RFP', 'EVER', 'LTEL', 'EO'].map(n), [
    '0/4',
    '0/1',
    '0/1',
    '0/3',
    '0/1',
    '0/1',
  ]);
  assert.deepEqual(['SED', 'SWD', 'FOS', 'HI', 'WH', 'NR', 'GNR'].map(n), [
    '0/3',
    'no slice',
    '0/1',
    '0/1',
    '0/1',
    '0/2',
    '0/2',
  ]);
  assert.equal(n('LTEL6'), 'no slice', 'no ELPAC of the year before is loaded');
});
