import type { TestResultRow } from '../../../sample/students/studentRows.ts';
import { yearsLater } from './daysAndYears.ts';
import { genderGroup, raceGroup } from './groupsOverDays.ts';
import type { StudentFile } from './studentFile.ts';

export type Subject = 'ELA' | 'MATH';

const testedGrades = new Set(['03', '04', '05', '06', '07', '08', '11']);

/** The record of a student, year and subject that counts where a file has several. */
export function recordOf(file: StudentFile, year: number, subject: Subject): TestResultRow | undefined {
  const own = file.test_result.filter(
    (row) =>
      row.school_year === year &&
      (row.test === subject || row.test === `CAA_${subject}`) &&
      testedGrades.has(row.grade_assessed),
  );
  return own.toSorted(
    (a, b) =>
      Number(isScored(b)) - Number(isScored(a)) ||
      Number(isTested(b)) - Number(isTested(a)) ||
      Number(isGeneral(b)) - Number(isGeneral(a)) ||
      b.file_id - a.file_id ||
      b.line - a.line,
  )[0];
}

export function isGeneral({ test }: TestResultRow): boolean {
  return test === 'ELA' || test === 'MATH';
}

export function isScored({ include, scale_score }: TestResultRow): boolean {
  return (include === 'Y' || include === 'T') && scale_score !== null;
}

export function isTested({ attemptedness }: TestResultRow): boolean {
  return attemptedness === 'Y' || attemptedness === 'P';
}

export function isExpected(row: TestResultRow): boolean {
  const english = row.test === 'ELA' || row.test === 'CAA_ELA';
  return row.condition !== 'NTE' && !(english && row.include === 'E');
}

type Dated = { readonly school_year: number; readonly first_test_day: string | null };

export function testDay(row: Dated): string {
  return row.first_test_day ?? `${row.school_year}-04-01`;
}

export function isNewcomer(row: TestResultRow): boolean {
  return row.el_status === 'EL' && row.us_entry !== null && yearsLater(row.us_entry, 1) > testDay(row);
}

/** The groups a test record tells; `longTerm` are those of Education Code 313.1 of its year. */
export function groupsAtTesting(row: TestResultRow, longTerm: readonly string[]): string[] {
  const groups = [...statedGroups(row)];
  const only = row.el_status === 'EL';
  const recent =
    row.el_status === 'RFEP' && row.rfep_date !== null && yearsLater(row.rfep_date, 4) >= testDay(row);
  if (only) groups.push('ELO');
  if (recent) groups.push('RFP');
  if (only || recent) groups.push('EL');
  if (only || row.el_status === 'RFEP') groups.push('EVER');
  if (row.el_status === 'EO') groups.push('EO');
  if (only && hasSevenYears(row)) groups.push('LTEL');
  if (only) groups.push(...longTerm);
  return groups;
}

type Stated = Dated &
  Pick<
    TestResultRow,
    'us_entry' | 'sed' | 'swd' | 'migrant' | 'foster' | 'homeless' | 'race' | 'gender' | 'parent_education'
  >;

export function hasSevenYears(row: Stated): boolean {
  return row.us_entry !== null && yearsLater(row.us_entry, 7) <= testDay(row);
}

/** Programme, race and gender as a record of a test states them. */
export function statedGroups(row: Stated): string[] {
  const groups = [raceGroup(row.race), genderGroup(row.gender)];
  if (row.sed || row.migrant || row.foster || row.homeless || row.parent_education === '14')
    groups.push('SED');
  if (row.swd) groups.push('SWD');
  if (row.foster) groups.push('FOS');
  if (row.homeless) groups.push('HOM');
  if (row.migrant) groups.push('MIG');
  return groups;
}
