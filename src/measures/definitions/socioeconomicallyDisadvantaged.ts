import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const socioeconomicallyDisadvantaged: MeasureDefinition = {
  id: 'sed_group',
  version: 1,
  name: 'Socioeconomically disadvantaged flag',
  shortName: 'Socioeconomically disadvantaged',
  domain: 'context',
  focusArea: null,
  numerator:
    'FRPM eligible (181/182), migrant 135, homeless 191, foster, directly certified, or neither parent with a high-school diploma (code 14)',
  denominator: 'all',
  exclusions: 'economically disadvantaged variant omits parent education',
  grades: 'K-12',
  unit: 'flag',
  unitNote: '',
  decimals: 0,
  direction: 'context',
  directionNote: null,
  aggregation: null,
  minimumN: null,
  source: 'CALPADS Data Guide',
  evidence: ['S'],
  evidenceNote: '',
  verifyWith: null,
  inputs: 'SPRG, SINF 2.38/2.50',
  endedAfter: null,
};
