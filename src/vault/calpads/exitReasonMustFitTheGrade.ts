import type { Breach } from '../intake/breach.ts';
import type { OpenTable } from './openCodeTable.ts';

/** The state's table says in which grades a student can leave for which reason. */
export function exitReasonMustFitTheGrade(
  reason: string | null,
  grade: string,
  year: number,
  table: OpenTable,
  column: string,
): Breach | undefined {
  const verdict = reason === null ? undefined : table.judge([reason, grade], year);
  if (verdict === undefined || verdict === 'allowed') return undefined;
  return {
    rule: 'exitReasonMustFitTheGrade',
    severity: verdict === 'never' ? 'error' : 'note',
    column,
    valueClass: `${reason} in grade ${grade}`,
    message: 'the exit reason is not valid in that grade and year',
    remedy: 'correct the exit reason or the grade in CALPADS',
  };
}
