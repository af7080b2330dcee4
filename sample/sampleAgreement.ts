/** The agreement of the sample: what its two districts show each other. Days are counted from the day it is made. */
export const sampleAgreement = {
  title: 'What we show each other',
  measures: [
    'math_dfs',
    'math_met_pct',
    'algebra_by_grade_9',
    'elpi',
    'reclass_rate_dataquest',
    'ltel_pct_dashboard',
    'principal_retention',
    'acgr',
    'ag_of_cohort',
    'grade_9_course_failures',
    'chronic_absence',
    'suspension',
  ],
  scope: 'schools',
  /** School years from the present one, first and last. */
  years: [-4, 1],
  smallestGroup: 11,
  embargoDays: 7,
  publication: 'with consent',
  daysSeenAfterEnd: 30,
  words:
    'Sample. Nobody is ranked: what is seen here is used to learn from each other, and by nobody to judge a person.',
  note: 'Sample. Both show the same, schools too, since the visits are to schools.',
} as const;
