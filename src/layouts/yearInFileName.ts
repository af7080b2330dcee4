import { type SchoolYear, schoolYear } from '../vocabulary/schoolYear.ts';
import type { ReadRow } from './layout.ts';

/** The school year that begins in the two-digit year a file's name carries: `lcffem23p1.xlsx` is 2023-24. */
export function yearInFileName(fileName: string, pattern: RegExp): SchoolYear | undefined {
  const digits = pattern.exec(fileName)?.[1];
  return digits && /^\d{2}$/.test(digits) ? schoolYear(2001 + Number(digits)) : undefined;
}

/** A reader that refuses a file whose name must carry the school year, because no row does. */
export function yearMustBeInFileName(fileName: string, example: string): ReadRow {
  let said = false;
  return (_cells, _line, sink) => {
    if (said) return;
    said = true;
    sink.finding(
      'error',
      'yearMustBeInFileName',
      null,
      `no row of this file says its school year, and neither does its name “${fileName}”`,
      `give it the publisher’s own name, as ${example}`,
    );
  };
}
