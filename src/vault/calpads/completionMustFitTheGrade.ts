import type { Breach } from '../intake/breach.ts';
import type { OpenTable } from './openCodeTable.ts';

/** The state's table says in which grades a student can complete school in which way. */
export function completionMustFitTheGrade(
  completion: string | null,
  grade: string,
  year: number,
  table: OpenTable,
  column: string,
): Breach | undefined {
  const verdict = completion === null ? undefined : table.judge([completion, grade], year);
  if (verdict === undefined || verdict === 'allowed') return undefined;
  return {
    rule: 'completionMustFitTheGrade',
    severity: verdict === 'never' ? 'error' : 'note',
    column,
    valueClass: `${completion} in grade ${grade}`,
    message: 'the completion status is not valid in that grade and year',
    remedy: 'correct the completion status or the grade in CALPADS',
  };
}
