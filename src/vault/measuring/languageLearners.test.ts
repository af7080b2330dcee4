import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HandMade, measureByHand, schoolA, schoolB } from '../../../test/vault/measuredDistrict.ts';

type Row = HandMade[string][number];

const el = (id: number, start_date = '2015-08-15'): Row => ({ student_id: id, status: 'EL', start_date });
const rfep = (id: number, start_date: string): Row => ({ student_id: id, status: 'RFEP', start_date });
/** Enrolled at school A in 2023 and 2024. Census Days are 5 October 2022 and 4 October 2023. */
const twoYears = (id: number): Row[] => [
  { student_id: id, school_year: 2023, grade: '05', start_date: '2022-08-14' },
  { student_id: id, grade: '06' },
];

test('reclassification, DataQuest: after last Census Day to this one, over the English learners of the last', async () => {
  const district = await measureByHand(
    {
      enrolment: [1, 2, 3, 4, 5, 6].flatMap(twoYears),
      language_status: [
        el(1),
        rfep(1, '2022-10-05'),
        el(2),
        rfep(2, '2022-10-06'),
        el(3),
        rfep(3, '2023-10-04'),
        el(4),
        rfep(4, '2023-10-05'),
        rfep(5, '2023-02-01'),
        el(6),
        rfep(6, '2021-01-10'),
        el(6, '2021-06-01'),
        rfep(6, '2023-03-01'),
      ],
    },
    { measure: 'reclass_rate_dataquest' },
  );
  // English learners on 5 October 2022: 2, 3, 4 and 6 (again EL). Of them 2 and 3 were reclassified for the first time.
  assert.equal(district.of({}), '2/4');
  assert.equal(district.of({ grade: '5' }), '1/4');
  assert.equal(district.of({ grade: '6' }), 'no slice');
});

test('reclassification, CALPADS: from 1 July to 30 June while enrolled, over learners on Census Day and those before it', async () => {
  const district = await measureByHand(
    {
      enrolment: [
        ...[1, 2, 3, 5].map((id) => ({ student_id: id, start_date: '2023-07-01' })),
        { student_id: 4 },
        { student_id: 6, start_date: '2023-11-01', school_cds: schoolB },
        { student_id: 7, status: '30' },
      ],
      language_status: [
        el(1),
        rfep(1, '2023-07-01'),
        el(2),
        rfep(2, '2024-06-30'),
        el(3),
        rfep(3, '2023-06-30'),
        el(4),
        rfep(4, '2023-08-13'),
        el(5),
        el(6),
        rfep(6, '2024-02-01'),
        el(7),
        rfep(7, '2024-02-01'),
      ],
    },
    { measure: 'reclass_rate_calpads' },
  );
  // Learners on Census Day: 2, 5, 7. Before it: 1. Student 4 was not enrolled on the day, 6 not on Census Day, 7 not primary.
  assert.equal(district.of({}), '3/4');
  assert.equal(district.of({ school: schoolA }), '2/4');
  assert.equal(district.of({ school: schoolB }), 'no slice');
});

test('long-term learners by both definitions: 7 years to the day; 6 years, no progress and ELA not met; grade 10 needs no ELA', async () => {
  const learner = (id: number, grade: string, us_entry_date: string) => ({
    enrolment: { student_id: id, grade },
    info: { student_id: id, us_entry_date },
  });
  const learners = [
    learner(1, '06', '2016-10-04'),
    learner(2, '06', '2016-10-05'),
    learner(3, '06', '2017-10-04'),
    learner(4, '06', '2017-10-05'),
    learner(5, '10', '2016-01-01'),
    learner(6, '06', '2016-01-01'),
    learner(7, '05', '2016-01-01'),
    learner(8, '03', '2019-10-04'),
    learner(9, '03', '2019-10-05'),
    learner(10, '03', '2019-01-01'),
  ];
  const elpac = (id: number, before: number, last: number): Row[] =>
    [before, last].map((level, at) => ({ student_id: id, school_year: 2022 + at, level, scale_score: 1500 }));
  const ela = (id: number, level: number): Row => ({
    student_id: id,
    school_year: 2023,
    test: 'ELA',
    grade_assessed: '05',
    scale_score: 2400,
    level,
  });
  const district = await measureByHand({
    enrolment: learners.map((one) => one.enrolment),
    student_info: learners.map((one) => one.info),
    language_status: learners.map((_, at) => el(at + 1)),
    elpac_result: [
      ...elpac(1, 3, 4),
      ...elpac(2, 3, 3),
      ...elpac(5, 2, 2),
      ...elpac(6, 3, 2),
      ...elpac(10, 4, 4),
    ],
    test_result: [ela(2, 1), ela(5, 4), ela(6, 2)],
  });
  assert.equal(district.of({ measure: 'ltel_pct_dashboard' }), '4/10');
  // 2 and 3 (without any test); 1 made progress, 4 is a day short, 6 met more than Level 1, 7 is in grade 5; 5 in grade 10.
  assert.equal(district.of({ measure: 'ltel_pct_ec3131' }), '3/6');
  assert.equal(district.of({ measure: 'ltel_pct_ec3131', grade: '6' }), '2/5');
  // 8 has 4 years to the day; 4 has 5 years; 10 scored Level 4; 9 is a day short.
  assert.equal(district.of({ measure: 'arltel_pct' }), '2/10');
  assert.equal(
    district.of({ measure: 'sed_group', group: 'LTEL6' }),
    'no slice',
    'no programme file is loaded',
  );
  assert.equal(district.of({ measure: 'ltel_pct_dashboard', group: 'LTEL6' }), '1/3');
  assert.equal(district.of({ measure: 'stability', group: 'ARL' }), '0/2');
});

test('ELPI: 1432 in grade 1 to 1447 in grade 2 is 2L to 2H, 1433 to 1446 is back; Level 4 kept is progress; kindergarten does not count', async () => {
  const score = (
    id: number,
    kind: string,
    school_year: number,
    grade: string,
    scale_score: number,
    level = 2,
  ): Row => ({
    student_id: id,
    kind,
    school_year,
    grade,
    scale_score,
    level,
  });
  const pairs: [string, string, number, number, string, number, number][] = [
    ['summative', '01', 1432, 2, '02', 1447, 2],
    ['summative', '01', 1433, 2, '02', 1446, 2],
    ['summative', '04', 1549, 4, '05', 1560, 4],
    ['summative', '04', 1548, 3, '05', 1559, 3],
    ['alternate', '04', 550, 2, '05', 560, 2],
    ['alternate', '04', 550, 2, '05', 559, 2],
    ['alternate', '04', 590, 3, '05', 585, 3],
    ['summative', 'KN', 1397, 2, 'KN', 1398, 2],
  ];
  const district = await measureByHand(
    {
      elpac_result: [
        ...pairs.flatMap(([kind, before, was, wasLevel, now, is, isLevel], at) => [
          score(at, kind, 2023, before, was, wasLevel),
          score(at, kind, 2024, now, is, isLevel),
        ]),
        score(20, 'summative', 2024, '05', 1560, 4),
        score(21, 'alternate', 2023, '05', 500),
        score(21, 'summative', 2024, '05', 1560, 4),
      ],
    },
    { measure: 'elpi' },
  );
  assert.equal(district.of({}), '4/7');
  assert.equal(district.of({ grade: '2' }), '1/2');
  assert.equal(district.of({ grade: '5', school: schoolA, group: 'EL' }), '3/5');
});

test('unduplicated pupils are EL, homeless, or in a meal programme until 31 October, each once, also ungraded; disadvantaged adds parents without a diploma', async () => {
  const district = await measureByHand({
    enrolment: [
      ...[1, 2, 3, 4, 5, 6, 9, 10].map((id) => ({ student_id: id })),
      { student_id: 7, start_date: '2023-10-05' },
      { student_id: 8, grade: 'UE' },
    ],
    language_status: [el(1)],
    programme: [
      { student_id: 1, code: '181' },
      { student_id: 2, code: '182', end_date: '2023-10-04' },
      { student_id: 3, code: '182', end_date: '2023-10-03' },
      { student_id: 4, code: '191' },
      { student_id: 7, code: '181' },
      { student_id: 8, code: '181' },
      { student_id: 9, code: '182', start_date: '2023-10-31' },
      { student_id: 10, code: '182', start_date: '2023-11-01' },
    ],
    student_info: [
      { student_id: 5, parent_education: '14' },
      { student_id: 6, direct_certified: true },
    ],
  });
  assert.equal(district.of({ measure: 'upc' }), '7/9');
  assert.equal(district.of({ measure: 'sed_group' }), '5/8');
  assert.equal(district.of({ measure: 'upc', group: 'EL' }), '1/1');
});
