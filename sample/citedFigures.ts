import type { StudentGroupCode } from '../src/vocabulary/studentGroup.ts';

export type CitedMeasure =
  | 'math_dfs'
  | 'ela_dfs'
  | 'acgr'
  | 'dropout_4yr'
  | 'ag_of_grads'
  | 'cci_prepared'
  | 'college_going_12m'
  | 'chronic_absence'
  | 'suspension';

export type CitedGroup = Extract<
  StudentGroupCode,
  'ALL' | 'EL' | 'ELO' | 'RFP' | 'SED' | 'SWD' | 'FOS' | 'HOM' | 'AA' | 'AS' | 'HI' | 'WH'
>;

/** Value, numerator (null of a mean) and denominator as published; null where the year was not published. */
export type CitedFigure = readonly [value: number, numerator: number | null, denominator: number] | null;

/** Measure, group, then 2022-23, 2023-24 and 2024-25. */
export type CitedFigures = readonly (readonly [
  CitedMeasure,
  CitedGroup,
  CitedFigure,
  CitedFigure,
  CitedFigure,
])[];
