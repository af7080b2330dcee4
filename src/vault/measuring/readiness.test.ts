import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureByHand, schoolA, schoolB } from '../../../test/vault/measuredDistrict.ts';

test('met standard counts general records with a score; level 2 is one short; the alternate and the unscored do not count', async () => {
  const record = (id: number, level: number | null, more: object = {}) => ({
    student_id: id,
    level,
    scale_score: 2500,
    ...more,
  });
  const district = await measureByHand({
    test_result: [
      record(1, 3, { school_cds: schoolB }),
      record(2, 2),
      record(3, 1, { include: 'T' }),
      record(4, 4, { include: 'R' }),
      record(5, 3, { test: 'CAA_MATH', scale_score: 570 }),
      record(6, 4, { test: 'ELA' }),
      record(7, 3, { test: 'CAST', scale_score: 220 }),
      record(8, 2, { test: 'CAST', scale_score: 210 }),
      record(9, 4, { test: 'CAST', grade_assessed: '12' }),
    ],
  });
  assert.equal(district.of({ measure: 'math_met_pct' }), '1/3');
  assert.equal(district.of({ measure: 'math_near_pct' }), '1/3');
  assert.equal(district.of({ measure: 'math_met_pct', school: schoolB }), '1/1');
  assert.equal(district.of({ measure: 'ela_met_pct' }), '1/1');
  assert.equal(district.of({ measure: 'science_met_pct' }), '2/3');
  assert.equal(district.of({ measure: 'science_met_pct', grade: '12' }), '1/1');
  // Nobody is enrolled, so no score counts for distance from standard; all expected were tested.
  assert.equal(district.of({ measure: 'caaspp_participation' }), '6/6');
});

test('algebra by grade 9: two semesters of C- or a year in grade 8 pass, one semester and a D do not', async () => {
  const course = (id: number, more: object) => ({ student_id: id, state_course: '9249', ...more });
  const district = await measureByHand({
    enrolment: [1, 2, 3, 4, 5]
      .map((id) => ({ student_id: id, grade: '09' }))
      .concat([{ student_id: 6, grade: '08' }]),
    student_course: [
      course(1, { term: 'S1', mark: 'C-' }),
      course(1, { term: 'S2', mark: 'C-' }),
      course(2, { school_year: 2023, mark: 'A+' }),
      course(3, { term: 'S1', mark: 'B' }),
      course(3, { term: 'S2', mark: 'D+' }),
      course(4, { mark: 'B', state_course: '9248' }),
      course(4, { mark: 'F', state_course: '9130', school_cds: schoolB }),
      course(6, { mark: 'B' }),
    ],
  });
  assert.equal(district.of({ measure: 'algebra_by_grade_9' }), '2/5');
  assert.equal(district.of({ measure: 'algebra_by_grade_9', grade: '9', school: schoolA }), '2/5');
  // Students with a mark in 2024 and grade 9: 1, 3 and 4.
  assert.equal(district.of({ measure: 'grade_9_course_failures' }), '1/3');
});

test('principals kept at their school a year later, teachers at their school and in the district; a closed school is left out', async () => {
  const schoolC = '10621660000003';
  const job = (staff_id: number, school_year: number, school_cds: string, teacher = false) => ({
    staff_id,
    school_year,
    school_cds,
    job_class: teacher ? '12' : '10',
    assignment: teacher ? null : '0301',
  });
  const district = await measureByHand({
    staff: [1, 2, 3, 4, 5, 6, 7].map((staff_id) => ({
      staff_id,
      seid: staff_id === 7 ? null : `900000000${staff_id === 6 ? 1 : staff_id}`,
    })),
    staff_assignment: [
      job(1, 2024, schoolA),
      job(2, 2024, schoolB),
      job(3, 2024, schoolC),
      job(6, 2025, schoolA), // the same SEID as 1
      job(2, 2025, schoolA),
      job(4, 2024, schoolA, true),
      job(5, 2024, schoolA, true),
      job(7, 2024, schoolB, true),
      job(4, 2025, schoolB, true),
      job(5, 2025, schoolA, true),
    ],
  });
  assert.deepEqual(
    ['principal_retention', 'teacher_retention'].map((measure) => [
      district.of({ measure }),
      district.of({ measure, school: schoolA }),
      district.of({ measure, school: schoolB }),
      district.of({ measure, school: schoolC }),
    ]),
    [
      ['1/2', '1/1', '0/1', 'no slice'],
      ['2/3', '1/2', '0/1', 'no slice'],
    ],
  );
});
