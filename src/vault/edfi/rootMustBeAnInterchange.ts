import type { Breach } from '../intake/breach.ts';

/** An Ed-Fi file is an interchange: `InterchangeStudentEnrollment`, `InterchangeStudent` and so on. */
export function rootMustBeAnInterchange(root: string): Breach | undefined {
  if (/^Interchange[A-Z]/.test(root)) return undefined;
  return {
    rule: 'rootMustBeAnInterchange',
    severity: 'error',
    column: null,
    valueClass: root.slice(0, 60),
    message: 'the file is no interchange of Ed-Fi records',
    remedy: 'load interchange files: EducationOrganization, Student, StudentEnrollment and the like',
  };
}
