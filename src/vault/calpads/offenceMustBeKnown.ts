import type { Breach } from '../intake/breach.ts';
import { valueClass } from '../intake/valueClass.ts';
import type { OpenTable } from './openCodeTable.ts';

/** An offence is one of the state's table, of whatever year. */
export function offenceMustBeKnown(
  code: string,
  year: number,
  table: OpenTable,
  column: string,
): Breach | undefined {
  if (table.judge([code], year) !== 'never') return undefined;
  return {
    rule: 'offenceMustBeKnown',
    severity: 'error',
    column,
    valueClass: valueClass(code),
    message: 'is no offence of the state’s table',
    remedy: 'correct the offence in CALPADS',
  };
}
