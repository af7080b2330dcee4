import type { Breach } from '../intake/breach.ts';
import type { OpenTable } from './openCodeTable.ts';

/** The state's table says which assignments a job class can have; a combination of other years is a note. */
export function assignmentMustFitTheJob(
  assignment: string | null,
  job: string,
  year: number,
  table: OpenTable,
  column: string,
): Breach | undefined {
  const verdict = assignment === null ? undefined : table.judge([assignment, job], year);
  if (verdict === undefined || verdict === 'allowed') return undefined;
  return {
    rule: 'assignmentMustFitTheJob',
    severity: verdict === 'never' ? 'error' : 'note',
    column,
    valueClass: `${assignment} with job class ${job}`,
    message: 'the assignment and the job classification are not valid together',
    remedy: 'correct one of the two in CALPADS',
  };
}
