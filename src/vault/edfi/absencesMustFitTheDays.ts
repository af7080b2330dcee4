import type { Breach } from '../intake/breach.ts';

/** Nobody misses more days than there were. */
export function absencesMustFitTheDays(element: string): Breach {
  return {
    rule: 'absencesMustFitTheDays',
    severity: 'note',
    column: element,
    valueClass: 'more days absent than days of school',
    message: 'the student missed more days at this school than it had in the student’s stay',
    remedy: 'look whether the entry, the exit or the days of the events are wrong',
  };
}
