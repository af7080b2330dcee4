import { races } from './communities.ts';
import type { Metric, OutcomeYear, Subgroup } from './outcomesLayout.ts';
import type { Slot } from './tally.ts';

/**
 * How one metric of the outcomes file is read from a tally. `size` is the count that decides reliability, which
 * for A-G is the whole cohort and not the graduates it is a share of. A `mean` prints no numerator; a `coded`
 * metric still prints the number of students where it hides the figure.
 */
export type MetricRule = {
  readonly metric: Metric;
  readonly size: Slot;
  readonly numerator: Slot;
  readonly denominator: Slot;
  readonly mean: boolean;
  readonly coded: boolean;
  readonly groups: readonly Subgroup[];
  /** Groups written even where they have no students, as the state does in its count files. */
  readonly always: readonly Subgroup[];
  readonly years: readonly OutcomeYear[];
};

const everyYear: readonly OutcomeYear[] = ['2022-23', '2023-24', '2024-25'];
const programmes: readonly Subgroup[] = [
  'english_learners',
  'foster',
  'homeless',
  'socioeconomically_disadvantaged',
  'students_with_disabilities',
];
const genders: readonly Subgroup[] = ['female', 'gender_missing', 'male', 'non_binary'];
const spans: readonly Subgroup[] = [
  'grades_1_3',
  'grades_4_6',
  'grades_7_8',
  'grades_9_12',
  'grades_tk_8',
  'grades_tk_k',
];
const reportedRaces: readonly Subgroup[] = races.filter((race) => race !== 'race_not_reported');
const counted: readonly Subgroup[] = ['all', ...programmes, 'migrant', ...genders, ...races];
const indicator: readonly Subgroup[] = ['all', ...programmes, 'long_term_english_learners', ...reportedRaces];
const tested: readonly Subgroup[] = [
  ...indicator,
  'alternate_assessment',
  'english_learners_only',
  'english_only',
  'recently_reclassified',
  'smarter_balanced_assessment',
];

const rate = {
  mean: false,
  coded: false,
  groups: counted,
  always: ['all', ...races],
  years: everyYear,
} as const;
const distance = { mean: true, coded: true, groups: tested, always: [], years: everyYear } as const;

/** The nine metrics in the file's order. */
export const metricRules: readonly MetricRule[] = [
  { ...rate, metric: 'a_g_completion_rate', size: 'cohort', numerator: 'aToG', denominator: 'graduates' },
  {
    ...rate,
    metric: 'chronic_absenteeism_rate',
    size: 'absenceCounted',
    numerator: 'absent',
    denominator: 'absenceCounted',
    groups: [...counted, ...spans],
  },
  {
    ...rate,
    metric: 'college_career_prepared_rate',
    size: 'preparedCohort',
    numerator: 'prepared',
    denominator: 'preparedCohort',
    coded: true,
    groups: indicator,
    always: [],
  },
  {
    ...rate,
    metric: 'college_going_rate_12_month',
    size: 'completers',
    numerator: 'inCollege',
    denominator: 'completers',
    groups: counted.filter((group) => group !== 'gender_missing'),
    always: [],
    years: ['2022-23'],
  },
  {
    ...distance,
    metric: 'ela_distance_from_standard',
    size: 'elaTested',
    numerator: 'elaSum',
    denominator: 'elaTested',
  },
  {
    ...rate,
    metric: 'four_year_dropout_rate',
    size: 'cohort',
    numerator: 'dropouts',
    denominator: 'cohort',
  },
  {
    ...rate,
    metric: 'four_year_graduation_rate',
    size: 'cohort',
    numerator: 'graduates',
    denominator: 'cohort',
  },
  {
    ...distance,
    metric: 'math_distance_from_standard',
    size: 'mathTested',
    numerator: 'mathSum',
    denominator: 'mathTested',
  },
  {
    ...rate,
    metric: 'suspension_rate',
    size: 'suspensionCounted',
    numerator: 'suspended',
    denominator: 'suspensionCounted',
  },
];

/** The state named long-term English learners as a group of the Dashboard from 2023-24 on. */
export function isPublished(group: Subgroup, year: OutcomeYear): boolean {
  return group !== 'long_term_english_learners' || year !== '2022-23';
}

/** The groups written of schools: what a list of schools compares, without gender, grade spans, test form and English only. */
export const schoolGroups: ReadonlySet<Subgroup> = new Set<Subgroup>([
  'all',
  ...programmes,
  ...races,
  'english_learners_only',
  'long_term_english_learners',
  'recently_reclassified',
]);
