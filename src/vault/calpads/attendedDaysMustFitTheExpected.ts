import type { Breach } from '../intake/breach.ts';

/** Nobody attends more days than were expected, and days are not below 0. */
export function attendedDaysMustFitTheExpected(
  expected: number | null,
  attended: number | null,
  columns: { readonly expected: string; readonly attended: string },
): Breach | undefined {
  const isBelow = (expected ?? 0) < 0 || (attended ?? 0) < 0;
  if (!isBelow && (expected === null || attended === null || attended <= expected)) return undefined;
  return {
    rule: 'attendedDaysMustFitTheExpected',
    severity: 'error',
    column: (expected ?? 0) < 0 ? columns.expected : columns.attended,
    valueClass: isBelow ? 'number below 0' : 'more days than expected',
    message: isBelow ? 'days cannot be below 0' : 'the days attended are more than the days expected',
    remedy: 'look for shifted columns, or correct the days',
  };
}
