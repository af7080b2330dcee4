import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const caasppParticipation: MeasureDefinition = {
  id: 'caaspp_participation',
  version: 1,
  name: 'Participation rate (CAASPP)',
  shortName: 'Test participation',
  domain: 'accountability',
  focusArea: null,
  numerator: 'students tested (Attemptedness Y, or P as tested)',
  denominator: 'students enrolled in the window and expected to test (ELA: minus EL < 12 months)',
  exclusions: 'medical emergency and other exempt condition codes (memory)',
  grades: '3-8, 11',
  unit: 'percent',
  unitNote: 'integer percent for the 95% test: round(100*tested/enrolled)',
  decimals: 0,
  direction: 'up',
  directionNote: null,
  aggregation: 'counts add within level',
  minimumN: null,
  source: 'Dashboard file prate_* columns',
  evidence: ['V'],
  evidenceNote:
    'published rate = round_half_up(100*tested/enrolled) 1,494/1,494; penalty records = smallest k with round(100*(tested+k)/enrolled) >= 95, 1,494/1,494',
  verifyWith: '2024 Dashboard download of Monterey County',
  inputs: 'CAASPP student file',
  endedAfter: null,
};
