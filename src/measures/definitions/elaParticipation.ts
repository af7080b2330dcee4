import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const elaParticipation: MeasureDefinition = {
  id: 'ela_participation',
  version: 1,
  name: 'Participation rate, English language arts (CAASPP)',
  shortName: 'ELA, participation',
  domain: 'literacy',
  focusArea: null,
  numerator:
    'students tested in English language arts (Attemptedness Y, or P as tested), general or alternate test',
  denominator: 'students enrolled in the window and expected to test in English language arts',
  exclusions: 'condition code NTE (medical emergency); newcomers exempt from the test (IncludeIndicator E)',
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
