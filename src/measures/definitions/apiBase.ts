import type { MeasureDefinition } from '../../vocabulary/measure.ts';

export const apiBase: MeasureDefinition = {
  id: 'api_base',
  version: 1,
  name: 'Academic Performance Index, base of the prior year',
  shortName: 'Academic Performance Index, base',
  domain: 'accountability',
  focusArea: null,
  numerator:
    'the base of year y-1 on the scale of year y, as printed in the growth file of year y; kept under year y, beside the growth it belongs to',
  denominator: 'scores included in the base of year y-1',
  exclusions: 'no valid base, or significant demographic changes (letters B and C in the file)',
  grades: '2-11',
  unit: 'index',
  unitNote: '200-1000',
  decimals: 0,
  direction: 'up',
  directionNote: 'compresses near 800',
  aggregation:
    'growth(y) compares only with base(y-1) of the same file, never with growth(y-1): the index is re-based every year (Fresno 2008: growth 684, base 688 in the next file); not additive',
  minimumN: 'n>=11 valid scores; 11-99 is marked small',
  source: 'CDE growth API files and their record layouts, 2003 to 2013',
  evidence: ['S', 'M'],
  evidenceNote: 'S files and layouts; M the grades',
  verifyWith:
    'Fresno, files of 2003..2013: 579 610 623 644 658 670 688 699 711 714 726; Long Beach: 648 682 694 713 722 729 741 750 759 771 784',
  inputs: 'growth API file of the year',
  notOverYears:
    'The index was re-based every year: a growth score compares with the base of the year before as printed in the same file, never with another year’s growth score.',
  endedAfter: 2013,
};
