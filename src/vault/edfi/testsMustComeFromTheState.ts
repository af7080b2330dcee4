import type { Breach } from '../intake/breach.ts';

/** Results of tests are not read from Ed-Fi: it does not say who was to be tested, and why somebody was not. */
export function testsMustComeFromTheState(count: number): Breach {
  return {
    rule: 'testsMustComeFromTheState',
    severity: 'note',
    column: 'StudentAssessment',
    valueClass: `${count} ${count === 1 ? 'record' : 'records'}`,
    message:
      'results of tests are left out: Ed-Fi does not say who was to be tested, and why somebody was not',
    remedy: 'load the student files of CAASPP and ELPAC from TOMS',
  };
}
