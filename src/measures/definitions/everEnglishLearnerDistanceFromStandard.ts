import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const everEnglishLearnerDistanceFromStandard: MeasureDefinition = {
  id: 'ever_el_dfs',
  version: 1,
  name: 'Math/ELA DFS of ever-ELs (EL + all RFEP)',
  shortName: 'Ever English learners, distance from standard',
  domain: 'english_learners',
  focusArea: 'english-learners',
  numerator:
    'sum over included students of (scale score - Level-3 threshold of the grade assessed), CAA (alternate) students with their own Level-3 base included; plus k penalty records of constant value -348 (ELA: -333), k = smallest with round(100*(tested+k)/enrolled) >= 95',
  denominator:
    'number of those records (published currdenom = tested-and-continuously-enrolled with score + penalty records), group EL or RFEP (no year limit)',
  exclusions:
    'not continuously enrolled (Fall Census Day 1st Wed of Oct -> first test day, gap > 30 consecutive calendar days breaks it) for the level concerned; IncludeIndicator not Y/T; no valid score; newcomers EL < 12 months (ELA only exempt; math scores excluded from the indicator: memory); grades other than 3-8, 11',
  grades: '3-8, 11',
  unit: 'points',
  unitNote: '',
  decimals: 1,
  direction: 'up',
  directionNote: null,
  aggregation: 'mean',
  minimumN: 'n>=11',
  source: 'composition-stable alternative: reclassifying a student cannot move the result',
  evidence: ['D'],
  evidenceNote: '',
  verifyWith: null,
  inputs:
    'CAASPP student file; SENR for continuous enrolment; SELA for EL/RFEP; SPRG for SED/SWD; also SELA history',
  endedAfter: null,
};
