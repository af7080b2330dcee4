import type { Breach } from '../intake/breach.ts';

/** A student that a record refers to stands in the set. */
export function studentMustStandInTheSet(element: string): Breach {
  return {
    rule: 'studentMustStandInTheSet',
    severity: 'error',
    column: element,
    valueClass: 'an unknown unique id',
    message: 'the set has no Student of this unique id',
    remedy: 'load all interchange files of an export together, with Student; or fetch again',
  };
}
