import type { Policy } from './policy.ts';

/** Numerators and what is left beside them are treated as groups are: fewer than 11 are coded. */
export const ferpaStrict: Policy = {
  id: 'ferpa-strict',
  version: 1,
  name: 'FERPA, strict',
  smallestGroup: { rule: 11, source: '34 CFR 99.31 (b)(1): no reasonable person identifies a student' },
  smallestPart: {
    rule: 11,
    source: 'CalHHS Data De-Identification Guidelines: the condition on numerators as on denominators',
  },
  leastRange: { rule: 5, source: 'NCES 2011-603 and PTAC: at least 5 % or less, 95 % or more' },
  ladder: { rule: [], source: 'none besides the parts' },
  downward: { rule: { least: 3, share: 0.5 }, source: "Tandem's own" },
  remainders: { rule: true, source: '34 CFR 99.31 (b)(1): taking other available information into account' },
  singleton: { rule: 3, source: '34 CFR 99.3: a person in the school community is who must not identify' },
  smallestRaters: { rule: { partners: 11, public: 11 }, source: 'as for students' },
};
