import { measures } from '../../measures/registry.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';

export type MeasureFamily = { readonly name: string; readonly measures: readonly MeasureDefinition[] };

/** The registry as a reader meets it: the focus areas first, then school climate and engagement, then the rest. */
export const measureFamilies: readonly MeasureFamily[] = [
  ...focusAreas.map((area) => ({
    name: area.name,
    measures: measures.filter((measure) => measure.focusArea === area.id && measure.endedAfter === null),
  })),
  {
    name: 'Engagement and climate',
    measures: measures.filter((measure) => ['engagement', 'climate'].includes(measure.domain)),
  },
  {
    name: 'English language arts and science',
    measures: measures.filter(
      (measure) => ['literacy', 'science'].includes(measure.domain) && measure.endedAfter === null,
    ),
  },
  {
    name: 'Accountability and context',
    measures: measures.filter(
      (measure) =>
        ['accountability', 'context'].includes(measure.domain) &&
        measure.focusArea === null &&
        measure.endedAfter === null,
    ),
  },
  { name: 'Ended measures', measures: measures.filter((measure) => measure.endedAfter !== null) },
];
