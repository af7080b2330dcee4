import type { Breach } from '../intake/breach.ts';

/** An incident that a record refers to stands in the set. */
export function incidentMustStandInTheSet(element: string): Breach {
  return {
    rule: 'incidentMustStandInTheSet',
    severity: 'error',
    column: element,
    valueClass: 'an unknown incident',
    message: 'the set has no DisciplineIncident of this school and identifier',
    remedy: 'load all files of an export together, or fetch again; correct the reference where it is kept',
  };
}
