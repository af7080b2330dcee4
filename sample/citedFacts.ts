import type { Cds } from '../src/vocabulary/cds.ts';
import { type SchoolYear, schoolYear } from '../src/vocabulary/schoolYear.ts';
import { californiaFigures } from './californiaFigures.ts';
import { california, citedDistricts } from './citedDistricts.ts';
import type { CitedFigure, CitedFigures, CitedGroup, CitedMeasure } from './citedFigures.ts';
import { fresnoFigures } from './fresnoFigures.ts';
import { longBeachFigures } from './longBeachFigures.ts';
import { datasetName, type Metric, type OutcomeRow, outcomeYears, type Subgroup } from './outcomesLayout.ts';

/** A published figure: value, numerator (null of a mean) and denominator as the publisher gives them. */
export type CitedFact = {
  readonly cds: Cds;
  readonly placeName: string;
  readonly measure: CitedMeasure;
  readonly group: CitedGroup;
  readonly schoolYear: SchoolYear;
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number;
};

const metricOf: { readonly [measure in CitedMeasure]: Metric } = {
  math_dfs: 'math_distance_from_standard',
  ela_dfs: 'ela_distance_from_standard',
  acgr: 'four_year_graduation_rate',
  dropout_4yr: 'four_year_dropout_rate',
  ag_of_grads: 'a_g_completion_rate',
  cci_prepared: 'college_career_prepared_rate',
  college_going_12m: 'college_going_rate_12_month',
  chronic_absence: 'chronic_absenteeism_rate',
  suspension: 'suspension_rate',
};

const subgroupOf: { readonly [group in CitedGroup]: Subgroup } = {
  ALL: 'all',
  EL: 'english_learners',
  ELO: 'english_learners_only',
  RFP: 'recently_reclassified',
  SED: 'socioeconomically_disadvantaged',
  SWD: 'students_with_disabilities',
  FOS: 'foster',
  HOM: 'homeless',
  AA: 'african_american',
  AS: 'asian',
  HI: 'hispanic_latino',
  WH: 'white',
};

/**
 * Headline figures of California, Fresno Unified and Long Beach Unified, quoted as facts. Source: California
 * Department of Education, downloadable data files, each of school years 2022-23, 2023-24 and 2024-25 unless
 * said otherwise:
 * - Adjusted Cohort Graduation Rate and Outcome Data: graduation, dropout and A-G completion of graduates
 * - Chronic Absenteeism Data; Suspension Data
 * - California School Dashboard, Academic Indicator: distance from standard in English language arts and in
 *   mathematics; College/Career Indicator: percent prepared
 * - College-Going Rate for California High School Students, 12 months: 2022-23
 *
 * Foster youth and homeless students are as each district records them. Fresno's graduation figures include its
 * charter schools (392 of the 5,095 students of 2023-24). In the order of the state, then the districts by code.
 */
export const citedFacts: readonly CitedFact[] = [
  ...factsOf(california, californiaFigures),
  ...factsOf(citedDistricts.fresno, fresnoFigures),
  ...factsOf(citedDistricts.longBeach, longBeachFigures),
];

/** The published figure of a place, or undefined when it is not among the cited ones. */
export function findCitedFact(
  cds: Cds,
  measure: CitedMeasure,
  group: CitedGroup,
  year: number,
): CitedFact | undefined {
  return citedFacts.find(
    (fact) =>
      fact.cds === cds && fact.measure === measure && fact.group === group && fact.schoolYear === year,
  );
}

/** The cited figures as rows of the state's outcomes file, under the publisher's own dataset names. */
export function* citedRows(): Generator<OutcomeRow> {
  for (const fact of citedFacts) {
    const metric = metricOf[fact.measure];
    const year = outcomeYears[fact.schoolYear - 2023];
    if (!year) throw new Error(`no outcomes file of ${fact.schoolYear}`);
    yield {
      level: fact.cds === california.cds ? 'state' : 'district',
      cds: fact.cds,
      name: fact.placeName,
      school_year: year,
      metric,
      subgroup: subgroupOf[fact.group],
      value: String(fact.value),
      numerator: fact.numerator,
      denominator: fact.denominator,
      reliability: fact.denominator < 30 ? 'small-sample' : 'reliable',
      source_dataset: datasetName('cde', metric, year),
    };
  }
}

function factsOf(place: { readonly cds: Cds; readonly name: string }, figures: CitedFigures): CitedFact[] {
  return figures.flatMap(([measure, group, ...years]) =>
    years.flatMap((figure: CitedFigure, index) => {
      if (figure === null) return [];
      const [value, numerator, denominator] = figure;
      const year = schoolYear(2023 + index);
      const { cds, name: placeName } = place;
      return [{ cds, placeName, measure, group, schoolYear: year, value, numerator, denominator }];
    }),
  );
}
