import type { Breach } from '../intake/breach.ts';

/**
 * Summative results are taken from TOMS' own files, which say who counts and in which groups; CERS says neither. A
 * file that has nothing else is refused.
 */
export function summativeMustComeFromToms(count: number, isAll: boolean, column: string): Breach {
  return {
    rule: 'summativeMustComeFromToms',
    severity: isAll ? 'error' : 'note',
    column,
    valueClass: `${count} summative ${count === 1 ? 'result' : 'results'}`,
    message: `${count} ${count === 1 ? 'row is' : 'rows are'} of summative tests, which are left out${isAll ? ': no other is left' : ''}`,
    remedy: 'load the CAASPP and ELPAC student files of TOMS for them',
  };
}
