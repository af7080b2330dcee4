import type { MeasureDefinition } from '../vocabulary/measure.ts';
import { measures } from './registry.ts';

/** Measures that take a publisher's file, a vendor's survey or the hub's own log, and no student's row. */
const countedElsewhere = new Set([
  'api_base',
  'api_growth',
  'da_letter',
  'cte_growth_share',
  'five_essentials_leaders',
  'leadership_dose',
  'valed_core',
]);

/** The measures with a rule in `rules/`: what a vault counts, and so what a grant can name. */
export const countedInVaults: readonly MeasureDefinition[] = measures.filter(
  ({ id }) => !countedElsewhere.has(id),
);
