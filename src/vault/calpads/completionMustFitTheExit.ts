import type { Breach } from '../intake/breach.ts';
import type { OpenTable } from './openCodeTable.ts';

/** Who leaves as a completer (E230) has a completion status, one that the state's table gives to completers. */
export function completionMustFitTheExit(
  reason: string | null,
  completion: string | null,
  year: number,
  table: OpenTable,
  column: string,
): Breach | undefined {
  if (reason !== 'E230') return undefined;
  const verdict = completion === null ? 'never' : table.judge([reason, completion], year);
  if (verdict === undefined || verdict === 'allowed') return undefined;
  return {
    rule: 'completionMustFitTheExit',
    severity: verdict === 'never' ? 'error' : 'note',
    column,
    valueClass: completion === null ? 'blank' : `${completion} with ${reason}`,
    message:
      completion === null ? 'a completer has no completion status' : 'is no completion status of a completer',
    remedy: 'correct the exit reason or the completion status in CALPADS',
  };
}
