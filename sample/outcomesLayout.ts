/** The columns of the state's outcomes files (`district_observations.csv`, `school_observations.csv`), in order. */
export const outcomeColumns = [
  'level',
  'cds',
  'name',
  'school_year',
  'metric',
  'subgroup',
  'value',
  'numerator',
  'denominator',
  'reliability',
  'source_dataset',
] as const;

/** One row of an outcomes file under the file's own words; null is a blank. */
export type OutcomeRow = {
  readonly level: 'state' | 'county' | 'district' | 'school';
  readonly cds: string;
  readonly name: string;
  readonly school_year: OutcomeYear;
  readonly metric: Metric;
  readonly subgroup: Subgroup;
  readonly value: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly reliability: Reliability;
  readonly source_dataset: string;
};

/** Reliable from 30 students, small-sample from 11, suppressed below; not-available when nobody was counted. */
export type Reliability = 'reliable' | 'small-sample' | 'suppressed' | 'not-available';

export const outcomeYears = ['2022-23', '2023-24', '2024-25'] as const;
export type OutcomeYear = (typeof outcomeYears)[number];

/** The file's metrics in its order, with the name of the dataset each comes from. */
export const metrics = [
  { word: 'a_g_completion_rate', dataset: 'acgr' },
  { word: 'chronic_absenteeism_rate', dataset: 'chronic_absenteeism' },
  { word: 'college_career_prepared_rate', dataset: 'cci' },
  { word: 'college_going_rate_12_month', dataset: 'college_going_12_month' },
  { word: 'ela_distance_from_standard', dataset: 'academic_indicator_ela' },
  { word: 'four_year_dropout_rate', dataset: 'acgr' },
  { word: 'four_year_graduation_rate', dataset: 'acgr' },
  { word: 'math_distance_from_standard', dataset: 'academic_indicator_math' },
  { word: 'suspension_rate', dataset: 'suspension' },
] as const;
export type Metric = (typeof metrics)[number]['word'];

export const subgroups = [
  'african_american',
  'all',
  'alternate_assessment',
  'american_indian_alaska_native',
  'asian',
  'english_learners',
  'english_learners_only',
  'english_only',
  'female',
  'filipino',
  'foster',
  'gender_missing',
  'grades_1_3',
  'grades_4_6',
  'grades_7_8',
  'grades_9_12',
  'grades_tk_8',
  'grades_tk_k',
  'hispanic_latino',
  'homeless',
  'long_term_english_learners',
  'male',
  'migrant',
  'non_binary',
  'pacific_islander',
  'race_not_reported',
  'recently_reclassified',
  'smarter_balanced_assessment',
  'socioeconomically_disadvantaged',
  'students_with_disabilities',
  'two_or_more_races',
  'white',
] as const;
export type Subgroup = (typeof subgroups)[number];

/** `cde_acgr_2023_24` of the publisher's prefix `cde`, the metric and the year. */
export function datasetName(prefix: 'cde' | 'tandem_sample', metric: Metric, year: OutcomeYear): string {
  const found = metrics.find(({ word }) => word === metric);
  if (!found) throw new Error(`no dataset carries ${metric}`);
  return `${prefix}_${found.dataset}_${year.replace('-', '_')}`;
}

/** The columns of the state's list of schools (`schools.csv`), in order. */
export const schoolColumns = [
  'cds',
  'school',
  'district_cds',
  'district',
  'county',
  'city',
  'zip',
  'charter',
  'dass',
  'magnet',
  'grade_span',
  'enrollment',
  'lat',
  'lon',
] as const;

/** One row of the list of schools; `dass` marks an alternative school, flags are written `True` and `False`. */
export type SchoolRow = { readonly [column in (typeof schoolColumns)[number]]: string | number };
