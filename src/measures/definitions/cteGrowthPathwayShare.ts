import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const cteGrowthPathwayShare: MeasureDefinition = {
  id: 'cte_growth_share',
  version: 1,
  name: 'Completers in pathways leading to growth occupations',
  shortName: 'Pathways to growth occupations',
  domain: 'careers',
  focusArea: 'college-career',
  numerator:
    'completers whose pathway maps to >= 1 detailed SOC flagged "growth" in the district labour area',
  denominator: 'all CTE completers',
  exclusions: 'pathways without mapping reported as unmapped',
  grades: 'cohort',
  unit: 'percent',
  unitNote: '',
  decimals: 1,
  direction: 'up',
  directionNote: null,
  aggregation: 'counts add',
  minimumN: 'n>=11',
  source:
    'own definition: growth = median wage at or above the area median of all occupations, entry education reachable by the pathway, and growth at least 1.5 times the area average or annual openings at or above the 90th percentile',
  evidence: ['D'],
  evidenceNote: '',
  verifyWith: null,
  inputs: 'local crosswalk pathway->CIP->SOC + EDD projections',
  endedAfter: null,
};
