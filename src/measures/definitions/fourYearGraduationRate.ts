import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const fourYearGraduationRate: MeasureDefinition = {
  id: 'acgr',
  version: 1,
  name: 'Four-year adjusted cohort graduation rate',
  shortName: 'Four-year graduation rate',
  domain: 'readiness',
  focusArea: 'college-career',
  numerator: 'regular-diploma (completion 100) in the 4-year cohort by 15 August of year 4',
  denominator:
    'first-time grade-9 cohort + transfers in - documented transfers out (T180,T200,T240,T370,E130, confirmed CA transfers), emigrated, deceased',
  exclusions: null,
  grades: 'cohort of grade 12',
  unit: 'percent',
  unitNote: '1 decimal',
  decimals: 1,
  direction: 'up',
  directionNote: null,
  aggregation:
    'student belongs to last school; district total >= school sum (266 charter-free district-years: median 0.998, equal in 48)',
  minimumN: 'cohort <= 10 suppressed (min seen 11)',
  source: 'ACGR file layout + CALPADS 15.1',
  evidence: ['V'],
  evidenceNote: 'rate = round_half_up(100n/d,1) on 19,222/19,222 district rows',
  verifyWith: 'Fresno 2023-24: 4,369/5,095 = 85.8; Long Beach 4,593/5,538 = 82.9',
  inputs: 'SENR exits and completion',
  endedAfter: null,
};
