import type { Breach } from '../intake/breach.ts';
import { valueClass } from '../intake/valueClass.ts';

/** A statewide educator identifier is ten digits. */
export function seidMustHaveTenDigits(seid: string | null, column: string): Breach | undefined {
  if (seid === null || /^\d{10}$/.test(seid)) return undefined;
  return {
    rule: 'seidMustHaveTenDigits',
    severity: 'error',
    column,
    valueClass: valueClass(seid),
    message: 'a statewide educator id has ten digits',
    remedy: 'look for shifted columns, or an id that a spreadsheet rounded or cut',
  };
}
