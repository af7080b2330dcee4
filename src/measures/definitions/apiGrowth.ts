import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const apiGrowth: MeasureDefinition = {
  id: 'api_growth',
  version: 1,
  name: 'Academic Performance Index, growth score of the year',
  shortName: 'Academic Performance Index, growth',
  domain: 'accountability',
  focusArea: null,
  numerator:
    'sum of the points, 200 to 1000, given to the performance levels of the included scores, weighted by subject and grade (memory), as printed in the growth file of the year',
  denominator: 'scores included in the index of the year (VALID in the growth file)',
  exclusions:
    'fewer than 11 valid scores; the growth file says which schools and districts have no comparable base',
  grades: '2-11',
  unit: 'index',
  unitNote: '200-1000',
  decimals: 0,
  direction: 'up',
  directionNote: 'compresses near 800',
  aggregation:
    'growth of year y compares only with the base of year y-1 of the same file (api_base), never with the growth of y-1: the index is re-based every year; not additive',
  minimumN: 'n>=11 valid scores; 11-99 is marked small',
  source: 'CDE growth API files and their record layouts, 2003 to 2013',
  evidence: ['S', 'M'],
  evidenceNote: 'S files and layouts; M how the index is composed and its grades',
  verifyWith:
    'Fresno 2003..2013: 610 622 644 659 666 684 702 711 717 723 723; Long Beach: 685 696 713 724 729 744 751 759 771 781 783',
  inputs: 'growth API file of the year',
  notOverYears:
    'The index was re-based every year: a growth score compares with the base of the year before as printed in the same file, never with another year’s growth score.',
  endedAfter: 2013,
};
