import { schoolYearName } from '../../vocabulary/schoolYear.ts';

/** A school year to stand over a narrow column: its two halves are not parted (U+2060). */
export function yearHeader(year: number): string {
  return schoolYearName(year).replace('-', '\u2060-\u2060');
}
