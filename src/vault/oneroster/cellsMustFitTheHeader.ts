import type { Breach } from '../intake/breach.ts';

/** A row has as many cells as the header. */
export function cellsMustFitTheHeader(file: string, has: string, width: string): Breach {
  return {
    rule: 'columnsMustBeTheHeaders',
    severity: 'error',
    column: `${file}.csv`,
    valueClass: `${has} columns`,
    message: `the row has ${has} columns, the header ${width}`,
    remedy: 'a list within a cell stands in quotation marks; look for a missing or doubled comma',
  };
}
