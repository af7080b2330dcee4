/** The headline figures that a synthetic district is calibrated to; shares are percents, distances are score points. */
export const headlines = [
  'math',
  'ela',
  'absence',
  'suspension',
  'graduation',
  'dropout',
  'aToG',
  'prepared',
  'college',
  'unduplicated',
  'learners',
] as const;
export type Headline = (typeof headlines)[number];
export type Headlines = Readonly<Record<Headline, number>>;

/** What the state published of a figure, and the measure of ours that counts the same. */
export type PublishedHeadline = {
  readonly measure: string;
  readonly fresno: number;
  readonly longBeach: number;
  readonly source: string;
};

const dashboard2025 = 'CDE, School Dashboard 2025';
const dataQuest2025 = 'CDE, DataQuest 2024-25, all grades';
const cohort2025 = 'CDE, adjusted cohort 2024-25';
const census2024 = 'CDE, unduplicated pupil count 2023-24';

/**
 * The figures of Fresno Unified and Long Beach Unified that the generator is calibrated to: of 2024-25 where published, of
 * the last year before else. `learners` is the share of English learners on Census Day, which no measure counts alone.
 */
export const publishedHeadlines: Readonly<Record<Headline, PublishedHeadline>> = {
  math: { measure: 'math_dfs', fresno: -71, longBeach: -37.9, source: dashboard2025 },
  ela: { measure: 'ela_dfs', fresno: -40.2, longBeach: 0.2, source: dashboard2025 },
  absence: { measure: 'chronic_absence', fresno: 30.9, longBeach: 26.2, source: dataQuest2025 },
  suspension: { measure: 'suspension_any', fresno: 5.9, longBeach: 4.1, source: dataQuest2025 },
  graduation: { measure: 'acgr', fresno: 90, longBeach: 87.1, source: cohort2025 },
  dropout: { measure: 'dropout_4yr', fresno: 6.4, longBeach: 9.7, source: cohort2025 },
  aToG: { measure: 'ag_of_grads', fresno: 51.4, longBeach: 58.4, source: cohort2025 },
  prepared: { measure: 'cci_prepared', fresno: 50.3, longBeach: 59.2, source: dashboard2025 },
  college: {
    measure: 'college_going_12m',
    fresno: 68.8,
    longBeach: 77.3,
    source: 'CDE, college-going rate of 2022-23',
  },
  unduplicated: { measure: 'upc', fresno: 89, longBeach: 64.5, source: census2024 },
  learners: { measure: 'ltel_pct_dashboard', fresno: 20.6, longBeach: 16.8, source: census2024 },
};
