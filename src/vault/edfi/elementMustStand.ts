import type { Breach } from '../intake/breach.ts';

/** What the standard requires of a record stands in it. */
export function elementMustStand(element: string): Breach {
  return {
    rule: 'elementMustStand',
    severity: 'error',
    column: element,
    valueClass: 'missing or blank',
    message: 'Ed-Fi requires this element, and the record has none',
    remedy: 'complete the record where it is kept, then export or fetch it again',
  };
}
