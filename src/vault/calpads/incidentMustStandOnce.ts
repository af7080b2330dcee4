import type { Breach } from '../intake/breach.ts';
import { valueClass } from '../intake/valueClass.ts';

/** A school numbers its incidents of a year once. */
export function incidentMustStandOnce(local: string, isSeen: boolean, column: string): Breach | undefined {
  if (!isSeen) return undefined;
  return {
    rule: 'incidentMustStandOnce',
    severity: 'error',
    column,
    valueClass: valueClass(local),
    message: 'the school has an incident of this number already in this file',
    remedy: 'number incidents once a school and year',
  };
}
