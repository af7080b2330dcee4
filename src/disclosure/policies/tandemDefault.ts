import type { Policy } from './policy.ts';

/** What Tandem asks for where an agreement asks for nothing stricter. */
export const tandemDefault: Policy = {
  id: 'tandem-default',
  version: 1,
  name: 'Tandem',
  smallestGroup: {
    rule: 11,
    source: 'California shows no group of 10 or fewer (CDE); 39 states use 10 (NCES 2011-603)',
  },
  smallestPart: {
    rule: 4,
    source:
      'NCES 2011-603: rates near 0 and 100 % are coded, in ranges that narrow as n grows; parts of 0 to 3 are 27 % of 11, 10 % of 30 and 5 % of 60',
  },
  leastRange: {
    rule: 5,
    source: 'NCES 2011-603 and PTAC: at least 5 % or less, 95 % or more',
  },
  ladder: { rule: [], source: 'none: rates whose parts are both 4 or more are shown' },
  downward: {
    rule: { least: 3, share: 0.5 },
    source: "Tandem's own: a group of 3 cannot be told from one of 9",
  },
  remainders: {
    rule: true,
    source: 'NCES 2011-603: what subtraction gives is disclosed as if it were printed',
  },
  singleton: {
    rule: 3,
    source: 'tau-ARGUS, singleton rule: a contributor subtracts her own record',
  },
  smallestRaters: {
    rule: { partners: 5, public: 11 },
    source: "Tandem's own: no fewer than 5 raters among partners, 11 in public",
  },
};
