/** The Dashboard's state indicators that carry a colour in 2024, with the measure each one publishes. */
export const indicators = [
  { code: 'ELA', measure: 'ela_dfs', name: 'English language arts', kind: 'mean' },
  { code: 'MATH', measure: 'math_dfs', name: 'Mathematics', kind: 'mean' },
  { code: 'GRAD', measure: 'grad_dashboard', name: 'Graduation rate', kind: 'rate' },
  { code: 'CCI', measure: 'cci_prepared', name: 'College/Career', kind: 'rate' },
  { code: 'ELPI', measure: 'elpi', name: 'English learner progress', kind: 'rate' },
  { code: 'CHRO', measure: 'chronic_absence', name: 'Chronic absenteeism', kind: 'rate' },
  { code: 'SUSP', measure: 'suspension', name: 'Suspension rate', kind: 'rate' },
] as const;
export type Indicator = (typeof indicators)[number]['code'];

/** Types of districts and schools that have suspension tables of their own: elementary, middle, high, unified. */
export const schoolTypes = ['ED', 'HD', 'UD', 'ES', 'MS', 'HS'] as const;
export type SchoolType = (typeof schoolTypes)[number];

/** An indicator with what is needed to choose its tables. */
export type Yardstick =
  | { readonly indicator: 'ELA' | 'MATH'; readonly highSchoolCutPoints: boolean }
  | { readonly indicator: 'SUSP'; readonly schoolType: SchoolType }
  | { readonly indicator: 'GRAD' | 'CCI' | 'ELPI' | 'CHRO' };

/** 1 is the worst, 5 the best, whichever way the indicator points. */
export type Level = 1 | 2 | 3 | 4 | 5;

/** Colours by the state's codes: the position is the code. */
export const colourNames = ['none', 'Red', 'Orange', 'Yellow', 'Green', 'Blue'] as const;
export type ColourName = (typeof colourNames)[number];
export type ColourCode = 0 | Level;
