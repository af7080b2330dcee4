import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const algebraByGrade9: MeasureDefinition = {
  id: 'algebra_by_grade_9',
  version: 1,
  name: 'Algebra I or Integrated Mathematics I passed by the end of grade 9',
  shortName: 'Algebra by the end of grade 9',
  domain: 'math',
  focusArea: 'mathematics',
  numerator:
    'students with marks of C- or better for a whole year (two semesters, or terms that make a year) of Algebra I or Integrated Mathematics I, in any year to the end of grade 9',
  denominator: 'students enrolled in grade 9 at the place in the year, however short',
  exclusions: null,
  grades: '9',
  unit: 'percent',
  unitNote: '1 decimal',
  decimals: 1,
  direction: 'up',
  directionNote: null,
  aggregation: 'school sums exceed district (a student counts at each school, once in the district)',
  minimumN: 'n>=11',
  source:
    'own leading indicator; state course codes 2403, 2425, 2437, 2440, 2467, 2469 (to 2018-19), 9241, 9249 (from 2019-20)',
  evidence: ['D'],
  evidenceNote: 'a course passed before the records that are loaded, or in another district, is not seen',
  verifyWith: null,
  inputs: 'SENR; SCSC with CRSC',
  endedAfter: null,
};
