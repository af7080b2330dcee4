import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { Breach } from '../intake/breach.ts';

/** A set is of one school year: the one that was asked for, else the latest of its enrolments. */
export function recordMustBeOfTheSetsYear(own: number, year: number, element: string): Breach {
  return {
    rule: 'recordMustBeOfTheSetsYear',
    severity: 'note',
    column: element,
    valueClass: schoolYearName(own),
    message: `the set is of ${schoolYearName(year)}; the record of another year is left out`,
    remedy: 'fetch and load each year as a set of its own (tandem vault fetch --year)',
  };
}
