import type { Breach } from '../intake/breach.ts';

/** A rule that runs from a table of the state needs the table; without it everything passes, and this says so. */
export function codeTableMustBeLoaded(name: string): Breach {
  return {
    rule: 'codeTableMustBeLoaded',
    severity: 'note',
    column: null,
    valueClass: 'no table',
    message: `the CALPADS table ${name} is not loaded, so that its combinations were not checked`,
    remedy:
      'load the state’s table of valid code combinations; for this file too: take it out (tandem vault forget) and load it again',
  };
}
