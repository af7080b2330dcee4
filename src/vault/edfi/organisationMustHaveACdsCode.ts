import type { Breach } from '../intake/breach.ts';

/** A school of Ed-Fi is one of California's: its identification code of the state, its own id or the district's list says which. */
export function organisationMustHaveACdsCode(id: string, district: string, element: string): Breach {
  return {
    rule: 'organisationMustHaveACdsCode',
    severity: 'error',
    column: element,
    valueClass: `organisation ${id.slice(0, 20)}`,
    message: `no identification code of the state gives it 14 digits that begin with ${district}, nor 7 of a school`,
    remedy: `load a list of places first: a .csv with the header organisation,cds and a line ${id.slice(0, 20)},${district}…`,
  };
}
