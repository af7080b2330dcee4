import type { Breach } from '../intake/breach.ts';

/** An id stands once in a whole file; of two changes of one record the later one holds. */
export function sourcedIdMustStandOnce(column: string, isDelta: boolean): Breach {
  return {
    rule: 'sourcedIdMustStandOnce',
    severity: isDelta ? 'note' : 'error',
    column,
    valueClass: 'an id of an earlier line',
    message: isDelta
      ? 'the record is changed twice in this set; the later change holds'
      : 'an earlier line of the file has the same id',
    remedy: isDelta
      ? 'nothing, when the dates of change are right'
      : 'remove one of the two, or export the set again',
  };
}
