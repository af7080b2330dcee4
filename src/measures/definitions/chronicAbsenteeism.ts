import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const chronicAbsenteeism: MeasureDefinition = {
  id: 'chronic_absence',
  version: 1,
  name: 'Chronic absenteeism',
  shortName: 'Chronic absenteeism',
  domain: 'engagement',
  focusArea: null,
  numerator: 'students absent on >= 10% of expected days',
  denominator: 'students with >= 31 expected days at the level, cumulative enrolment',
  exclusions: 'NPS, home/hospital, full-time community college; exempt indicator',
  grades: 'Dashboard TK/K-8; DataQuest K-12',
  unit: 'percent',
  unitNote: '1 decimal',
  decimals: 1,
  direction: 'down',
  directionNote: null,
  aggregation: 'school sums exceed district (a student counts at each school, once in the district)',
  minimumN: 'status shown n>=11; colour n>=30 in both years (district FOS/HOM/LTEL n>=15)',
  source: 'Dashboard / DataQuest; STAS',
  evidence: ['V'],
  evidenceNote:
    'rate 253/253 Monterey; 57,978/57,978 statewide rows; in 1,168 charter-free district-years (n>=500) school denominators sum to 1.005 x the district (median; p95 1.030), equal in only 176',
  verifyWith: 'Fresno 2023-24 22,803/74,215=30.7; Long Beach 17,308/65,914=26.3 (DataQuest)',
  inputs: 'STAS',
  endedAfter: null,
};
