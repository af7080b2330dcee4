import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const englishLearnerProgress: MeasureDefinition = {
  id: 'elpi',
  version: 1,
  name: 'English Learner Progress Indicator',
  shortName: 'English learner progress',
  domain: 'english_learners',
  focusArea: 'english-learners',
  numerator:
    'current ELs who moved up >= 1 of 6 ELPI levels (1,2L,2H,3L,3H,4) or kept Level 4; alternate: moved up a performance level / >= 10 points or kept PL3',
  denominator: 'ELs grades 1-12 with Summative (or Alternate) ELPAC overall score in both years',
  exclusions:
    'not EL at current test; no score in one year; participation < 95% adds non-progress records (memory)',
  grades: '1-12',
  unit: 'percent',
  unitNote: '1 decimal',
  decimals: 1,
  direction: 'up',
  directionNote: null,
  aggregation: 'counts add within level only',
  minimumN: 'status shown n>=11; colour n>=30 in both years (district FOS/HOM/LTEL n>=15)',
  source: 'CDE ELPI; with the table of ELPAC and ELPI levels',
  evidence: ['V'],
  evidenceNote: 'rate formula 47/47 rows; level split rule all 13 grades',
  verifyWith: '2024 Dashboard download of Monterey County ELPI; the table of ELPAC and ELPI levels',
  inputs: 'ELPAC student files, two years',
  endedAfter: null,
};
