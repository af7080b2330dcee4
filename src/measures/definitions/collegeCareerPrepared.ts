import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const collegeCareerPrepared: MeasureDefinition = {
  id: 'cci_prepared',
  version: 1,
  name: 'College/Career Indicator: percent Prepared',
  shortName: 'Prepared for college or career',
  domain: 'readiness',
  focusArea: 'college-career',
  numerator: 'cohort members meeting one Prepared rule',
  denominator: 'Dashboard graduation cohort (combined)',
  exclusions: 'DASS: own rules',
  grades: 'cohort',
  unit: 'percent',
  unitNote: '1 decimal',
  decimals: 1,
  direction: 'up',
  directionNote: null,
  aggregation:
    'student belongs to last school; district total >= school sum (266 charter-free district-years: median 0.998, equal in 48)',
  minimumN: 'status shown n>=11; colour n>=30 in both years (district FOS/HOM/LTEL n>=15)',
  source: "CDE's rules of the College/Career Indicator, 2024",
  evidence: ['V'],
  evidenceNote:
    'rate 87/87; prep+approaching+not = denom 87/87. Statewide 13,764/13,775 rows round half-up; 11 exact ties published rounded down',
  verifyWith: 'Fresno 2023-24 2,028/4,704=43.1; Long Beach 2,687/5,509=48.8',
  inputs: 'SENR, CAASPP grade 11, AP/IB, SCSC, CRSC, SPRG',
  endedAfter: null,
};
