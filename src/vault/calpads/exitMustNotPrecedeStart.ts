import type { Breach } from '../intake/breach.ts';

/** What ended did not end before it began. */
export function exitMustNotPrecedeStart(
  start: string,
  end: string | null,
  column: string,
): Breach | undefined {
  if (end === null || end >= start) return undefined;
  return {
    rule: 'exitMustNotPrecedeStart',
    severity: 'error',
    column,
    valueClass: 'a day before the start',
    message: 'the end lies before the start',
    remedy: 'correct one of the two days where the record is kept',
  };
}
