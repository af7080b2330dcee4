import { type SchoolYear, schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { Breach } from '../intake/breach.ts';
import { valueClass } from '../intake/valueClass.ts';

/** All rows of a file are of one academic year: that of the first row that says one. */
export function yearMustBeOne(
  own: SchoolYear | undefined,
  year: SchoolYear | undefined,
  said: string,
  column: string,
): Breach | undefined {
  if (own !== undefined && own === year) return undefined;
  return {
    rule: 'yearMustBeOne',
    severity: 'error',
    column,
    valueClass: own === undefined ? valueClass(said) : schoolYearName(own),
    message:
      own === undefined || year === undefined
        ? 'is no academic year as 2023-2024'
        : `the rows before are of ${schoolYearName(year)}`,
    remedy: 'load each year as a file of its own',
  };
}
