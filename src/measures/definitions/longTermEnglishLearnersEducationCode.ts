import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const longTermEnglishLearnersEducationCode: MeasureDefinition = {
  id: 'ltel_pct_ec3131',
  version: 1,
  name: 'LTEL (Education Code 313.1)',
  shortName: 'Long-term English learners (Education Code)',
  domain: 'english_learners',
  focusArea: 'english-learners',
  numerator:
    'ELs grades 6-12, >= 6 years in US schools, same or lower ELPAC level for 2+ years, and for grades 6-9 ELA Standard Not Met',
  denominator: 'ELs grades 6-12',
  exclusions: 'missing test does not exclude',
  grades: '6-12',
  unit: 'percent',
  unitNote: '',
  decimals: 1,
  direction: 'down',
  directionNote: null,
  aggregation: 'counts add',
  minimumN: 'n>=11',
  source: 'EC 313.1; CAASPP file LTELorARLTEL',
  evidence: ['S'],
  evidenceNote: '',
  verifyWith: 'LTELorARLTEL column of the CAASPP file',
  inputs: 'ELPAC, CAASPP',
  endedAfter: null,
};
