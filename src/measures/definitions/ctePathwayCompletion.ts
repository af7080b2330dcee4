import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const ctePathwayCompletion: MeasureDefinition = {
  id: 'cte_completer',
  version: 1,
  name: 'CTE pathway completion',
  shortName: 'Career pathway completed',
  domain: 'careers',
  focusArea: 'college-career',
  numerator:
    'cohort members who finished a pathway: capstone course with C- or better (>= 300 hours in one pathway: memory)',
  denominator: 'cohort',
  exclusions: null,
  grades: 'cohort',
  unit: 'percent',
  unitNote: '',
  decimals: 1,
  direction: 'up',
  directionNote: null,
  aggregation:
    'student belongs to last school; district total >= school sum (266 charter-free district-years: median 0.998, equal in 48)',
  minimumN: 'n>=11',
  source: 'CCI/CTE definition',
  evidence: ['S', 'M'],
  evidenceNote: '',
  verifyWith: 'Dashboard CCI columns cte*',
  inputs: 'CRSC/SCSC, SCTE/SPRG',
  endedAfter: null,
};
