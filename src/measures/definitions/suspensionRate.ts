import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const suspensionRate: MeasureDefinition = {
  id: 'suspension',
  version: 1,
  name: 'Suspension rate (Dashboard)',
  shortName: 'Suspension',
  domain: 'climate',
  focusArea: null,
  numerator: 'distinct students suspended for an aggregate >= 1.0 full school day (in + out of school)',
  denominator: 'cumulative enrolment',
  exclusions: null,
  grades: 'K-12; six type tables',
  unit: 'percent',
  unitNote: '1 decimal',
  decimals: 1,
  direction: 'down',
  directionNote: null,
  aggregation: 'school sums exceed district; SWD counted at District of SPED Accountability',
  minimumN: 'status shown n>=11; colour n>=30 in both years (district FOS/HOM/LTEL n>=15)',
  source: 'Dashboard; SIRS',
  evidence: ['V'],
  evidenceNote:
    '293/293 Monterey; DataQuest variant (any length) 42,419/42,419 rows; 1,236 charter-free district-years: schools sum to 1.008 x district (median; p95 1.043), equal in 134',
  verifyWith: 'Fresno 2023-24 4,992/76,011=6.6; Long Beach 2,635/66,940=3.9 (DataQuest)',
  inputs: 'SINC/SIRS/SOFF, SENR',
  endedAfter: null,
};
