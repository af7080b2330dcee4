import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const fourYearDropoutRate: MeasureDefinition = {
  id: 'dropout_4yr',
  version: 1,
  name: 'Four-year cohort dropout rate',
  shortName: 'Four-year dropout rate',
  domain: 'readiness',
  focusArea: 'college-career',
  numerator:
    'cohort members coded dropout (E140,E150,E155,E300,E400,E410,E490,T160,T165,T167,T380, completion 360)',
  denominator: '4-year cohort',
  exclusions: null,
  grades: 'cohort',
  unit: 'percent',
  unitNote: '',
  decimals: 1,
  direction: 'down',
  directionNote: null,
  aggregation:
    'student belongs to last school; district total >= school sum (266 charter-free district-years: median 0.998, equal in 48)',
  minimumN: 'n>=11',
  source: 'ACGR file',
  evidence: ['V'],
  evidenceNote: 'rounding 19,222/19,222',
  verifyWith: 'Fresno 2023-24 605/5,095=11.9; Long Beach 811/5,538=14.6',
  inputs: 'SENR',
  endedAfter: null,
};
