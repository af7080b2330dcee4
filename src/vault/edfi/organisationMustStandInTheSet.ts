import type { Breach } from '../intake/breach.ts';

/** A school or district that a record refers to stands in the set. */
export function organisationMustStandInTheSet(id: string, element: string): Breach {
  return {
    rule: 'organisationMustStandInTheSet',
    severity: 'error',
    column: element,
    valueClass: `organisation ${id.slice(0, 20)}`,
    message: 'the set has no school or district of this id',
    remedy: 'load all interchange files of an export together, with EducationOrganization; or fetch again',
  };
}
