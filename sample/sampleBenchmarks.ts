import type { FocusAreaId, TargetProvenance } from '../src/vocabulary/partnership.ts';
import { type SchoolYear, schoolYear } from '../src/vocabulary/schoolYear.ts';
import { type CitedDistrict, citedDistricts } from './citedDistricts.ts';
import { findCitedFact } from './citedFacts.ts';
import type { CitedGroup, CitedMeasure } from './citedFigures.ts';

/** One district's side of a benchmark. The baseline is the published figure; the target, its goal and its reason are samples. */
export type SampleTarget = {
  readonly district: CitedDistrict;
  readonly baselineYear: SchoolYear;
  readonly baselineValue: number;
  readonly targetYear: SchoolYear;
  readonly targetValue: number;
  readonly planGoal: { readonly number: string; readonly text: string };
  readonly provenance: TargetProvenance;
  readonly reason: string;
};

export type SampleBenchmark = {
  readonly focusArea: FocusAreaId;
  readonly measure: CitedMeasure;
  readonly group: CitedGroup;
  readonly wording: string;
  readonly targets: readonly SampleTarget[];
};

const baselineYear = schoolYear(2023);

const goals = {
  achievement: {
    number: '1',
    text: 'Sample goal: every student makes more than a year of progress in a year',
  },
  learners: {
    number: '2',
    text: 'Sample goal: English learners reach English proficiency and grade-level work',
  },
  readiness: {
    number: '3',
    text: 'Sample goal: graduates leave ready for college and for a career of their choice',
  },
} as const;

const reasons: { readonly [provenance in TargetProvenance]: string } = {
  agreed: 'Sample: shown as agreed so that the page can be seen; neither district has agreed to it',
  proposed: 'Sample: one side has put it forward and the other has not answered',
  placeholder: 'Sample: a number to talk about, to be replaced by the district',
};

/**
 * What the sample partnership means to move, from the published figures of 2022-23. The values and years of the
 * targets are invented for show and are neither district's. Leadership has no benchmark: see `withoutBenchmark`.
 */
export const sampleBenchmarks: readonly SampleBenchmark[] = [
  {
    focusArea: 'mathematics',
    measure: 'math_dfs',
    group: 'ALL',
    wording: 'Bring all students closer to the mathematics standard',
    targets: [
      target('fresno', 'math_dfs', 'ALL', 2028, -62, 'achievement', 'agreed'),
      target('longBeach', 'math_dfs', 'ALL', 2027, -32, 'achievement', 'agreed'),
    ],
  },
  {
    focusArea: 'english-learners',
    measure: 'math_dfs',
    group: 'EL',
    wording: 'Bring English learners closer to the mathematics standard',
    targets: [
      target('fresno', 'math_dfs', 'EL', 2028, -82, 'learners', 'proposed'),
      target('longBeach', 'math_dfs', 'EL', 2027, -76, 'learners', 'placeholder'),
    ],
  },
  {
    focusArea: 'english-learners',
    measure: 'ela_dfs',
    group: 'EL',
    wording: 'Bring English learners closer to the English language arts standard',
    targets: [
      target('fresno', 'ela_dfs', 'EL', 2028, -64, 'learners', 'agreed'),
      target('longBeach', 'ela_dfs', 'EL', 2027, -50, 'learners', 'proposed'),
    ],
  },
  {
    focusArea: 'college-career',
    measure: 'acgr',
    group: 'ALL',
    wording: 'More students graduate in four years',
    targets: [
      target('fresno', 'acgr', 'ALL', 2027, 91, 'readiness', 'proposed'),
      target('longBeach', 'acgr', 'ALL', 2028, 92, 'readiness', 'placeholder'),
    ],
  },
  {
    focusArea: 'college-career',
    measure: 'ag_of_grads',
    group: 'ALL',
    wording: 'More graduates complete the courses that the state universities ask for',
    targets: [
      target('fresno', 'ag_of_grads', 'ALL', 2028, 58, 'readiness', 'placeholder'),
      target('longBeach', 'ag_of_grads', 'ALL', 2027, 62, 'readiness', 'placeholder'),
    ],
  },
  {
    focusArea: 'college-career',
    measure: 'cci_prepared',
    group: 'ALL',
    wording: 'More graduates are prepared for college or a career',
    targets: [
      target('fresno', 'cci_prepared', 'ALL', 2027, 54, 'readiness', 'proposed'),
      target('longBeach', 'cci_prepared', 'ALL', 2026, 58, 'readiness', 'proposed'),
    ],
  },
];

/** Focus areas that have no benchmark, and why: nothing is made up to fill the row. */
export const withoutBenchmark: readonly { readonly focusArea: FocusAreaId; readonly reason: string }[] = [
  {
    focusArea: 'leadership',
    reason:
      'No public measure of leadership development exists; the two districts would have to measure it themselves',
  },
];

function target(
  district: CitedDistrict,
  measure: CitedMeasure,
  group: CitedGroup,
  targetYear: number,
  targetValue: number,
  goal: keyof typeof goals,
  provenance: TargetProvenance,
): SampleTarget {
  const cited = findCitedFact(citedDistricts[district].cds, measure, group, baselineYear);
  if (!cited) throw new Error(`no published ${measure} of ${group} in ${district} for ${baselineYear}`);
  return {
    district,
    baselineYear,
    baselineValue: cited.value,
    targetYear: schoolYear(targetYear),
    targetValue,
    planGoal: goals[goal],
    provenance,
    reason: reasons[provenance],
  };
}
