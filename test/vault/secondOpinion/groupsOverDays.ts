import type { LanguageStatusRow, StudentInfoRow } from '../../../sample/students/studentRows.ts';
import { daysBetween, yearsLater } from './daysAndYears.ts';
import type { StudentFile } from './studentFile.ts';

const races = new Set(['AA', 'AI', 'AS', 'FI', 'HI', 'PI', 'WH', 'MR']);

/** The groups of a student in a window of days, both ends included; the groups of Education Code 313.1 apart. */
export function groupsOverDays(file: StudentFile, from: string, to: string): string[] {
  const groups: string[] = [];
  const info = infoAsOf(file, to);
  const learner = isLearnerBetween(file, from, to);
  const status = statusOn(file, to);
  if (learner) groups.push('EL');
  const reclassified = languageInOrder(file).find((row) => row.status === 'RFEP');
  if (!learner && status === 'RFEP' && reclassified && yearsLater(reclassified.start_date, 4) >= from)
    groups.push('RFP');
  if (
    file.language_status.some((row) => (row.status === 'EL' || row.status === 'RFEP') && row.start_date <= to)
  )
    groups.push('EVER');
  if (!learner && status === 'EO') groups.push('EO');
  const entry = info?.us_entry_date;
  if (learner && entry && yearsLater(entry, 7) <= to) groups.push('LTEL');
  if (isDisadvantagedBetween(file, from, to)) groups.push('SED');
  if (inProgramme(file, ['144'], from, to)) groups.push('SWD');
  if (inProgramme(file, ['190'], from, to)) groups.push('FOS');
  if (inProgramme(file, ['191'], from, to)) groups.push('HOM');
  if (inProgramme(file, ['135'], from, to)) groups.push('MIG');
  groups.push(raceGroup(info?.race ?? null), genderGroup(info?.gender ?? null));
  return groups;
}

export function isDisadvantagedBetween(file: StudentFile, from: string, to: string): boolean {
  const info = infoAsOf(file, to);
  return (
    inProgramme(file, ['181', '182', '135', '190', '191'], from, to) ||
    info?.direct_certified === true ||
    info?.parent_education === '14'
  );
}

export function raceGroup(race: string | null): string {
  return race !== null && races.has(race) ? race : 'NR';
}

export function genderGroup(gender: string | null): string {
  return gender === 'F' || gender === 'M' || gender === 'X' ? gender : 'GNR';
}

export function inProgramme(file: StudentFile, codes: readonly string[], from: string, to: string): boolean {
  return file.programme.some(({ code, start_date, end_date }) => {
    if (!codes.includes(code)) return false;
    const first = start_date > from ? start_date : from;
    const last = end_date !== null && end_date < to ? end_date : to;
    return first <= last;
  });
}

/** What student_info said last on or before a day, whatever its end. */
export function infoAsOf(file: StudentFile, day: string): StudentInfoRow | undefined {
  return file.student_info
    .filter((row) => row.start_date <= day)
    .toSorted((a, b) => compare(a.start_date, b.start_date) || a.file_id - b.file_id || a.line - b.line)
    .at(-1);
}

export function languageInOrder(file: StudentFile): LanguageStatusRow[] {
  return file.language_status.toSorted(
    (a, b) => compare(a.start_date, b.start_date) || a.file_id - b.file_id || a.line - b.line,
  );
}

/** The status of English in force on a day, if any. */
export function statusOn(file: StudentFile, day: string): string | undefined {
  return languageInOrder(file)
    .filter((row) => row.start_date <= day)
    .at(-1)?.status;
}

/** Whether a status EL is in force on some day of the window: from its start to the day before the next. */
export function isLearnerBetween(file: StudentFile, from: string, to: string): boolean {
  const rows = languageInOrder(file);
  return rows.some((row, at) => {
    if (row.status !== 'EL' || row.start_date > to) return false;
    const next = rows[at + 1];
    if (!next) return true;
    return daysBetween(row.start_date, next.start_date) > 0 && next.start_date > from;
  });
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
