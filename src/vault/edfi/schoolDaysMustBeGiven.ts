import type { Breach } from '../intake/breach.ts';

/** How many days a student should have come is counted from the school's calendar or sessions. */
export function schoolDaysMustBeGiven(cds: string, element: string): Breach {
  return {
    rule: 'schoolDaysMustBeGiven',
    severity: 'note',
    column: element,
    valueClass: 'no sessions, no calendar dates',
    message: `nothing says how many days of school ${cds} had; its attendance has no expected days`,
    remedy: 'load EducationOrgCalendar with them, or CALPADS STAS instead',
  };
}
