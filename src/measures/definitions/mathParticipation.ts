import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const mathParticipation: MeasureDefinition = {
  id: 'math_participation',
  version: 1,
  name: 'Participation rate, mathematics (CAASPP)',
  shortName: 'Mathematics, participation',
  domain: 'math',
  focusArea: 'mathematics',
  numerator: 'students tested in mathematics (Attemptedness Y, or P as tested), general or alternate test',
  denominator: 'students enrolled in the window and expected to test in mathematics',
  exclusions: 'condition code NTE (medical emergency)',
  grades: '3-8, 11',
  unit: 'percent',
  unitNote: 'whole percent for the 95 % test: round(100*tested/enrolled)',
  decimals: 0,
  direction: 'up',
  directionNote: null,
  aggregation: 'counts add within level',
  minimumN: null,
  source: 'Dashboard file prate_* columns',
  evidence: ['V'],
  evidenceNote:
    'published rate = round_half_up(100*tested/enrolled) 1,494/1,494 over both subjects; the exempt condition codes are from memory',
  verifyWith: '2024 Dashboard download of Monterey County',
  inputs: 'CAASPP student file',
  endedAfter: null,
};
