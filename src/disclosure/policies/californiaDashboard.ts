import type { Policy } from './policy.ts';

/** What the state's own Dashboard does, with the proof that it lacks: nothing under 11 can be worked out. */
export const californiaDashboard: Policy = {
  id: 'california-dashboard',
  version: 1,
  name: 'California School Dashboard',
  smallestGroup: {
    rule: 11,
    source: 'CDE: 10 or fewer are not displayed; smallest denominators shown are 11 (Dashboard 2024 files)',
  },
  smallestPart: { rule: 0, source: 'CDE shows rates of 0 and 100 % from 11 students on' },
  leastRange: { rule: 0, source: 'none' },
  ladder: { rule: [], source: 'none' },
  downward: { rule: { least: 1, share: 0 }, source: 'sdcTable, default protection: 1' },
  remainders: { rule: false, source: 'CDE shows groups whose remainder is under 11' },
  singleton: { rule: null, source: 'none' },
  smallestRaters: { rule: { partners: 11, public: 11 }, source: 'as for students' },
};
