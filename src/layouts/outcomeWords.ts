import type { Grade } from '../vocabulary/grade.ts';
import type { StudentGroupCode } from '../vocabulary/studentGroup.ts';

/** The state's words for measures in its outcomes files. A mean has no numerator. */
export const outcomeMetrics: ReadonlyMap<string, { readonly measure: string; readonly isRate: boolean }> =
  new Map([
    ['math_distance_from_standard', { measure: 'math_dfs', isRate: false }],
    ['ela_distance_from_standard', { measure: 'ela_dfs', isRate: false }],
    ['chronic_absenteeism_rate', { measure: 'chronic_absence', isRate: true }],
    ['suspension_rate', { measure: 'suspension', isRate: true }],
    ['four_year_graduation_rate', { measure: 'acgr', isRate: true }],
    ['four_year_dropout_rate', { measure: 'dropout_4yr', isRate: true }],
    ['a_g_completion_rate', { measure: 'ag_of_grads', isRate: true }],
    ['college_career_prepared_rate', { measure: 'cci_prepared', isRate: true }],
    ['college_going_rate_12_month', { measure: 'college_going_12m', isRate: true }],
  ]);

type Part = { readonly group: StudentGroupCode; readonly grade: Grade };

const groupWords: readonly (readonly [string, StudentGroupCode])[] = [
  ['all', 'ALL'],
  ['english_learners', 'EL'],
  ['english_learners_only', 'ELO'],
  ['recently_reclassified', 'RFP'],
  ['long_term_english_learners', 'LTEL'],
  ['english_only', 'EO'],
  ['socioeconomically_disadvantaged', 'SED'],
  ['students_with_disabilities', 'SWD'],
  ['foster', 'FOS'],
  ['homeless', 'HOM'],
  ['migrant', 'MIG'],
  ['african_american', 'AA'],
  ['american_indian_alaska_native', 'AI'],
  ['asian', 'AS'],
  ['filipino', 'FI'],
  ['hispanic_latino', 'HI'],
  ['pacific_islander', 'PI'],
  ['white', 'WH'],
  ['two_or_more_races', 'MR'],
  ['race_not_reported', 'NR'],
  ['female', 'F'],
  ['male', 'M'],
  ['non_binary', 'X'],
  ['gender_missing', 'GNR'],
  ['smarter_balanced_assessment', 'SBA'],
  ['alternate_assessment', 'CAA'],
];

const gradeWords: readonly (readonly [string, Grade])[] = [
  ['grades_tk_k', 'TK-K'],
  ['grades_1_3', '1-3'],
  ['grades_4_6', '4-6'],
  ['grades_7_8', '7-8'],
  ['grades_tk_8', 'TK-8'],
  ['grades_9_12', '9-12'],
];

/** The state's words for parts of the students; a grade span is all students of those grades. */
export const outcomeSubgroups: ReadonlyMap<string, Part> = new Map<string, Part>([
  ...groupWords.map(([word, group]) => [word, { group, grade: 'all' }] as const),
  ...gradeWords.map(([word, grade]) => [word, { group: 'ALL', grade }] as const),
]);

/** The state's words for its datasets, as a reader knows them. */
export const outcomeDatasets: ReadonlyMap<string, string> = new Map([
  ['academic_indicator_math', 'Academic indicator, mathematics'],
  ['academic_indicator_ela', 'Academic indicator, English language arts'],
  ['acgr', 'Adjusted cohort graduation rate and outcomes'],
  ['cci', 'College/Career indicator'],
  ['chronic_absenteeism', 'Chronic absenteeism'],
  ['college_going_12_month', 'College-going rate within 12 months'],
  ['suspension', 'Suspension'],
]);
