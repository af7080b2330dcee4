import type { Breach } from '../intake/breach.ts';

/** An enrolment of a school year touches the days from 1 July to 30 June. */
export function enrolmentMustTouchItsYear(
  start: string,
  end: string | null,
  year: number,
  columns: { readonly start: string; readonly end: string },
): Breach | undefined {
  const isLate = start > `${year}-06-30`;
  if (!isLate && (end === null || end >= `${year - 1}-07-01`)) return undefined;
  return {
    rule: 'enrolmentMustTouchItsYear',
    severity: 'error',
    column: isLate ? columns.start : columns.end,
    valueClass: isLate ? 'a day after 30 June' : 'a day before 1 July',
    message: `the enrolment has no day from 1 July ${year - 1} to 30 June ${year}`,
    remedy: 'look whether the academic year or the day is wrong',
  };
}
