import { roundedRate } from '../rate.ts';
import type { FileIndicator, YearOfRow } from './dashboardRow.ts';
import {
  distanceFromStandardBounds,
  distanceFromStandardWithPenalty,
} from './distanceFromStandardWithPenalty.ts';
import { mayShowStatus } from './mayShowStatus.ts';

/**
 * A status by the rules, decimal text, and what it rests on: `counts`: recomputed from numerator and denominator.
 * `penalty rule`: the published mean, which its mean before penalty records bears out (or, where it does not, the
 * mean that they give). `published only`: nothing in the file can check it.
 */
export type ShownStatus =
  | { readonly value: string; readonly basis: 'counts' | 'penalty rule' | 'published only' }
  | { readonly value: null; readonly basis: 'none' };

/** The status of one year, none below 11 students or where the file has no figure at all. */
export function shownStatus(indicator: FileIndicator, year: YearOfRow): ShownStatus {
  const { students, numerator, status } = year;
  if (students === null || !mayShowStatus(students)) return { value: null, basis: 'none' };
  if (numerator !== null) {
    return { value: roundedRate({ numerator, denominator: students }), basis: 'counts' };
  }
  if (indicator === 'ELA' || indicator === 'MATH') {
    const value = withPenalty(indicator, year);
    if (value !== null) return { value, basis: 'penalty rule' };
  }
  return status === null ? { value: null, basis: 'none' } : { value: status, basis: 'published only' };
}

function withPenalty(subject: 'ELA' | 'MATH', year: YearOfRow): string | null {
  const {
    status,
    studentsBeforePenalty: students,
    statusBeforePenalty: points,
    penaltyRecords: records,
  } = year;
  if (students === null || students === 0 || points === null) return null;
  const before = { subject, students, points, records };
  const computed = distanceFromStandardWithPenalty(before);
  if (records === 0 || status === null) return computed;
  const [lowest, highest] = distanceFromStandardBounds(before);
  return Number(status) >= Number(lowest) && Number(status) <= Number(highest) ? status : computed;
}
