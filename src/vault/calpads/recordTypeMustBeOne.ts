import type { Breach } from '../intake/breach.ts';
import { valueClass } from '../intake/valueClass.ts';

/** A file is of one record type; extracts of the state's own data store write -R behind it. */
export function recordTypeMustBeOne(type: string, said: string, column: string): Breach | undefined {
  if (said === type || said === `${type}-R`) return undefined;
  return {
    rule: 'recordTypeMustBeOne',
    severity: 'error',
    column,
    valueClass: valueClass(said),
    message: `the file is one of ${type}, the row is not`,
    remedy: 'load each record type as a file of its own; look for shifted columns',
  };
}
