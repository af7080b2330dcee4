import type { Breach } from '../intake/breach.ts';

/** A set says one school year, that of its latest classes; those of other years are left out. */
export function enrolmentMustLieInTheSetsYear(count: number, year: number): Breach {
  return {
    rule: 'enrolmentMustLieInTheSetsYear',
    severity: 'note',
    column: 'enrollments.csv',
    valueClass: `${count} enrolments of other years`,
    message: `${count} enrolments are in classes of other years than ${year - 1}-${year % 100}; they are left out`,
    remedy: 'load a whole (bulk) export of each earlier year by itself, if the vault has not got it',
  };
}
