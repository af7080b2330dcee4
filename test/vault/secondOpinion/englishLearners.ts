import { censusDay, yearEnd, yearStart, yearsLater } from './daysAndYears.ts';
import { elpacRecordOf } from './englishProgress.ts';
import { groupsOverDays, infoAsOf, isLearnerBetween } from './groupsOverDays.ts';
import { type AtPlace, byPlace, coversDay, gradeName, gradeOfStays, staysInYear, staysOf } from './stays.ts';
import type { StudentFile } from './studentFile.ts';
import type { Contribution } from './tally.ts';
import { isGeneral, isScored, recordOf } from './testRecord.ts';

/** Places where a student who is an English learner on Census Day has a stay on it. */
function learnerPlaces(file: StudentFile, year: number): AtPlace[] {
  const day = censusDay(year);
  if (!isLearnerBetween(file, day, day)) return [];
  return byPlace(staysInYear(file, year).filter((stay) => coversDay(stay, day)));
}

function hasYearsHere(file: StudentFile, day: string, years: number): boolean {
  const entry = infoAsOf(file, day)?.us_entry_date;
  return entry !== undefined && entry !== null && yearsLater(entry, years) <= day;
}

/** Long-term English learners as the Dashboard counts them. */
export function* longTermDashboard(
  file: StudentFile,
  year: number,
  longTerm: readonly string[],
): Generator<Contribution> {
  const day = censusDay(year);
  for (const { at, stays } of learnerPlaces(file, year)) {
    yield {
      at,
      grade: gradeName(gradeOfStays(stays)),
      groups: [...groupsOverDays(file, day, day), ...longTerm],
      n: 1,
      numerator: hasYearsHere(file, day, 7) ? 1 : 0,
    };
  }
}

type LongTermKind = 'LTEL6' | 'ARL';

/** Long-term (LTEL6) and at-risk (ARL) English learners of Education Code 313.1. */
export function* longTermEducationCode(
  file: StudentFile,
  year: number,
  kind: LongTermKind,
  longTerm: readonly string[],
): Generator<Contribution> {
  const day = censusDay(year);
  for (const { at, stays } of learnerPlaces(file, year)) {
    const grade = gradeName(gradeOfStays(stays));
    const number = Number(grade);
    if (!(number >= (kind === 'LTEL6' ? 6 : 3))) continue;
    const counted = kind === 'LTEL6' ? isLongTerm(file, year, number) : isAtRisk(file, year, number);
    const groups = [...groupsOverDays(file, day, day), ...longTerm];
    yield { at, grade, groups, n: 1, numerator: counted ? 1 : 0 };
  }
}

function isLongTerm(file: StudentFile, year: number, grade: number): boolean {
  const last = elpacRecordOf(file, year - 1, 'summative')?.level ?? null;
  const before = elpacRecordOf(file, year - 2, 'summative')?.level ?? null;
  return (
    hasYearsHere(file, censusDay(year), 6) &&
    (last === null || before === null || last <= before) &&
    (grade > 9 || hasLowestEla(file, year - 1))
  );
}

function isAtRisk(file: StudentFile, year: number, grade: number): boolean {
  const last = elpacRecordOf(file, year - 1, 'summative')?.level ?? null;
  const day = censusDay(year);
  return (
    hasYearsHere(file, day, 4) &&
    !hasYearsHere(file, day, 6) &&
    (last === null || last <= 3) &&
    (grade > 9 || hasLowestEla(file, year - 1))
  );
}

/** The general test in ELA was at Level 1, or there is none. */
function hasLowestEla(file: StudentFile, year: number): boolean {
  const row = recordOf(file, year, 'ELA');
  return !row || !isGeneral(row) || !isScored(row) || row.level === null || row.level === 1;
}

/** The groups LTEL6 and ARL a student is in during a year, at whatever place. */
export function longTermGroups(file: StudentFile, year: number): string[] {
  const counted = (kind: LongTermKind) =>
    [...longTermEducationCode(file, year, kind, [])].some((one) => one.numerator === 1);
  return (['LTEL6', 'ARL'] as const).filter(counted);
}

/** The day of a student's first RFEP, when she was an English learner before it. */
function reclassifiedOn(file: StudentFile): string | undefined {
  const days = (status: string) =>
    file.language_status
      .filter((row) => row.status === status)
      .map((row) => row.start_date)
      .toSorted();
  const [first] = days('RFEP');
  const [learner] = days('EL');
  return first !== undefined && learner !== undefined && learner < first ? first : undefined;
}

/** Reclassified from one Census Day to the next, of the learners of the first. */
export function* reclassifiedDataQuest(file: StudentFile, year: number): Generator<Contribution> {
  const [before, day] = [censusDay(year - 1), censusDay(year)];
  const groups = groupsOverDays(file, before, before);
  for (const { at, stays } of learnerPlaces(file, year - 1))
    yield { at, grade: gradeName(gradeOfStays(stays)), groups, n: 1 };
  const on = reclassifiedOn(file);
  if (on === undefined || on <= before || on > day) return;
  for (const { at, stays } of reclassifiedAt(file, on))
    yield { at, grade: gradeName(gradeOfStays(stays)), groups, n: 0, numerator: 1 };
}

/** Reclassified within the year, of the learners of Census Day and those reclassified before it. */
export function* reclassifiedCalpads(
  file: StudentFile,
  year: number,
  longTerm: readonly string[],
): Generator<Contribution> {
  const groups = [...groupsOverDays(file, yearStart(year), yearEnd(year)), ...longTerm];
  for (const { at, stays } of learnerPlaces(file, year))
    yield { at, grade: gradeName(gradeOfStays(stays)), groups, n: 1 };
  const on = reclassifiedOn(file);
  if (on === undefined || on < yearStart(year) || on > yearEnd(year)) return;
  const n = on <= censusDay(year) ? 1 : 0;
  for (const { at, stays } of reclassifiedAt(file, on))
    yield { at, grade: gradeName(gradeOfStays(stays)), groups, n, numerator: 1 };
}

function reclassifiedAt(file: StudentFile, day: string): AtPlace[] {
  return byPlace(staysOf(file).filter((stay) => stay.status === '10' && coversDay(stay, day)));
}
