import type { Breach } from '../intake/breach.ts';
import type { TestRecord } from './testRecord.ts';

/** A record that counts as valid (Include indicator Y) has a scale score and a level. */
export function includedRecordMustHaveAScore({
  score,
  level,
  include,
  columns,
}: TestRecord): Breach | undefined {
  if (include !== 'Y' || (score !== null && level !== null)) return undefined;
  return {
    rule: 'includedRecordMustHaveAScore',
    severity: 'error',
    column: score === null ? columns.score : columns.level,
    valueClass: 'blank',
    message: `the include indicator says valid and there is no ${score === null ? 'score' : 'level'}`,
    remedy: 'look for shifted columns, or wait until the score is released',
  };
}
