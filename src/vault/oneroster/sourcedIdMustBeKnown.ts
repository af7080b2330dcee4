import type { Breach } from '../intake/breach.ts';

/** What a record refers to stands in the set, or in what the vault holds of an earlier one. */
export function sourcedIdMustBeKnown(column: string, file: string): Breach {
  return {
    rule: 'sourcedIdMustBeKnown',
    severity: 'error',
    column,
    valueClass: 'an id of nothing',
    message: `no record of ${file}.csv has this id, in this set or an earlier one`,
    remedy: 'look for shifted columns, or an export that was cut to some schools; export the set again',
  };
}
