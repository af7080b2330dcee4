import type { Member } from './cohort.ts';
import { hasCapstone, isGoodMark } from './cohort.ts';
import type { StudentFile } from './studentFile.ts';
import { isGeneral, isScored, recordOf, type Subject } from './testRecord.ts';

/** Whether the College/Career rules of that year are known. */
export function hasPreparedRules(year: number): boolean {
  return year === 2018 || year === 2019 || year >= 2023;
}

/** Whether a graduate went one of the routes to "prepared". */
export function isPrepared(file: StudentFile, member: Member, year: number, alternative: boolean): boolean {
  if (!member.graduate) return false;
  const { stay } = member;
  const from = year - 4;
  const [ela, math] = [grade11Level(file, from, year, 'ELA'), grade11Level(file, from, year, 'MATH')];
  const bothMet = ela >= 3 && math >= 3;
  const oneMet = (ela >= 3 && math >= 2) || (ela >= 2 && math >= 3);
  const advancedPlacement = examSubjects(file, from, year, 'AP', 3);
  const baccalaureate = examSubjects(file, from, year, 'IB', 4);
  const sixths = collegeCredit(file, from, year);
  const capstone = hasCapstone(file, from, year);
  const routes = [
    bothMet,
    advancedPlacement >= 2,
    baccalaureate >= 2,
    sixths >= 6,
    stay.met_uc_csu === true &&
      (capstone || oneMet || sixths >= 3 || advancedPlacement > 0 || baccalaureate > 0),
    capstone && (oneMet || sixths >= 3),
    stay.seal_of_biliteracy === true && ela >= 3,
  ];
  if (year >= 2023) {
    routes.push(
      militaryYears(file, from, year) >= 2 && oneMet,
      stay.pre_apprenticeship === true,
      alternative && (stay.pre_apprenticeship_other === true || stay.job_programme === true),
      stay.transition_status === true && stay.workforce_readiness === true,
    );
  }
  return routes.includes(true);
}

function grade11Level(file: StudentFile, from: number, to: number, subject: Subject): number {
  let greatest = 0;
  for (let year = from; year <= to; year += 1) {
    const row = recordOf(file, year, subject);
    if (row?.grade_assessed === '11' && isGeneral(row) && isScored(row))
      greatest = Math.max(greatest, row.level ?? 0);
  }
  return greatest;
}

function examSubjects(file: StudentFile, from: number, to: number, kind: string, least: number): number {
  const passed = file.exam.filter(
    (row) =>
      row.kind === kind && row.school_year >= from && row.school_year <= to && (row.score ?? 0) >= least,
  );
  return new Set(passed.map(({ subject }) => subject)).size;
}

function collegeCredit(file: StudentFile, from: number, to: number): number {
  return file.student_course
    .filter((row) => row.college_credit === true && row.school_year >= from && row.school_year <= to)
    .filter((row) => row.mark === 'P' || isGoodMark(row.mark))
    .reduce((sum, row) => sum + sixthsOf(row.term), 0);
}

/** How much of a year a term is, in sixths. */
export function sixthsOf(term: string | null): number {
  if (term === 'FY') return 6;
  return term?.startsWith('S') ? 3 : 2;
}

function militaryYears(file: StudentFile, from: number, to: number): number {
  const courses = file.student_course.filter(
    (row) =>
      (row.state_course === '2505' || row.state_course === '9373') &&
      row.school_year >= from &&
      row.school_year <= to &&
      isGoodMark(row.mark),
  );
  return new Set(courses.map((row) => row.school_year)).size;
}
