import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type HandMade, measureByHand, schoolA, schoolB } from '../../../test/vault/measuredDistrict.ts';

const math = { measure: 'math_dfs' };
const allYear = (id: number, more: object = {}) => ({ student_id: id, ...more });
const scored = (id: number, score: number, more: object = {}) => ({
  student_id: id,
  scale_score: score,
  level: 3,
  ...more,
});

test('a student at the threshold of grade 5 (2528) contributes 0, one point above 1, of grade 11 (2628) 0', async () => {
  const district = await measureByHand(
    {
      enrolment: [allYear(1), allYear(2), allYear(3, { grade: '11' })],
      test_result: [scored(1, 2528), scored(2, 2529), scored(3, 2628, { grade_assessed: '11' })],
    },
    math,
  );
  assert.equal(district.of({ grade: '5' }), '1 over 2');
  assert.equal(district.of({ grade: '11' }), '0 over 1');
  assert.equal(district.of({}), '1 over 3');
});

test('a gap of 30 days keeps continuous enrolment, one of 31 breaks it, and a school judges for itself', async () => {
  // Left on 31 October: 1 December is the 31st day after, so 30 days lie between; 2 December makes them 31.
  const stays = (id: number, back: string) => [
    allYear(id, { end_date: '2023-10-31' }),
    allYear(id, { start_date: back }),
  ];
  const movers = [
    allYear(3, { end_date: '2023-11-30' }),
    allYear(3, { school_cds: schoolB, start_date: '2023-12-01' }),
  ];
  const district = await measureByHand(
    {
      enrolment: [...stays(1, '2023-12-01'), ...stays(2, '2023-12-02'), ...movers],
      test_result: [scored(1, 2538), scored(2, 2600), scored(3, 2548, { school_cds: schoolB })],
    },
    math,
  );
  assert.equal(district.of({}), '30 over 2');
  assert.equal(district.of({ school: schoolA }), '10 over 1');
  assert.equal(district.of({ school: schoolB }), 'no slice');
});

test('who came a day after Census Day, 4 October 2023, is out; who came on it is in; who left 31 days before the test is out', async () => {
  const district = await measureByHand(
    {
      enrolment: [
        allYear(1, { start_date: '2023-10-05' }),
        allYear(2, { start_date: '2023-10-04' }),
        allYear(3, { end_date: '2024-03-15' }),
        allYear(4, { end_date: '2024-03-16' }),
      ],
      test_result: [scored(1, 2529), scored(2, 2530), scored(3, 2532), scored(4, 2536)],
    },
    math,
  );
  assert.equal(district.of({}), '10 over 2');
});

test('18 of 19 tested round to 95 % and add no record; 17 of 18 (94.4 %) add one of -348; ELA adds -333', async () => {
  const students = (expected: number): HandMade => ({
    enrolment: Array.from({ length: expected }, (_, at) => allYear(at + 1)),
    test_result: Array.from({ length: expected }, (_, at) =>
      ['MATH', 'ELA'].map((test) =>
        at === 0
          ? { student_id: 1, test, attemptedness: 'N', include: 'N' }
          : scored(at + 1, test === 'MATH' ? 2528 : 2502, { test }),
      ),
    ).flat(),
  });
  assert.equal((await measureByHand(students(19), math)).of({}), '0 over 18');
  assert.equal((await measureByHand(students(18), math)).of({}), '-348 over 18');
  assert.equal((await measureByHand(students(18), { measure: 'ela_dfs' })).of({}), '-333 over 18');
});

test('189 of 200 is 94.5 %, which rounds to 95: no penalty; 188 need one record', async () => {
  const students = (untested: number): HandMade => ({
    enrolment: Array.from({ length: 200 }, (_, at) => allYear(at + 1)),
    test_result: Array.from({ length: 200 }, (_, at) =>
      at < untested ? { student_id: at + 1, attemptedness: 'N', include: 'N' } : scored(at + 1, 2528),
    ),
  });
  assert.equal((await measureByHand(students(11), math)).of({}), '0 over 189');
  assert.equal((await measureByHand(students(12), math)).of({}), '-348 over 189');
});

test('a medical emergency is not expected; a newcomer exempt from ELA is expected in mathematics, whose score does not count', async () => {
  const newcomer = { el_status: 'EL', us_entry: '2023-04-16' };
  const rows = {
    enrolment: [allYear(1), allYear(2), allYear(3), allYear(4)],
    test_result: [
      scored(1, 2530),
      { student_id: 2, condition: 'NTE', attemptedness: 'N', include: 'N' },
      scored(3, 2600, newcomer),
      scored(4, 2540, { ...newcomer, us_entry: '2023-04-15' }),
      scored(1, 2502, { test: 'ELA' }),
      { student_id: 3, test: 'ELA', include: 'E', attemptedness: 'N', ...newcomer },
    ],
  };
  assert.equal((await measureByHand(rows, math)).of({}), '14 over 2');
  assert.equal((await measureByHand(rows, { measure: 'ela_dfs' })).of({}), '0 over 1');
  assert.equal((await measureByHand(rows, { measure: 'math_participation' })).of({}), '3/3');
});

test('an alternate score of 560 is at the standard, 545 is -15; before 2023 alternate records do not count', async () => {
  const rows = (year: number): HandMade => ({
    enrolment: [1, 2].map((id) => allYear(id, { school_year: year, start_date: `${year - 1}-08-14` })),
    test_result: [
      scored(1, 560, { test: 'CAA_MATH', school_year: year, first_test_day: `${year}-04-15` }),
      scored(2, 545, { test: 'CAA_MATH', school_year: year, first_test_day: `${year}-04-15` }),
    ],
  });
  assert.equal((await measureByHand(rows(2024), math)).of({}), '-15 over 2');
  assert.equal((await measureByHand(rows(2022), { ...math, year: 2022 })).of({}), 'no slice');
});

test('a student reclassified 4 years to the day before the test is in RFP and EL, a day longer only in EVER', async () => {
  const rows = {
    enrolment: [allYear(1), allYear(2), allYear(3)],
    test_result: [
      scored(1, 2538, { el_status: 'RFEP', rfep_date: '2020-04-15' }),
      scored(2, 2548, { el_status: 'RFEP', rfep_date: '2020-04-14' }),
      scored(3, 2518, { el_status: 'EL' }),
    ],
  };
  const district = await measureByHand(rows);
  assert.equal(district.of({ measure: 'math_dfs', group: 'RFP' }), '10 over 1');
  assert.equal(district.of({ measure: 'math_dfs', group: 'EL' }), '0 over 2');
  assert.equal(district.of({ measure: 'math_dfs', group: 'ELO' }), '-10 over 1');
  assert.equal(district.of({ measure: 'math_dfs', group: 'EVER' }), '20 over 3');
  assert.equal(district.of({ measure: 'el_acad_group_dfs' }), '0 over 2');
  assert.equal(district.of({ measure: 'ever_el_dfs' }), '20 over 3');
});

test('special education counts at the accountable district: at school A, and at district 2 only', async () => {
  const other = '10621740000000';
  const district = await measureByHand(
    {
      enrolment: [allYear(1), allYear(1, { district_cds: other, school_cds: '10621740000009' })],
      test_result: [scored(1, 2530, { accountability_district: other, swd: true })],
    },
    math,
  );
  assert.equal(district.of({ school: schoolA, group: 'SWD' }), '2 over 1');
  assert.deepEqual([district.of({}), district.of({ district: other })], ['no slice', '2 over 1']);
});

test('of two records of a student the scored one counts, whichever comes first in the file', async () => {
  const untested = { student_id: 1, attemptedness: 'N', include: 'N' };
  for (const results of [
    [scored(1, 2530), untested],
    [untested, scored(1, 2530)],
  ]) {
    const district = await measureByHand({ enrolment: [allYear(1)], test_result: results }, math);
    assert.equal(district.of({}), '2 over 1');
  }
});

test('properties: the order of students changes nothing, an excluded student nothing, and groups that part all students add up to all', async () => {
  const student = fc.record({
    score: fc.integer({ min: 2220, max: 2740 }),
    race: fc.constantFrom('HI', 'WH', 'AA', null),
    gender: fc.constantFrom('F', 'M', null),
  });
  const measured = async (
    students: readonly { score: number; race: string | null; gender: string | null }[],
  ) => {
    const district = await measureByHand(
      {
        enrolment: students.map((_, at) => allYear(at + 1)),
        test_result: [
          ...students.map(({ score, ...groups }, at) => scored(at + 1, score, groups)),
          scored(900, 2740, { include: 'R' }),
        ],
      },
      math,
    );
    return ['ALL', 'HI', 'WH', 'AA', 'NR', 'F', 'M', 'GNR'].map((group) => district.of({ group }));
  };
  const parts = (texts: readonly string[]) =>
    texts
      .filter((text) => text !== 'no slice')
      .map((text) => text.split(' over ').map(Number))
      .reduce<number[]>(([sum = 0, n = 0], [s = 0, m = 0]) => [sum + s, n + m], [0, 0])
      .join(' over ');
  await fc.assert(
    fc.asyncProperty(fc.array(student, { minLength: 20, maxLength: 30 }), async (students) => {
      const found = await measured(students);
      assert.deepEqual(await measured(students.toReversed()), found);
      const sum = students.reduce((all, { score }) => all + score - 2528, 0);
      assert.equal(found[0], `${sum} over ${students.length}`);
      assert.equal(parts(found.slice(1, 5)), found[0]);
      assert.equal(parts(found.slice(5)), found[0]);
    }),
    { numRuns: 3, seed: 11 },
  );
});
