import { byTexts } from './cohort.ts';
import { daysBetween, yearEnd, yearStart } from './daysAndYears.ts';
import { groupsOverDays } from './groupsOverDays.ts';
import { type AtPlace, byPlace, gradeName, gradeOfStays, isAt, type Stay, staysInYear } from './stays.ts';
import type { StudentFile } from './studentFile.ts';
import { type Contribution, type Place, wholeDistrict } from './tally.ts';

type Placed = AtPlace & { readonly grade: string | null; readonly groups: readonly string[] };

/** The places of a student in a year, with her grade there and her groups of the year. */
export function placesInYear(file: StudentFile, year: number, longTerm: readonly string[]): Placed[] {
  const places = byPlace(staysInYear(file, year));
  if (places.length === 0) return [];
  const groups = [...groupsOverDays(file, yearStart(year), yearEnd(year)), ...longTerm];
  return places.map((one) => ({ ...one, grade: gradeName(gradeOfStays(one.stays)), groups }));
}

/** Days at a place in hundredths, of rows that are not exempt. */
function daysAt(file: StudentFile, year: number, at: Place) {
  const rows = file.attendance.filter(
    (row) =>
      row.school_year === year &&
      !row.exempt &&
      row.district_cds === at.district &&
      (at.school === wholeDistrict || row.school_cds === at.school),
  );
  const sum = (...days: (number | null)[]) => days.reduce<number>((all, one) => all + hundredths(one), 0);
  return {
    expected: sum(...rows.map((row) => row.expected_days)),
    attended: sum(...rows.map((row) => row.attended_days)),
    missed: sum(
      ...rows.flatMap((row) => [
        row.out_of_school_suspension_days,
        row.excused_days,
        row.unexcused_days,
        row.incomplete_independent_study_days,
      ]),
    ),
  };
}

function hundredths(days: number | null): number {
  return Math.round((days ?? 0) * 100);
}

export function* chronicAbsence(
  file: StudentFile,
  year: number,
  longTerm: readonly string[],
): Generator<Contribution> {
  for (const { at, grade, groups } of placesInYear(file, year, longTerm)) {
    const { expected, missed } = daysAt(file, year, at);
    if (expected < 3100) continue;
    yield { at, grade, groups, n: 1, numerator: 10 * missed >= expected ? 1 : 0 };
  }
}

export function* attendanceRate(
  file: StudentFile,
  year: number,
  longTerm: readonly string[],
): Generator<Contribution> {
  for (const { at, grade, groups } of placesInYear(file, year, longTerm)) {
    const { expected, attended } = daysAt(file, year, at);
    if (expected <= 0) continue;
    yield { at, grade, groups, n: 1, sum: attended * 100, denominator: expected * 100 };
  }
}

type Results = StudentFile['results'];

/** Students with these results of incidents, of all who were there in the year. */
export function* conduct(
  file: StudentFile,
  year: number,
  longTerm: readonly string[],
  counts: (results: Results) => boolean,
): Generator<Contribution> {
  for (const { at, grade, groups } of placesInYear(file, year, longTerm)) {
    const own = file.results.filter(
      (one) =>
        one.year === year &&
        one.district === at.district &&
        (at.school === wholeDistrict || one.school === at.school),
    );
    yield { at, grade, groups, n: 1, numerator: counts(own) ? 1 : 0 };
  }
}

export function isSuspendedForADay(results: Results): boolean {
  return suspensions(results).reduce((sum, { days }) => sum + hundredths(days), 0) >= 100;
}

export function isSuspended(results: Results): boolean {
  return suspensions(results).length > 0;
}

export function isExpelled(results: Results): boolean {
  return results.some(({ result }) => result === '200');
}

function suspensions(results: Results): Results {
  return results.filter(({ result }) => result === '100' || result === '110');
}

/** Students without a stable year: no stretch of 245 days, or left for good by truancy or expulsion. */
export function* nonStability(
  file: StudentFile,
  year: number,
  longTerm: readonly string[],
): Generator<Contribution> {
  const all = staysInYear(file, year);
  for (const { at, stays, grade, groups } of placesInYear(file, year, longTerm)) {
    const unstable = longestStretch(stays) < 245 || isLostAt(stays, all, at);
    yield { at, grade, groups, n: 1, numerator: unstable ? 1 : 0 };
  }
}

function longestStretch(stays: readonly Stay[]): number {
  let longest = 0;
  let [from, until] = ['', ''];
  for (const stay of stays.toSorted((a, b) => byTexts([a.start_date], [b.start_date]))) {
    const joins = until !== '' && daysBetween(until, stay.start_date) - 1 <= 30;
    if (!joins) from = stay.start_date;
    if (!joins || stay.end > until) until = stay.end;
    longest = Math.max(longest, daysBetween(from, until) + 1);
  }
  return longest;
}

function isLostAt(stays: readonly Stay[], all: readonly Stay[], { district }: Place): boolean {
  const last = stays
    .toSorted((a, b) =>
      byTexts([a.start_date, a.end, a.exit_reason ?? ''], [b.start_date, b.end, b.exit_reason ?? '']),
    )
    .at(-1);
  if (!last || !['E140', 'E300', 'E400'].includes(last.exit_reason ?? '')) return false;
  return !all.some((stay) => isAt(stay, { district, school: wholeDistrict }) && stay.start_date > last.end);
}
