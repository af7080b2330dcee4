import type { Slice } from './countedTable.ts';

type CountName = { readonly students: string; readonly group: string };

const students: Readonly<Record<string, string>> = {
  suspension: 'enrolled in the year',
  suspension_any: 'enrolled in the year',
  expulsion: 'enrolled in the year',
  stability: 'enrolled in the year',
  acgr: 'cohort',
  dropout_4yr: 'cohort',
  ag_of_cohort: 'cohort',
  cte_completer: 'cohort',
  ag_of_grads: 'graduates of the cohort',
  grad_dashboard: 'cohort of the Dashboard',
  cci_prepared: 'cohort of the Dashboard',
  upc: 'census day',
  sed_group: 'census day',
  math_met_pct: 'mathematics, general test',
  math_near_pct: 'mathematics, general test',
  el_acad_group_dfs: 'math_dfs',
  ever_el_dfs: 'math_dfs',
};

const numerators: Readonly<Record<string, string>> = {
  acgr: 'graduates of the cohort',
  ag_of_cohort: 'graduates of the cohort with A-G',
  ag_of_grads: 'graduates of the cohort with A-G',
};

/** Measures of students who learn English: their groups EL, ELO and EVER are all of them, by definition. */
const ofLearnersAlone = new Set([
  'arltel_pct',
  'elpi',
  'ltel_pct_dashboard',
  'ltel_pct_ec3131',
  'reclass_rate_calpads',
  'reclass_rate_dataquest',
]);
const everyLearner = new Set(['EL', 'ELO', 'EVER']);

const classified = ['FOS', 'HOM', 'MIG'];

/** Groups all of whom are in the numerator, by the measure's definition: whoever knows it knows their numerator. */
const wholeByDefinition: Readonly<Record<string, ReadonlySet<string>>> = {
  sed_group: new Set(['SED', ...classified]),
  upc: new Set(['EL', 'LTEL', 'LTEL6', 'ARL', ...classified]),
};

/** Groups that are a measure's own numerator, or have no part in it, by definition: their rate says nothing. */
const ownNumerator: Readonly<Record<string, ReadonlySet<string>>> = {
  arltel_pct: new Set(['ARL', 'LTEL', 'LTEL6']),
  ltel_pct_dashboard: new Set(['LTEL', 'ARL']),
  ltel_pct_ec3131: new Set(['LTEL6', 'ARL']),
};

const learners = new Set(['ELO', 'RFP', 'LTEL', 'LTEL6', 'ARL']);

/** Measures that are protected together because they count the same students, by the name of their set. */
export function jointMeasures(measure: string): string {
  const set = students[measure] ?? measure;
  return set.startsWith('graduates') ? 'cohort' : set;
}

/** Which students a count of a slice is about: counts of one name are about the same students, in any table. */
export function nameOfCount(
  measure: string,
  schoolYear: number,
  slice: Slice,
  count: 'n' | 'numerator',
): string {
  const { students, group } = countName(measure, count, slice);
  return `${students}|${schoolYear}|${slice.place}|${slice.grade}|${group}`;
}

function countName(measure: string, count: 'n' | 'numerator', slice: Slice): CountName {
  const group = ofLearnersAlone.has(measure) && everyLearner.has(slice.group) ? 'ALL' : slice.group;
  if (count === 'numerator' && wholeByDefinition[measure]?.has(slice.group))
    return countName(measure, 'n', slice);
  if (count === 'numerator') {
    if (measure === 'sed_group' && group === 'ALL') return { students: 'census day', group: 'SED' };
    return { students: numerators[measure] ?? `counted in ${measure}`, group };
  }
  const within = { el_acad_group_dfs: 'EL', ever_el_dfs: 'EVER' }[measure];
  if (within === undefined) return { students: students[measure] ?? measure, group };
  if (group === 'ALL' || group === within) return { students: 'math_dfs', group: within };
  if (group === 'EVER' && within === 'EL') return { students: 'math_dfs', group: 'EL' };
  if (learners.has(group) || group === 'EL') return { students: 'math_dfs', group };
  return { students: `math_dfs in ${within}`, group };
}

/** Whether a figure of a group follows from the definition alone, so that it is not told. */
export function saysNothing(measure: string, group: string): boolean {
  return ownNumerator[measure]?.has(group) ?? false;
}

const outside = new Set(['reclass_rate_calpads', 'reclass_rate_dataquest']);

/** Whether the numerator counts some of n: reclassified students may have been counted elsewhere, or not at all. */
export function isPartOfN(measure: string): boolean {
  return !outside.has(measure);
}

/** Whether a table counts those whom another one has as its numerator: graduates, beside a cohort. */
export function countsNumeratorOf(
  { measure }: { readonly measure: string },
  others: readonly { readonly measure: string }[],
): boolean {
  const own = students[measure];
  return own !== undefined && others.some((other) => numerators[other.measure] === own);
}
