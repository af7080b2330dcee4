import type { LanguageHistory } from './drawLanguage.ts';
import type { Score } from './drawScores.ts';
import type { StudentYear } from './drawStays.ts';
import type { StudentLife } from './generateStudents.ts';
import type { ElpacResultRow, TestResultRow } from './studentRows.ts';

type WithoutLine<Row> = Omit<Row, 'file_id' | 'line'>;

/** The status of English in force on a day; TBD before the first. */
export function statusOn(language: LanguageHistory, day: string): { status: string; start: string } {
  return language.steps.filter((step) => step.start <= day).at(-1) ?? { status: 'TBD', start: day };
}

/** A CAASPP record: the score, and the student as the district had her on the day of the test. */
export function testRecord(
  life: StudentLife,
  language: LanguageHistory,
  { day, year, grade, ...score }: Score,
  districtCds: string,
): WithoutLine<TestResultRow> {
  const on = day ?? `${year}-04-01`;
  const { status } = statusOn(language, on);
  const learner = language.steps.find((step) => step.status === 'EL');
  const reclassified = language.steps.find((step) => step.status === 'RFEP' && step.start <= on);
  return {
    student_id: life.traits.id,
    school_year: year,
    test: score.test,
    grade_assessed: grade,
    district_cds: districtCds,
    school_cds: schoolOf(life, year),
    accountability_district: null,
    scale_score: score.scale_score,
    level: score.level,
    condition: score.condition,
    attemptedness: score.attemptedness,
    include: score.include,
    first_test_day: day,
    el_status: status,
    el_entry: learner && learner.start <= on ? learner.start : null,
    rfep_date: reclassified?.start ?? null,
    ...forTesting(life),
  };
}

/** A record of the ELPAC, alike. */
export function elpacRecord(
  life: StudentLife,
  language: LanguageHistory,
  { year, kind, score, level, day }: LanguageHistory['elpac'][number],
  districtCds: string,
): WithoutLine<ElpacResultRow> {
  const grade = life.years.find((one) => one.year === year)?.stays[0]?.grade ?? 'KN';
  return {
    student_id: life.traits.id,
    school_year: year,
    kind,
    grade: grade === 'TK' ? 'KN' : grade,
    district_cds: districtCds,
    school_cds: schoolOf(life, year),
    scale_score: score,
    level,
    condition: null,
    attemptedness: 'Y',
    include: kind === 'initial' ? null : 'Y',
    first_test_day: day,
    el_entry: language.steps.find((step) => step.status === 'EL')?.start ?? null,
    ...forTesting(life),
  };
}

function schoolOf({ years }: StudentLife, year: number): string {
  const one: StudentYear | undefined = years.find((each) => each.year === year);
  return one?.school?.cds ?? one?.stays[0]?.school.cds ?? '';
}

function forTesting({ traits, usEntry }: StudentLife) {
  return {
    us_entry: usEntry,
    sed: traits.disadvantaged,
    swd: traits.disability,
    migrant: traits.migrant,
    foster: traits.foster,
    homeless: traits.homeless,
    military: false,
    race: traits.race,
    gender: traits.gender,
    parent_education: traits.parentEducation,
    ltel: null,
  };
}
