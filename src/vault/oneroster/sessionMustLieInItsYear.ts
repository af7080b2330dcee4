import type { Breach } from '../intake/breach.ts';
import { yearOfDay } from '../intake/parseDay.ts';
import { valueClass } from '../intake/valueClass.ts';

/** The school year of a session is the calendar year in which it ends: 2026 for the one that began in August 2025. */
export function sessionMustLieInItsYear(year: string, start: string, last: string): Breach | undefined {
  const said = Number(year.slice(0, 4));
  if (/^\d{4}$/.test(year) && said >= yearOfDay(start) && said <= yearOfDay(last)) return undefined;
  const isYear = /^\d{4}$/.test(year);
  return {
    rule: 'sessionMustLieInItsYear',
    severity: 'error',
    column: 'academicSessions.csv schoolYear',
    valueClass: isYear ? 'another year' : valueClass(year),
    message: `the session lies in the school year that ends in ${yearOfDay(last)}`,
    remedy: 'a school year is named by the year in which it ends; correct it where the calendar is kept',
  };
}
