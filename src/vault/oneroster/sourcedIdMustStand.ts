import type { Breach } from '../intake/breach.ts';

/** Every record has an id. */
export function sourcedIdMustStand(column: string): Breach {
  return {
    rule: 'sourcedIdMustStand',
    severity: 'error',
    column,
    valueClass: 'blank',
    message: 'the record has no id',
    remedy: 'look for shifted columns; export the set again',
  };
}
