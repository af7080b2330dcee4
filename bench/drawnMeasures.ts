import type { DrawnMeasure } from '../test/drawCounts.ts';

const high = ['9', '10', '11', '12'];
const tested = ['3', '4', '5', '6', '7', '8', '11'];
const cohort = { share: 0.25, grades: high, allGradesOnly: true } as const;
const dfs = { rate: 0, counts: 'mean with penalty records', atTesting: true, grades: tested } as const;
/** Measures of a made-up district, for want of a vault. */
export const drawnMeasures: readonly DrawnMeasure[] = [
  { measure: 'chronic_absence', rate: 0.28 },
  { measure: 'math_dfs', ...dfs },
  { measure: 'math_met_pct', rate: 0.3, atTesting: true, grades: tested },
  { measure: 'grad_dashboard', rate: 0.9, ...cohort },
  { measure: 'suspension', rate: 0.06 },
  { measure: 'ela_dfs', ...dfs },
  { measure: 'ela_met_pct', rate: 0.4, atTesting: true, grades: tested },
  { measure: 'caaspp_participation', rate: 0.97, atTesting: true, grades: tested },
  { measure: 'elpi', rate: 0.45, share: 0.2 },
  { measure: 'college_going_12m', rate: 0.6, ...cohort },
  { measure: 'stability', rate: 0.1 },
  { measure: 'grade_9_course_failures', rate: 0.35, grades: high.slice(0, 1) },
];
