import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const fiveEssentialsLeaders: MeasureDefinition = {
  id: 'five_essentials_leaders',
  version: 1,
  name: '5Essentials Effective Leaders',
  shortName: 'Effective leaders (5Essentials)',
  domain: 'leadership',
  focusArea: 'leadership',
  numerator:
    'Rasch-based 0-100 measure scores (trust, instructional leadership, programme coherence, teacher influence)',
  denominator: 'schools with sufficient response',
  exclusions: 'response-rate floor (memory)',
  grades: 'adults',
  unit: 'index',
  unitNote: '0-100',
  decimals: 0,
  direction: 'up',
  directionNote: null,
  aggregation: null,
  minimumN: 'vendor rule',
  source: '5Essentials',
  evidence: ['S'],
  evidenceNote: '',
  verifyWith: null,
  inputs: 'vendor export',
  endedAfter: null,
};
