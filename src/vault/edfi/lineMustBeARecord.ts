import type { Breach } from '../intake/breach.ts';

/** Every line of a fetched file between its first and its last is a record. */
export const lineMustBeARecord: Breach = {
  rule: 'lineMustBeARecord',
  severity: 'error',
  column: null,
  valueClass: 'a line that is no record',
  message: 'the line is no JSON object with a record',
  remedy: 'fetch the records again, and load the file as it is',
};
