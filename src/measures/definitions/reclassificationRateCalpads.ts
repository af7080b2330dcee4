import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const reclassificationRateCalpads: MeasureDefinition = {
  id: 'reclass_rate_calpads',
  version: 1,
  name: 'Reclassification count/rate, CALPADS 2.16 form',
  shortName: 'Reclassified (CALPADS)',
  domain: 'english_learners',
  focusArea: 'english-learners',
  numerator:
    'distinct students whose ELAS went EL -> RFEP with start date in 1 July-30 June while in a primary enrolment at the LEA',
  denominator: 'ELs on census day of that year + those reclassified before census (choose and show which)',
  exclusions: 'RFEP records without earlier EL; second RFEP',
  grades: 'K-12',
  unit: 'percent',
  unitNote: 'count and percent',
  decimals: 1,
  direction: 'up',
  directionNote: null,
  aggregation: 'counts add',
  minimumN: 'n>=11',
  source: 'CALPADS Data Guide report 2.16',
  evidence: ['S', 'D'],
  evidenceNote: 'S for count; D for denominator choice',
  verifyWith: 'CALPADS 2.16 run by the district',
  inputs: 'SELA, SENR',
  endedAfter: null,
};
