import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const dashboardGraduationRate: MeasureDefinition = {
  id: 'grad_dashboard',
  version: 1,
  name: 'Dashboard combined 4-/5-year graduation rate',
  shortName: 'Graduation rate (Dashboard)',
  domain: 'readiness',
  focusArea: 'college-career',
  numerator: '4-year graduates + fifth-year graduates',
  denominator: '4-year cohort + fifth-year graduates',
  exclusions: null,
  grades: 'cohort',
  unit: 'percent',
  unitNote: '1 decimal',
  decimals: 1,
  direction: 'up',
  directionNote: null,
  aggregation:
    'student belongs to last school; district total >= school sum (266 charter-free district-years: median 0.998, equal in 48)',
  minimumN: 'status shown n>=11; colour n>=30 in both years (district FOS/HOM/LTEL n>=15)',
  source: 'Dashboard 2024',
  evidence: ['V'],
  evidenceNote: '88/88',
  verifyWith: '2024 Dashboard download of Monterey County GRAD',
  inputs: 'SENR',
  endedAfter: null,
};
