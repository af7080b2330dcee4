import type { Breach } from '../intake/breach.ts';

/** Who was absent from a school was enrolled there. */
export function eventMustLieWithinAStay(element: string): Breach {
  return {
    rule: 'eventMustLieWithinAStay',
    severity: 'note',
    column: element,
    valueClass: 'a student without enrolment',
    message: 'the student has events of attendance at a school, but no enrolment there in the year',
    remedy: 'load StudentEnrollment with them; if it is there, look for the enrolment in the source',
  };
}
