import type { Breach } from '../intake/breach.ts';

/** A school in which students are enrolled is one of this district's, by its CDS code. */
export function orgMustHaveACdsCode(own: string): Breach {
  return {
    rule: 'orgMustHaveACdsCode',
    severity: 'error',
    column: 'orgs.csv identifier',
    valueClass: 'no CDS code of this district',
    message: `the org has students, and its identifier is neither 14 digits that begin with ${own} nor the 7 of a school`,
    remedy: 'load a list of two columns, orgSourcedId,cds, that says which school it is; then this set again',
  };
}
