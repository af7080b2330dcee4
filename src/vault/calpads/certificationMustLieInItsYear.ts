import type { Breach } from '../intake/breach.ts';

/** A certification is of one school year: the state takes all of them back on 30 June. */
export function certificationMustLieInItsYear(
  from: string,
  year: number,
  column: string,
): Breach | undefined {
  if (from >= `${year - 1}-07-01` && from <= `${year}-06-30`) return undefined;
  return {
    rule: 'certificationMustLieInItsYear',
    severity: 'error',
    column,
    valueClass: from < `${year - 1}-07-01` ? 'a day before 1 July' : 'a day after 30 June',
    message: `the certification does not begin from 1 July ${year - 1} to 30 June ${year}`,
    remedy: 'look whether the school year or the day is wrong',
  };
}
