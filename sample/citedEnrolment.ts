import { type CitedDistrict, citedDistricts } from './citedDistricts.ts';
import { datasetName, type Metric, type OutcomeRow, outcomeYears, type Subgroup } from './outcomesLayout.ts';

type Published = readonly [value: number, numerator: number, denominator: number];

/**
 * Published figures whose denominators complete whom Fresno and Long Beach serve (every race, and the grades 9 to 12), without
 * which neither could be compared with other districts: district, metric, subgroup, then 2022-23 to 2024-25. Source:
 * California Department of Education, Suspension Data and Chronic Absenteeism Data of those years.
 */
const figures: readonly (readonly [CitedDistrict, Metric, Subgroup, Published, Published, Published])[] = [
  [
    'fresno',
    'suspension_rate',
    'american_indian_alaska_native',
    [9.4, 49, 520],
    [9.2, 49, 534],
    [6.2, 32, 519],
  ],
  ['fresno', 'suspension_rate', 'filipino', [0.7, 2, 279], [0.4, 1, 250], [1.2, 3, 246]],
  ['fresno', 'suspension_rate', 'pacific_islander', [6.2, 23, 369], [3.8, 13, 346], [5.2, 17, 325]],
  ['fresno', 'suspension_rate', 'two_or_more_races', [8.7, 203, 2337], [8, 193, 2420], [6.8, 167, 2465]],
  [
    'fresno',
    'chronic_absenteeism_rate',
    'grades_9_12',
    [35.5, 7647, 21544],
    [32.8, 6938, 21158],
    [35.5, 7475, 21069],
  ],
  [
    'longBeach',
    'suspension_rate',
    'american_indian_alaska_native',
    [4.8, 5, 104],
    [4.4, 4, 91],
    [6.5, 6, 93],
  ],
  ['longBeach', 'suspension_rate', 'filipino', [1.4, 30, 2093], [1.3, 27, 2077], [1.6, 33, 2013]],
  ['longBeach', 'suspension_rate', 'pacific_islander', [5.4, 39, 727], [4.5, 31, 682], [5.7, 39, 679]],
  ['longBeach', 'suspension_rate', 'two_or_more_races', [3.6, 123, 3456], [3.1, 112, 3588], [3.7, 136, 3657]],
  [
    'longBeach',
    'chronic_absenteeism_rate',
    'grades_9_12',
    [31.2, 6958, 22317],
    [28.8, 6146, 21373],
    [30.1, 6269, 20811],
  ],
];

/** The same as rows of the state's outcomes file, under the publisher's own dataset names. */
export function* citedEnrolmentRows(): Generator<OutcomeRow> {
  for (const [district, metric, subgroup, ...published] of figures) {
    const { cds, name } = citedDistricts[district];
    for (const [index, year] of outcomeYears.entries()) {
      const figure = published[index];
      if (!figure) throw new Error(`no figure of ${year}`);
      const [value, numerator, denominator] = figure;
      yield {
        level: 'district',
        cds,
        name,
        school_year: year,
        metric,
        subgroup,
        value: String(value),
        numerator,
        denominator,
        reliability: denominator < 30 ? 'small-sample' : 'reliable',
        source_dataset: datasetName('cde', metric, year),
      };
    }
  }
}
