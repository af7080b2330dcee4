import type { Breach } from '../intake/breach.ts';

/** A file is of a year whose columns the vault knows, or whose columns the district lists itself. */
export function yearMustBeKnown(reason: string, column: string): Breach {
  return {
    rule: 'yearMustBeKnown',
    severity: 'error',
    column,
    valueClass: 'a year without a profile',
    message: reason,
    remedy:
      'load a list of the columns of that year’s extract first: record_type,position,element,school_year, with 2027 for 2026-27',
  };
}
