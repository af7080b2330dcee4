import { daysAfter } from './calendar.ts';
import { type Course, drawCourses } from './drawCourses.ts';
import { drawDays } from './drawDays.ts';
import { drawLanguage } from './drawLanguage.ts';
import { drawScores } from './drawScores.ts';
import type { StudentLife } from './generateStudents.ts';
import { programmeRows } from './programmeRows.ts';
import type { StudentDistrict } from './studentDistrict.ts';
import { emptyTables, type StudentTables } from './studentRows.ts';
import { elpacRecord, statusOn, testRecord } from './testRecords.ts';

/** Gives each row of a table its line in the one file that the table is taken to come from. */
export type Lines = (table: keyof StudentTables) => { readonly file_id: number; readonly line: number };

export function newLines(): Lines {
  const order = Object.keys(emptyTables());
  const lines = new Map<string, number>();
  return (table) => {
    const line = (lines.get(table) ?? 1) + 1;
    lines.set(table, line);
    return { file_id: 1 + order.indexOf(table), line };
  };
}

/** Every row of one student. `lines` goes on from student to student, and incidents are numbered by it. */
export function studentRowsOf(district: StudentDistrict, life: StudentLife, lines: Lines): StudentTables {
  const tables = emptyTables();
  const { traits, years, random } = life;
  const of = { student_id: traits.id };
  const language = drawLanguage(traits, years, life.usEntry, random);
  tables.student.push({
    ...of,
    ssid: String(1_000_000_000 + traits.id * 7),
    local_id: `L${traits.id}`,
    district_cds: district.cds,
  });
  for (const step of language.steps) {
    const row = { status: step.status, start_date: step.start, primary_language: traits.language };
    tables.language_status.push({ ...of, ...row, ...lines('language_status') });
  }
  addInfo(tables, life, lines);
  for (const row of programmeRows(life)) tables.programme.push({ ...of, ...row, ...lines('programme') });
  addStays(tables, district, life, lines);
  for (const one of years) addDays(tables, district, life, one, lines);
  const isNewcomer = (day: string) =>
    daysAfter(life.usEntry, 365) > day && statusOn(language, day).status === 'EL';
  const isLearner = (day: string) => statusOn(language, day).status === 'EL';
  for (const score of drawScores(traits, years, district.intercepts, isLearner, isNewcomer, random)) {
    const row = testRecord(life, language, score, district.cds);
    tables.test_result.push({ ...row, ...lines('test_result') });
  }
  for (const score of language.elpac) {
    const row = elpacRecord(life, language, score, district.cds);
    tables.elpac_result.push({ ...row, ...lines('elpac_result') });
  }
  addCourses(tables, district, life, lines);
  return tables;
}

function addInfo(tables: StudentTables, life: StudentLife, lines: Lines): void {
  const { traits, years, random } = life;
  const start = years[0]?.stays[0]?.start_date ?? '2020-08-14';
  const change = random.uniform() < 0.1 && years.length > 1 ? years[1]?.firstDay : undefined;
  const row = {
    student_id: traits.id,
    start_date: start,
    end_date: change ? daysAfter(change, -1) : null,
    birth_date: life.birthDate,
    gender: traits.gender,
    race: traits.race,
    us_entry_date: life.usEntry,
    parent_education: traits.parentEducation,
    direct_certified: traits.disadvantaged && random.uniform() < 0.5,
  };
  tables.student_info.push({ ...row, ...lines('student_info') });
  if (!change) return;
  const changed = { ...row, start_date: change, end_date: null, parent_education: '13' };
  tables.student_info.push({ ...changed, ...lines('student_info') });
}

function addStays(tables: StudentTables, district: StudentDistrict, life: StudentLife, lines: Lines): void {
  for (const one of life.years) {
    const ending = life.endings.get(one.year);
    const last = one.stays.findLast((stay) => stay.status === '10');
    for (const stay of one.stays) {
      const { school, ...rest } = stay;
      const end = stay === last ? ending : undefined;
      tables.enrolment.push({
        student_id: life.traits.id,
        school_year: one.year,
        district_cds: district.cds,
        school_cds: school.cds,
        ...rest,
        end_date: end?.end_date ?? rest.end_date,
        exit_reason: end?.exit_reason ?? rest.exit_reason,
        completion: end?.completion ?? null,
        met_uc_csu: end ? end.met_uc_csu : null,
        merit_diploma: end ? false : null,
        seal_of_biliteracy: end ? end.seal_of_biliteracy : null,
        transition_status: end ? life.traits.disability && life.random.uniform() < 0.1 : null,
        workforce_readiness: end ? life.random.uniform() < 0.1 : null,
        food_handler: end ? false : null,
        pre_apprenticeship: end ? life.random.uniform() < 0.02 : null,
        pre_apprenticeship_other: end ? life.random.uniform() < 0.04 : null,
        job_programme: end ? life.random.uniform() < 0.02 : null,
        ...lines('enrolment'),
      });
    }
    if (!ending?.completion || life.random.uniform() > 0.62 + district.intercepts.college) continue;
    const wait = life.random.uniform() < 0.85 ? 75 : life.random.uniform() < 0.5 ? 220 : 366;
    const from = { student_id: life.traits.id, from_date: daysAfter(ending.end_date, wait) };
    tables.college_enrolment.push({ ...from, ...lines('college_enrolment') });
  }
}

function addDays(
  tables: StudentTables,
  district: StudentDistrict,
  life: StudentLife,
  one: StudentLife['years'][number],
  lines: Lines,
): void {
  const { days, trouble } = drawDays(life.traits, one, district.intercepts, life.random);
  const of = { student_id: life.traits.id };
  for (const at of days) {
    tables.attendance.push({
      ...of,
      school_year: at.year,
      district_cds: district.cds,
      school_cds: at.school,
      expected_days: at.expected,
      attended_days: at.attended,
      out_of_school_suspension_days: at.outOfSchool,
      in_school_suspension_days: at.inSchool,
      excused_days: at.excused,
      unexcused_days: at.unexcused,
      incomplete_independent_study_days: at.independent,
      exempt: at.exempt,
      ...lines('attendance'),
    });
  }
  for (const at of trouble) {
    const place = lines('incident');
    const incident_id = place.line;
    tables.incident.push({
      incident_id,
      local_id: `I${incident_id}`,
      school_year: at.year,
      district_cds: district.cds,
      school_cds: at.school,
      occurred_on: at.day,
      ...place,
    });
    const result = { incident_id, ...of, result: at.result, days: at.result === '300' ? null : at.days };
    tables.incident_student.push({ ...result, ...lines('incident_student') });
    tables.offence.push({ incident_id, ...of, code: at.offence, ...lines('offence') });
  }
}

function addCourses(tables: StudentTables, district: StudentDistrict, life: StudentLife, lines: Lines): void {
  const { courses, exams } = drawCourses(life.traits, life.years, district.intercepts.prepared, life.random);
  const of = { student_id: life.traits.id };
  for (const one of courses) {
    const credits = one.term === 'FY' ? 10 : one.term.startsWith('S') ? 5 : 3.333;
    tables.student_course.push({
      ...of,
      school_year: one.year,
      district_cds: district.cds,
      school_cds: one.school,
      term: one.term,
      state_course: one.course,
      local_course: `C${one.course}`,
      section: sectionOf(one),
      level: one.college_credit ? '24' : null,
      uc_csu: one.uc_csu,
      ap_ib: one.ap_ib,
      college_credit: one.college_credit,
      cte_pathway: one.pathway,
      capstone: one.capstone,
      credits_attempted: credits,
      credits_earned: one.mark === null || one.mark === 'F' || one.mark === 'NP' ? 0 : credits,
      mark: one.mark,
      ...lines('student_course'),
    });
  }
  for (const { year, kind, subject, score } of exams)
    tables.exam.push({ ...of, school_year: year, kind, subject, score, ...lines('exam') });
}

/** A section holds those for whom the course means the same: one for each exam it leads to and for college credit. */
function sectionOf({ ap_ib, college_credit }: Course): string {
  return ap_ib ?? (college_credit ? 'COLLEGE' : '1');
}
