import type { EnrolmentRow } from '../../../sample/students/studentRows.ts';
import { yearEnd } from './daysAndYears.ts';
import type { StudentFile } from './studentFile.ts';
import { type Place, wholeDistrict } from './tally.ts';

export type Stay = Omit<EnrolmentRow, 'end_date'> & { readonly end: string };

/** A student's stays: primary or short term, shown up for, lasting at least a day; to 30 June where open. */
export function staysOf(file: StudentFile): Stay[] {
  return file.enrolment
    .filter(({ status }) => status === '10' || status === '30')
    .filter(({ exit_reason }) => exit_reason !== 'N420' && exit_reason !== 'N470')
    .map(({ end_date, ...row }) => ({ ...row, end: end_date ?? yearEnd(row.school_year) }))
    .filter((stay) => stay.end >= stay.start_date);
}

export function staysInYear(file: StudentFile, year: number): Stay[] {
  return staysOf(file).filter((stay) => stay.school_year === year);
}

export function coversDay(stay: Stay, day: string): boolean {
  return stay.start_date <= day && day <= stay.end;
}

export type AtPlace = { readonly at: Place; readonly stays: Stay[] };

/** Stays by each school they are at and, apart from that, by district. */
export function byPlace(stays: readonly Stay[]): AtPlace[] {
  const places = new Map<string, AtPlace>();
  for (const stay of stays) {
    for (const school of [stay.school_cds, wholeDistrict]) {
      const key = `${stay.district_cds} ${school}`;
      const known = places.get(key) ?? { at: { district: stay.district_cds, school }, stays: [] };
      places.set(key, known);
      known.stays.push(stay);
    }
  }
  return [...places.values()];
}

export function isAt(stay: Stay, { district, school }: Place): boolean {
  return stay.district_cds === district && (school === wholeDistrict || stay.school_cds === school);
}

/** The grade of the stay that began last; of two of one day the greater as text. */
export function gradeOfStays(stays: readonly Stay[]): string {
  const last = stays.reduce((best, stay) => {
    if (stay.start_date !== best.start_date) return stay.start_date > best.start_date ? stay : best;
    return stay.grade > best.grade ? stay : best;
  });
  return last.grade;
}

/** A grade as counts name it; null for one that counts in `all` only. */
export function gradeName(grade: string): string | null {
  if (grade === 'TK') return 'TK';
  if (grade === 'KN') return 'K';
  return /^(0[1-9]|1[0-2])$/.test(grade) ? String(Number(grade)) : null;
}
