import type { Breach } from '../intake/breach.ts';

/** A change that is older than what the vault holds of the record changes nothing. */
export function recordMustNotBeOlder(column: string): Breach {
  return {
    rule: 'recordMustNotBeOlder',
    severity: 'note',
    column,
    valueClass: 'a time before that of the record held',
    message: 'the vault holds a later word of this record; this one is left out',
    remedy: 'nothing, when changes were loaded out of their order; a whole (bulk) export sets all right',
  };
}
