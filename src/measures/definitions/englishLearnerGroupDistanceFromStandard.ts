import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const englishLearnerGroupDistanceFromStandard: MeasureDefinition = {
  id: 'el_acad_group_dfs',
  version: 1,
  name: 'DFS of the Dashboard EL group',
  shortName: 'English learner group, distance from standard',
  domain: 'english_learners',
  focusArea: 'english-learners',
  numerator:
    'sum over included students of (scale score - Level-3 threshold of the grade assessed), CAA (alternate) students with their own Level-3 base included; plus k penalty records of constant value -348 (ELA: -333), k = smallest with round(100*(tested+k)/enrolled) >= 95',
  denominator: 'EL + RFEP <= 4 years since reclassification',
  exclusions:
    'not continuously enrolled (Fall Census Day 1st Wed of Oct -> first test day, gap > 30 consecutive calendar days breaks it) for the level concerned; IncludeIndicator not Y/T; no valid score; newcomers EL < 12 months (ELA only exempt; math scores excluded from the indicator: memory); grades other than 3-8, 11',
  grades: '3-8, 11',
  unit: 'points',
  unitNote: '',
  decimals: 1,
  direction: 'up',
  directionNote: null,
  aggregation: 'n(EL)=n(ELO)+n(RFP) only if no penalty records',
  minimumN: 'status shown n>=11; colour n>=30 in both years (district FOS/HOM/LTEL n>=15)',
  source: 'Dashboard',
  evidence: ['V'],
  evidenceNote:
    '4,549 of 5,070 district-year-subject rows add exactly; the rest have per-group penalty records (max gap 16.6 points)',
  verifyWith: 'published district figures: Fresno 2024 EL math -99.8 (ELO -122.0, RFP -44.1)',
  inputs: 'CAASPP student file; SENR for continuous enrolment; SELA for EL/RFEP; SPRG for SED/SWD',
  endedAfter: null,
};
