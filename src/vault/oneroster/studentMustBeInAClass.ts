import type { Breach } from '../intake/breach.ts';

/** OneRoster enrols students in classes: who is in none has no stay. */
export function studentMustBeInAClass(count: number): Breach {
  return {
    rule: 'studentMustBeInAClass',
    severity: 'note',
    column: 'users.csv',
    valueClass: `${count} ${count === 1 ? 'student' : 'students'} without a class`,
    message: `of ${count} active students no class of the year says when they were there; they have no stay`,
    remedy: 'look whether the export holds homerooms; enrolments alone stand better in CALPADS SENR',
  };
}
