import type { Recognised } from '../intake/layout.ts';

/** A file of the state's tests has the header of a year that the vault knows; else it is said what the nearest year misses. */
export function yearMustBeKnown(
  known: readonly string[],
  nearest: string,
  missing: readonly string[],
): Recognised {
  return {
    known: false,
    breach: {
      rule: 'yearMustBeKnown',
      severity: 'error',
      column: null,
      valueClass: `${missing.length} columns missing`,
      message: `the header is of no year that the vault knows (${known.join(', ')}); against ${nearest} it misses ${missing.join(', ')}`,
      remedy:
        'export the whole student file with its header; a new year’s columns must be added to the vault first',
    },
  };
}
