import type { Breach } from '../intake/breach.ts';
import { valueClass } from '../intake/valueClass.ts';

/** A record says of which test it is. A kind of ELPAC that the vault does not know is told by its score: a note. */
export function recordTypeMustBeKnown(type: string, column: string, file: 'CAASPP' | 'ELPAC'): Breach {
  return file === 'CAASPP'
    ? {
        rule: 'recordTypeMustBeKnown',
        severity: 'error',
        column,
        valueClass: valueClass(type),
        message: 'is no record type of the CAASPP file',
        remedy: 'known are 01 to 06 and 09; look for shifted columns',
      }
    : {
        rule: 'recordTypeMustBeKnown',
        severity: 'note',
        column,
        valueClass: valueClass(type),
        message:
          'the vault knows the record types 21, 23, SA, IA and AA; the kind of test is told by the score',
        remedy: 'look whether the counts by kind are those of TOMS',
      };
}
