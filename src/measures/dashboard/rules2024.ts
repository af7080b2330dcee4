import type { ColourCode, Indicator, SchoolType } from './indicator.ts';

/** A change falls in the level of the first bound it meets; one that meets none is in level 5. */
export type ChangeBound = { readonly is: '<' | '<=' | '>' | '>='; readonly than: number };
type FourCuts = readonly [number, number, number, number];
type FourBounds = readonly [ChangeBound, ChangeBound, ChangeBound, ChangeBound];
type FiveColours = readonly [ColourCode, ColourCode, ColourCode, ColourCode, ColourCode];
type Grid = readonly [FiveColours, FiveColours, FiveColours, FiveColours, FiveColours];

/**
 * The 2024 rules. Levels are determined after rounding (record layouts, cde.ca.gov/ta/ac/cm). "Confirmed" means by
 * the published 2024 rows of Monterey County.
 *
 * Lowest status of levels 2, 3, 4, 5. Written from memory; confirmed by 1,341 of 1,341 published levels.
 */
export const statusFrom = {
  ELA: [-70, -5, 10, 45],
  'ELA high school': [-45, 0, 30, 75],
  MATH: [-95, -25, 0, 35],
  'MATH high school': [-115, -60, 0, 25],
  GRAD: [68, 80, 90.5, 95],
  CCI: [10, 35, 55, 70],
  ELPI: [35, 45, 55, 65],
} as const satisfies Record<string, FourCuts>;

/**
 * Highest status of levels 5, 4, 3, 2. Read in CDE's five-by-five colour tables (fivebyfivecolortables23.asp);
 * confirmed like the lower bounds, except the type MS, which no checked row has. Schools of grades K-12 are UD.
 */
export const statusUpTo = {
  CHRO: [2.5, 5, 10, 20],
  ED: [0.5, 1.5, 3, 6],
  HD: [1.5, 3.5, 6, 9],
  UD: [1, 2.5, 4.5, 8],
  ES: [0.5, 1, 3, 6],
  MS: [0.5, 2, 8, 12],
  HS: [0.5, 1.5, 6, 10],
} as const satisfies Record<SchoolType | 'CHRO', FourCuts>;

const academicChange: FourBounds = [
  { is: '<', than: -15 },
  { is: '<=', than: -3 },
  { is: '<', than: 3 },
  { is: '<', than: 15 },
];

/** Bounds of change levels 1 to 4. Confirmed by 1,287 of 1,287 published change levels. */
export const changeBounds: Record<Exclude<Indicator, 'SUSP'>, FourBounds> = {
  ELA: academicChange,
  MATH: academicChange,
  GRAD: [
    { is: '<', than: -5 },
    { is: '<=', than: -1 },
    { is: '<', than: 1 },
    { is: '<', than: 5 },
  ],
  CCI: [
    { is: '<=', than: -9 },
    { is: '<=', than: -2 },
    { is: '<', than: 2 },
    { is: '<', than: 9 },
  ],
  ELPI: [
    { is: '<=', than: -10 },
    { is: '<=', than: -2 },
    { is: '<', than: 2 },
    { is: '<', than: 10 },
  ],
  CHRO: [
    { is: '>', than: 3 },
    { is: '>=', than: 0.5 },
    { is: '>', than: -0.5 },
    { is: '>', than: -3 },
  ],
};

/** Suspension, by type: maintained within less than `maintained`; declined and increased significantly. */
export const suspensionChange: Record<
  SchoolType,
  { readonly maintained: number; readonly declined: number; readonly increased: number }
> = {
  ED: { maintained: 0.3, declined: 2, increased: 2 },
  HD: { maintained: 0.5, declined: 3, increased: 3 },
  UD: { maintained: 0.3, declined: 2, increased: 2 },
  ES: { maintained: 0.3, declined: 1, increased: 2 },
  MS: { maintained: 0.3, declined: 3, increased: 4 },
  HS: { maintained: 0.3, declined: 2, increased: 3 },
};

const academicGrid: Grid = [
  [4, 4, 5, 5, 5],
  [4, 4, 4, 4, 5],
  [3, 3, 3, 4, 4],
  [2, 2, 2, 3, 3],
  [1, 1, 1, 2, 2],
];
const rateGrid: Grid = [
  [3, 4, 5, 5, 5],
  [2, 3, 4, 4, 5],
  [2, 2, 3, 4, 4],
  [1, 2, 2, 3, 3],
  [1, 1, 1, 2, 3],
];

/**
 * Colours: rows status 5 to 1, columns change 1 to 5; 0 is a cell that cannot occur. Confirmed by 1,291 of 1,291
 * published colours, which reach 14 to 23 of the 25 cells of an indicator.
 */
export const grids: Record<Indicator, Grid> = {
  ELA: academicGrid,
  MATH: academicGrid,
  CCI: rateGrid,
  ELPI: rateGrid,
  CHRO: rateGrid,
  SUSP: [[0, 4, 5, 5, 5], [0, 3, 4, 4, 5], rateGrid[2], rateGrid[3], rateGrid[4]],
  GRAD: [[0, 5, 5, 5, 5], rateGrid[1], rateGrid[2], rateGrid[3], [1, 1, 1, 1, 1]],
};

/** Below this denominator the indicators named here have three change levels only: 2, 3 and 4. */
export const smallDenominator = { below: 150, indicators: ['CHRO', 'SUSP', 'GRAD', 'CCI'] } as const;

/** Fewest students for a status, for a colour (both years), and for the colour of these groups of a district. */
export const minimumStudents = {
  status: 11,
  colour: 30,
  colourOfSmallGroups: 15,
  smallGroups: ['FOS', 'HOM', 'LTEL'],
} as const;

/**
 * Below the participation goal (whole percent) penalty records make up the missing tests, each counted this many
 * points from the standard. Confirmed by 1,494 of 1,494 counts and 107 of 107 values within rounding.
 */
export const participationGoal = 95;
export const pointsPerPenaltyRecord = { ELA: -333, MATH: -348 } as const;
