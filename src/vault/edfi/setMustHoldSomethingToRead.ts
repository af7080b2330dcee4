import type { Breach } from '../intake/breach.ts';

/** A set has a school, a student or something of one: descriptors, surveys and the like alone say nothing here. */
export const setMustHoldSomethingToRead: Breach = {
  rule: 'setMustHoldSomethingToRead',
  severity: 'error',
  column: null,
  valueClass: 'no record of a school or student',
  message: 'no record of the set is of a kind that the vault reads',
  remedy: 'load interchange files with it: EducationOrganization, Student, StudentEnrollment and the like',
};
