import type { Breach } from '../intake/breach.ts';

/** Which status can follow which: CALPADS valid code combinations v12 of 2020; a status may be said again. */
export const followingStatuses: Readonly<Record<string, readonly string[]>> = {
  TBD: ['TBD', 'EO', 'EL', 'IFEP'],
  EO: ['EO', 'EL', 'IFEP', 'TBD'],
  EL: ['EL', 'RFEP', 'ADEL'],
  IFEP: ['IFEP', 'EO'],
  RFEP: ['RFEP'],
  ADEL: ['ADEL'],
};

/** An English learner is reclassified or grows up; nobody becomes a learner again after reclassification. */
export function statusMustFollowFromTheOneBefore(
  before: string,
  status: string,
  column: string,
): Breach | undefined {
  if (followingStatuses[before]?.includes(status)) return undefined;
  return {
    rule: 'statusMustFollowFromTheOneBefore',
    severity: 'error',
    column,
    valueClass: `${status} after ${before}`,
    message: `the status ${status} cannot follow ${before}`,
    remedy: 'correct the status, or the day on which it began, in CALPADS',
  };
}
