import type { TestResultRow } from '../../../sample/students/studentRows.ts';
import { censusDay, daysBetween } from './daysAndYears.ts';
import { coversDay, gradeName, isAt, staysInYear } from './stays.ts';
import type { StudentFile } from './studentFile.ts';
import { type Contribution, type Place, wholeDistrict } from './tally.ts';
import {
  groupsAtTesting,
  isExpected,
  isGeneral,
  isNewcomer,
  isScored,
  isTested,
  recordOf,
  type Subject,
  testDay,
} from './testRecord.ts';

const level3Low: Readonly<Record<Subject, Readonly<Record<string, number>>>> = {
  ELA: { '03': 2432, '04': 2473, '05': 2502, '06': 2531, '07': 2552, '08': 2567, '11': 2583 },
  MATH: { '03': 2436, '04': 2485, '05': 2528, '06': 2552, '07': 2567, '08': 2586, '11': 2628 },
};

type Accountable = Pick<TestResultRow, 'district_cds' | 'school_cds' | 'accountability_district'>;

function accountablePlaces(row: Accountable): Place[] {
  return [
    { district: row.district_cds, school: row.school_cds },
    { district: row.accountability_district ?? row.district_cds, school: wholeDistrict },
  ];
}

function recordPlaces(row: Pick<TestResultRow, 'district_cds' | 'school_cds'>): Place[] {
  return [
    { district: row.district_cds, school: row.school_cds },
    { district: row.district_cds, school: wholeDistrict },
  ];
}

/** Distance from standard; with `within`, of the records in that group only. */
export function* distanceFromStandard(
  file: StudentFile,
  year: number,
  subject: Subject,
  longTerm: readonly string[],
  within?: string,
): Generator<Contribution> {
  const row = recordOf(file, year, subject);
  if (!row) return;
  const groups = groupsAtTesting(row, longTerm);
  if (within !== undefined && !groups.includes(within)) return;
  const counts = isScored(row) && !isNewcomer(row) && (isGeneral(row) || year >= 2023);
  const score = row.scale_score ?? 0;
  const distance = isGeneral(row)
    ? score - (level3Low[subject][row.grade_assessed] ?? Number.NaN)
    : (score % 100) - 60;
  const expected = isExpected(row);
  for (const at of accountablePlaces(row)) {
    const n = counts && isContinuouslyEnrolled(file, at, year, testDay(row)) ? 1 : 0;
    yield {
      at,
      grade: gradeName(row.grade_assessed),
      groups,
      n,
      sum: n * distance * 10_000,
      expected: expected ? 1 : 0,
      tested: expected && isTested(row) ? 1 : 0,
    };
  }
}

/** A stay covers Census Day, and no more than 30 days without a stay follow until the test. */
export function isContinuouslyEnrolled(file: StudentFile, at: Place, year: number, day: string): boolean {
  const census = censusDay(year);
  const stays = staysInYear(file, year)
    .filter((stay) => isAt(stay, at))
    .toSorted((a, b) => (a.start_date < b.start_date ? -1 : 1));
  const covering = stays.filter((stay) => coversDay(stay, census));
  if (covering.length === 0) return false;
  let until = covering.map((stay) => stay.end).reduce((last, end) => (end > last ? end : last));
  for (const stay of stays) {
    if (stay.start_date <= census || stay.start_date > day) continue;
    if (daysBetween(until, stay.start_date) - 1 > 30) return false;
    if (stay.end > until) until = stay.end;
  }
  return daysBetween(until, day) <= 30;
}

/** The share of general tests at one of these levels. */
export function* atLevels(
  file: StudentFile,
  year: number,
  subject: Subject,
  levels: readonly number[],
  longTerm: readonly string[],
): Generator<Contribution> {
  const row = recordOf(file, year, subject);
  if (!row || !isGeneral(row) || !isScored(row)) return;
  yield* levelShare(row, levels, longTerm);
}

export function* science(
  file: StudentFile,
  year: number,
  longTerm: readonly string[],
): Generator<Contribution> {
  const rows = file.test_result
    .filter((row) => row.school_year === year && row.test === 'CAST' && isScored(row) && hasLevel(row))
    .toSorted((a, b) => (b.level ?? 0) - (a.level ?? 0) || b.file_id - a.file_id || b.line - a.line);
  const [row] = rows;
  if (row) yield* levelShare(row, [3, 4], longTerm);
}

function hasLevel({ level }: TestResultRow): boolean {
  return level !== null && level >= 1 && level <= 4;
}

function* levelShare(
  row: TestResultRow,
  levels: readonly number[],
  longTerm: readonly string[],
): Generator<Contribution> {
  if (!hasLevel(row)) return;
  for (const at of recordPlaces(row)) {
    yield {
      at,
      grade: gradeName(row.grade_assessed),
      groups: groupsAtTesting(row, longTerm),
      n: 1,
      numerator: levels.includes(row.level ?? 0) ? 1 : 0,
    };
  }
}

export function* participation(
  file: StudentFile,
  year: number,
  subjects: readonly Subject[],
  longTerm: readonly string[],
): Generator<Contribution> {
  for (const subject of subjects) {
    const row = recordOf(file, year, subject);
    if (!row || !isExpected(row)) continue;
    for (const at of accountablePlaces(row)) {
      const groups = groupsAtTesting(row, longTerm);
      yield {
        at,
        grade: gradeName(row.grade_assessed),
        groups,
        n: 1,
        numerator: isTested(row) ? 1 : 0,
      };
    }
  }
}
