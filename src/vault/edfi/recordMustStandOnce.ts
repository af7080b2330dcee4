import type { Breach } from '../intake/breach.ts';

/** No two records of a resource have the same identity. */
export function recordMustStandOnce(element: string): Breach {
  return {
    rule: 'recordMustStandOnce',
    severity: 'error',
    column: element,
    valueClass: 'an identity that stood before',
    message: 'the set has this record already, in an earlier line',
    remedy: 'take one of the two out; load no two exports of the same records together',
  };
}
