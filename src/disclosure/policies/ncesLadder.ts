import type { Policy } from './policy.ts';

/** Rates by a coding ladder: the fewer the students, the wider the ranges at 0 and at 100 %. */
export const ncesLadder: Policy = {
  id: 'nces-ladder',
  version: 1,
  name: 'NCES coding ladder',
  smallestGroup: { rule: 11, source: 'NCES 2011-603: minimum of 10 in 39 states; California 11' },
  smallestPart: { rule: 1, source: 'PTAC: all or none of a group is never told' },
  leastRange: { rule: 1, source: 'NCES 2011-603' },
  ladder: {
    rule: [
      {
        from: 11,
        to: 19,
        ranges: [
          [0, 20],
          [80, 100],
        ],
      },
      {
        from: 20,
        to: 39,
        ranges: [
          [0, 10],
          [90, 100],
        ],
      },
      {
        from: 40,
        to: 99,
        ranges: [
          [0, 5],
          [95, 100],
        ],
      },
      {
        from: 100,
        to: 299,
        ranges: [
          [0, 2],
          [98, 100],
        ],
      },
      {
        from: 300,
        to: null,
        ranges: [
          [0, 1],
          [99, 100],
        ],
      },
    ],
    source:
      'Utah Data Gateway, derived from NCES 2011-603: 40-99, 100-299, 300 and more as seen; 11-19 and 20-39 from memory, the excerpt ended before them',
  },
  downward: { rule: { least: 3, share: 0.5 }, source: "Tandem's own" },
  remainders: { rule: true, source: 'NCES 2011-603: complementary cells, too, are suppressed' },
  singleton: { rule: 3, source: 'tau-ARGUS, singleton rule' },
  smallestRaters: { rule: { partners: 5, public: 11 }, source: "Tandem's own" },
};
