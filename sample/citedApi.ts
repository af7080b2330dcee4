import type { CitedDistrict } from './citedDistricts.ts';

/** The school years of the growth reports, by the calendar year in which they end. */
export const apiYears = [2003, 2004, 2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012, 2013] as const;

/** A district's published figures for all students, a value a year of `apiYears`; no number of scores was published for 2003. */
export type CitedApi = {
  readonly growth: readonly number[];
  /** The base of the year before, as the same report prints it. */
  readonly base: readonly number[];
  readonly scores: readonly (number | null)[];
};

/**
 * Academic Performance Index of all students, quoted as facts. Source: California Department of Education, Academic
 * Performance Index growth reports of 2002-03 to 2012-13.
 */
export const citedApi: { readonly [district in CitedDistrict]: CitedApi } = {
  fresno: {
    growth: [610, 622, 644, 659, 666, 684, 702, 711, 717, 723, 723],
    base: [579, 610, 623, 644, 658, 670, 688, 699, 711, 714, 726],
    scores: [null, 55126, 54388, 53143, 51869, 49980, 49344, 49845, 49157, 49922, 49515],
  },
  longBeach: {
    growth: [685, 696, 713, 724, 729, 744, 751, 759, 771, 781, 783],
    base: [648, 682, 694, 713, 722, 729, 741, 750, 759, 771, 784],
    scores: [null, 71802, 71013, 69072, 66076, 64269, 63402, 62575, 61222, 59957, 59235],
  },
};
