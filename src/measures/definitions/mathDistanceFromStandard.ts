import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const mathDistanceFromStandard: MeasureDefinition = {
  id: 'math_dfs',
  version: 1,
  name: 'Distance from Standard, mathematics (Dashboard academic indicator)',
  shortName: 'Mathematics, distance from standard',
  domain: 'math',
  focusArea: 'mathematics',
  numerator:
    'sum over included students of (scale score - Level-3 threshold of the grade assessed), CAA (alternate) students with their own Level-3 base included; plus k penalty records of constant value -348 (ELA: -333), k = smallest with round(100*(tested+k)/enrolled) >= 95',
  denominator:
    'number of those records (published currdenom = tested-and-continuously-enrolled with score + penalty records)',
  exclusions:
    'not continuously enrolled (Fall Census Day 1st Wed of Oct -> first test day, gap > 30 consecutive calendar days breaks it) for the level concerned; IncludeIndicator not Y/T; no valid score; newcomers EL < 12 months (ELA only exempt; math scores excluded from the indicator: memory); grades other than 3-8, 11',
  grades: '3-8 and 11',
  unit: 'points',
  unitNote: 'scale-score points, 1 decimal',
  decimals: 1,
  direction: 'up',
  directionNote: null,
  aggregation:
    'mean over records; NOT additive across levels (continuous enrolment is judged per level: school, district) nor across groups when penalty records exist',
  minimumN: 'status shown n>=11; colour n>=30 in both years (district FOS/HOM/LTEL n>=15)',
  source: 'CDE Dashboard academic indicator; 5 CCR 1039.2; thresholds from CDE data layout',
  evidence: ['V'],
  evidenceNote:
    'status/change/colour, denominators, penalty count (1,494/1,494) and penalty value (107/107) on 2024 Monterey rows; the mean over students is not re-computable from public data',
  verifyWith:
    '2024 Dashboard download of Monterey County MATH rows; published district figures (Fresno 2024: -75.8, Long Beach -43.0)',
  inputs: 'CAASPP student file; SENR for continuous enrolment; SELA for EL/RFEP; SPRG for SED/SWD',
  endedAfter: null,
};
