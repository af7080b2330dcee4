import type { Breach } from '../intake/breach.ts';
import { valueClass } from '../intake/valueClass.ts';
import type { OpenTable } from './openCodeTable.ts';

/** A section is of a course of the state's table; one of other years only is let pass. */
export function courseMustBeKnown(
  course: string | null,
  year: number,
  table: OpenTable,
  column: string,
): Breach | undefined {
  if (course === null || table.judge([course], year) !== 'never') return undefined;
  return {
    rule: 'courseMustBeKnown',
    severity: 'error',
    column,
    valueClass: valueClass(course),
    message: 'is no course of the state’s table',
    remedy: 'correct the state course, or load the table of this year',
  };
}
