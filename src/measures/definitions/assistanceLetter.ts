import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const assistanceLetter: MeasureDefinition = {
  id: 'da_letter',
  version: 1,
  name: 'LCFF assistance letter per student group',
  shortName: 'State assistance letter',
  domain: 'accountability',
  focusArea: null,
  numerator:
    'priorities met: P4 Red on both ELA+math, or Red+Orange, or Red ELPI (EL/LTEL); P5 Red grad or Red chronic; P6 Red suspension (or local 2 yrs); P8 Red CCI; >= 2 priorities -> letter',
  denominator: 'district x group',
  exclusions: null,
  grades: null,
  unit: 'letter',
  unitNote: 'A-K',
  decimals: 0,
  direction: 'down',
  directionNote: 'fewer better',
  aggregation: 'any group qualifies the LEA',
  minimumN: 'colour rules',
  source: 'CDE assistancestatus24 sheets',
  evidence: ['V'],
  evidenceNote: '350/350 cells',
  verifyWith: 'assistancestatus24_districts.csv',
  inputs: 'colours',
  endedAfter: null,
};
