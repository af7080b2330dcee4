import { isGoodMark } from './cohort.ts';
import { sixthsOf } from './collegeCareer.ts';
import { censusDay } from './daysAndYears.ts';
import { placesInYear } from './engagement.ts';
import {
  groupsOverDays,
  infoAsOf,
  inProgramme,
  isDisadvantagedBetween,
  isLearnerBetween,
} from './groupsOverDays.ts';
import { byPlace, coversDay, gradeName, gradeOfStays, staysInYear } from './stays.ts';
import type { StudentFile } from './studentFile.ts';
import type { Contribution } from './tally.ts';

/** Students on Census Day, of TK to 12 or of all grades, and of them those who count: unduplicated pupils or the disadvantaged. */
export function* onCensusDay(
  file: StudentFile,
  year: number,
  longTerm: readonly string[],
  counts: (file: StudentFile, day: string) => boolean,
  grades: 'TK to 12' | 'all',
): Generator<Contribution> {
  const day = censusDay(year);
  const places = byPlace(staysInYear(file, year).filter((stay) => coversDay(stay, day)));
  for (const { at, stays } of places) {
    const grade = gradeName(gradeOfStays(stays));
    if (grade === null && grades !== 'all') continue;
    const groups = [...groupsOverDays(file, day, day), ...longTerm];
    yield { at, grade, groups, n: 1, numerator: counts(file, day) ? 1 : 0 };
  }
}

export function isUnduplicated(file: StudentFile, day: string): boolean {
  const fall = day.slice(0, 4);
  return (
    isLearnerBetween(file, day, day) ||
    inProgramme(file, ['181', '182'], `${fall}-07-01`, `${fall}-10-31`) ||
    inProgramme(file, ['135', '190', '191'], day, day) ||
    infoAsOf(file, `${fall}-11-30`)?.direct_certified === true
  );
}

export function isDisadvantaged(file: StudentFile, day: string): boolean {
  return isDisadvantagedBetween(file, day, day);
}

const algebra = new Set(['2403', '2425', '2437', '2440', '2467', '2469', '9241', '9249']);

export function* algebraByGrade9(
  file: StudentFile,
  year: number,
  longTerm: readonly string[],
): Generator<Contribution> {
  const passed = file.student_course
    .filter((row) => row.school_year <= year && algebra.has(row.state_course ?? '') && isGoodMark(row.mark))
    .reduce((sum, row) => sum + sixthsOf(row.term), 0);
  for (const { at, grade, groups } of placesInYear(file, year, longTerm)) {
    if (grade !== '9') continue;
    yield { at, grade, groups, n: 1, numerator: passed >= 6 ? 1 : 0 };
  }
}

export function* grade9Failures(
  file: StudentFile,
  year: number,
  longTerm: readonly string[],
): Generator<Contribution> {
  const marks = file.student_course.filter((row) => row.school_year === year && row.mark !== null);
  if (marks.length === 0) return;
  const failed = marks.some(({ mark }) => mark === 'F' || mark === 'NP');
  for (const { at, grade, groups } of placesInYear(file, year, longTerm)) {
    if (grade !== '9') continue;
    yield { at, grade, groups, n: 1, numerator: failed ? 1 : 0 };
  }
}
