import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const reclassificationRateDataQuest: MeasureDefinition = {
  id: 'reclass_rate_dataquest',
  version: 1,
  name: 'Reclassification rate, historic DataQuest form',
  shortName: 'Reclassified (DataQuest)',
  domain: 'english_learners',
  focusArea: 'english-learners',
  numerator: 'ELs reclassified to RFEP since the prior census day',
  denominator: 'EL count at the prior census day',
  exclusions: 'first RFEP only; transfers counted where reclassified',
  grades: 'K-12',
  unit: 'percent',
  unitNote: '1 decimal',
  decimals: 1,
  direction: 'up',
  directionNote: 'only with monitoring of RFEP outcomes',
  aggregation: 'counts add over schools',
  minimumN: 'n>=11',
  source: 'CDE reclassification file definition',
  evidence: ['S', 'V'],
  evidenceNote: 'S definition; data file EL/Reclass sums V',
  verifyWith:
    'filesreclass19.txt: Fresno 2,516 reclassified, Long Beach 2,822, state 175,510 (denominator is the PRIOR year EL count, not the EL column of the same file)',
  inputs: 'SELA',
  endedAfter: null,
};
