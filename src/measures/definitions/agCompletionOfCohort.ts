import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const agCompletionOfCohort: MeasureDefinition = {
  id: 'ag_of_cohort',
  version: 1,
  name: 'A-G completion, share of cohort (LCAP wording)',
  shortName: 'A-G completion, of the cohort',
  domain: 'readiness',
  focusArea: 'college-career',
  numerator: 'graduates with SENR 1.29 Met all UC/CSU = Y',
  denominator: 'whole 4-year cohort',
  exclusions: null,
  grades: 'cohort',
  unit: 'percent',
  unitNote: '',
  decimals: 1,
  direction: 'up',
  directionNote: 'cannot rise by shedding graduates',
  aggregation:
    'student belongs to last school; district total >= school sum (266 charter-free district-years: median 0.998, equal in 48)',
  minimumN: 'n>=11',
  source: 'LCAP metric ag_perc',
  evidence: ['S'],
  evidenceNote: '',
  verifyWith: null,
  inputs: 'SENR',
  endedAfter: null,
};
