import type { Breach } from '../intake/breach.ts';

/** An enrolment of a deleted student or class no longer counts. */
export function referredMustNotBeDeleted(count: number): Breach {
  return {
    rule: 'referredMustNotBeDeleted',
    severity: 'note',
    column: 'enrollments.csv',
    valueClass: `${count} ${count === 1 ? 'enrolment' : 'enrolments'}`,
    message: `${count} active enrolments are of students or classes that were deleted; they do not count`,
    remedy:
      'nothing, when they are gone; a student who left needs an endDate instead, or the year forgets the stay',
  };
}
