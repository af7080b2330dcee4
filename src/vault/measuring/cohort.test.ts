import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HandMade, measureByHand, schoolA, schoolB } from '../../../test/vault/measuredDistrict.ts';

type Row = HandMade[string][number];

/** A row a year of a student in grades 9-12 of the class of 2024; the last as said. */
function fourYears(id: number, last: Row, first = 2021): Row[] {
  const years = [2021, 2022, 2023, 2024].filter((year) => year >= first);
  return years.map((year) => ({
    student_id: id,
    school_year: year,
    grade: `${year - 2012}`.padStart(2, '0'),
    start_date: `${year - 1}-08-14`,
    end_date: `${year}-06-06`,
    ...(year === 2024 ? last : {}),
  }));
}
const diploma = { exit_reason: 'E230', completion: '100' };
/** Years that must be there: somebody of the class of 2023 who never left. */
const others: Row[] = [
  { student_id: 99, school_year: 2020, grade: '09', start_date: '2019-08-14' },
  { student_id: 99, school_year: 2021, grade: '10', start_date: '2020-08-14' },
];

test('the four-year cohort: joiners count, documented leavers do not, a diploma of 15 August does and of the 16th does not', async () => {
  const district = await measureByHand({
    enrolment: [
      ...others,
      ...fourYears(1, { ...diploma, met_uc_csu: true }),
      ...fourYears(2, { ...diploma, end_date: '2024-08-15' }, 2022),
      ...fourYears(3, { ...diploma, end_date: '2024-08-16' }),
      ...fourYears(4, { exit_reason: 'T180' }),
      ...fourYears(5, { exit_reason: 'E130' }),
      ...fourYears(6, { exit_reason: 'T160' }),
      ...fourYears(7, { exit_reason: 'E230', completion: '360', met_uc_csu: true }),
      ...fourYears(8, { end_date: null }),
      // Repeats grade 9 in 2022 and is of the class of 2024 all the same.
      { student_id: 9, school_year: 2021, grade: '09', start_date: '2020-08-14' },
      { student_id: 9, school_year: 2022, grade: '09', start_date: '2021-08-14', exit_reason: 'E140' },
    ],
  });
  assert.equal(district.of({ measure: 'acgr' }), '2/7');
  assert.equal(district.of({ measure: 'dropout_4yr' }), '3/7');
  assert.equal(district.of({ measure: 'ag_of_grads' }), '1/2');
  assert.equal(district.of({ measure: 'ag_of_cohort' }), '1/7');
  assert.equal(district.of({ measure: 'acgr', grade: '12' }), 'no slice');
});

test('a student is of the last school, or of the one that gave the diploma; the district has each once', async () => {
  const district = await measureByHand(
    {
      enrolment: [
        ...others,
        ...fourYears(1, { end_date: '2024-01-10', exit_reason: 'T160' }),
        {
          student_id: 1,
          grade: '12',
          school_cds: schoolB,
          start_date: '2024-01-11',
          ...diploma,
          end_date: '2024-06-06',
        },
        ...fourYears(2, { ...diploma, end_date: '2024-05-30' }),
        { student_id: 2, grade: '12', school_cds: schoolB, start_date: '2024-06-10', end_date: '2024-06-20' },
      ],
    },
    { measure: 'acgr' },
  );
  assert.deepEqual(
    [district.of({}), district.of({ school: schoolA }), district.of({ school: schoolB })],
    ['2/2', '1/1', '1/1'],
  );
});

test('the combined rate adds a graduate of the class before in the fifth year to both counts, and nobody twice', async () => {
  const lastYear = (id: number, last: Row): Row[] => [
    { student_id: id, school_year: 2020, grade: '09', start_date: '2019-08-14' },
    {
      student_id: id,
      school_year: 2023,
      grade: '12',
      start_date: '2022-08-14',
      end_date: '2023-06-06',
      ...last,
    },
  ];
  const fifth = { school_year: 2024, grade: '12', ...diploma };
  const district = await measureByHand({
    enrolment: [
      ...others,
      ...fourYears(1, diploma),
      ...fourYears(2, { exit_reason: 'E140' }),
      ...lastYear(3, {}),
      { student_id: 3, ...fifth, end_date: '2024-06-06' },
      ...lastYear(4, diploma),
      { student_id: 4, ...fifth, end_date: '2024-06-06' },
      ...lastYear(5, {}),
      { student_id: 5, ...fifth, end_date: '2024-06-06', completion: '330' },
      { student_id: 99, school_year: 2022, grade: '11', start_date: '2021-08-14' },
    ],
  });
  assert.equal(district.of({ measure: 'grad_dashboard' }), '2/3');
  assert.equal(district.of({ measure: 'acgr' }), '1/2');
});

test('each of the 11 routes to Prepared is enough for a graduate, its lesser form is not, and no diploma is never', async () => {
  const sba = (id: number, ela: number, math: number): Row[] =>
    (['ELA', 'MATH'] as const).map((name) => ({
      student_id: id,
      test: name,
      school_year: 2023,
      grade_assessed: '11',
      scale_score: 2600,
      level: name === 'ELA' ? ela : math,
    }));
  const course = (id: number, more: Row): Row => ({ student_id: id, ...more });
  const college = (id: number, term: string, mark = 'C-') => course(id, { term, mark, college_credit: true });
  const capstone = (id: number, mark = 'C-') => course(id, { capstone: true, cte_pathway: '112', mark });
  const military = (id: number, years: number[]) =>
    years.map((school_year) => course(id, { school_year, state_course: '9373' }));
  const exam = (id: number, kind: string, subject: string, score: number): Row => ({
    student_id: id,
    kind,
    subject,
    score,
  });
  const routes: { flags?: Row; tests?: Row[]; courses?: Row[]; exams?: Row[]; prepared: boolean }[] = [];
  const add = (prepared: boolean, build: (id: number) => Omit<(typeof routes)[number], 'prepared'>) =>
    routes.push({ prepared, ...build(routes.length + 1) });
  add(true, (id) => ({ tests: sba(id, 3, 3) }));
  add(false, (id) => ({ tests: sba(id, 3, 2) }));
  add(true, (id) => ({ exams: [exam(id, 'AP', 'x', 3), exam(id, 'AP', 'y', 3)] }));
  add(false, (id) => ({ exams: [exam(id, 'AP', 'x', 3), exam(id, 'AP', 'x', 4), exam(id, 'AP', 'y', 2)] }));
  add(true, (id) => ({ exams: [exam(id, 'IB', 'x', 4), exam(id, 'IB', 'y', 4)] }));
  add(false, (id) => ({ exams: [exam(id, 'IB', 'x', 4), exam(id, 'IB', 'y', 3)] }));
  add(true, (id) => ({ courses: [college(id, 'S1'), college(id, 'S2')] }));
  add(true, (id) => ({ courses: ['T1', 'T2', 'T3'].map((term) => college(id, term)) }));
  add(false, (id) => ({ courses: [college(id, 'S1'), college(id, 'S2', 'D+')] }));
  add(true, (id) => ({ courses: [college(id, 'S1', 'P'), college(id, 'S2')] }));
  add(true, (id) => ({ flags: { met_uc_csu: true }, tests: sba(id, 2, 3) }));
  add(true, (id) => ({ flags: { met_uc_csu: true }, courses: [college(id, 'S1')] }));
  add(true, (id) => ({ flags: { met_uc_csu: true }, exams: [exam(id, 'AP', 'x', 3)] }));
  add(true, (id) => ({ flags: { met_uc_csu: true }, courses: [capstone(id)] }));
  add(false, () => ({ flags: { met_uc_csu: true } }));
  add(true, (id) => ({ tests: sba(id, 3, 2), courses: [capstone(id)] }));
  add(false, (id) => ({ tests: sba(id, 3, 2), courses: [capstone(id, 'D')] }));
  add(true, (id) => ({ flags: { seal_of_biliteracy: true }, tests: sba(id, 3, 1) }));
  add(false, (id) => ({ flags: { seal_of_biliteracy: true }, tests: sba(id, 2, 1) }));
  add(true, (id) => ({ tests: sba(id, 2, 3), courses: military(id, [2023, 2024]) }));
  add(false, (id) => ({ tests: sba(id, 2, 3), courses: military(id, [2024, 2024]) }));
  add(true, () => ({ flags: { pre_apprenticeship: true } }));
  add(false, () => ({ flags: { job_programme: true } }));
  add(true, () => ({ flags: { job_programme: true, school_cds: schoolB } }));
  add(true, () => ({ flags: { transition_status: true, workforce_readiness: true } }));
  add(false, () => ({ flags: { transition_status: true } }));
  add(false, (id) => ({ flags: { completion: null, exit_reason: 'E140' }, tests: sba(id, 3, 3) }));
  const district = await measureByHand({
    place: [{ cds: schoolB, alternative: true }],
    enrolment: [
      ...others,
      ...routes.flatMap(({ flags }, at) => fourYears(at + 1, { ...diploma, grade: '12', ...flags })),
    ],
    language_status: routes.map((_, at) => ({ student_id: at + 1, status: 'EO' })),
    student_info: routes.map(({ prepared }, at) => ({ student_id: at + 1, race: prepared ? 'AS' : 'WH' })),
    test_result: routes.flatMap(({ tests = [] }) => tests),
    student_course: [{ student_id: 99 }, ...routes.flatMap(({ courses = [] }) => courses)],
    exam: [{ student_id: 99, score: 1 }, ...routes.flatMap(({ exams = [] }) => exams)],
  });
  const prepared = routes.filter((one) => one.prepared).length;
  assert.equal(district.of({ measure: 'cci_prepared' }), `${prepared}/${routes.length}`);
  assert.equal(district.of({ measure: 'cci_prepared', group: 'AS' }), `${prepared}/${prepared}`);
  assert.equal(district.of({ measure: 'cci_prepared', group: 'WH' }), `0/${routes.length - prepared}`);
  assert.equal(district.of({ measure: 'cte_completer' }), `2/${routes.length}`);
});

test('a completer in college 12 months later to the day counts, a day more or before completion does not', async () => {
  const district = await measureByHand(
    {
      enrolment: ['100', '330', '320', '120', '250'].map((completion, at) => ({
        student_id: at,
        grade: '12',
        end_date: '2024-06-06',
        exit_reason: 'E230',
        completion,
      })),
      college_enrolment: ['2025-06-06', '2025-06-07', '2024-06-05', '2024-08-20', '2024-06-06'].map(
        (from_date, at) => ({
          student_id: at,
          from_date,
        }),
      ),
    },
    { measure: 'college_going_12m' },
  );
  assert.equal(district.of({}), '2/4');
});
