import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import type { Taking } from './claimTerms.ts';

/** For measures re-based every year: the measure that stands under the same year and says what its value is compared with. */
const basesOf: Readonly<Record<string, string>> = { api_growth: 'api_base' };
const bases = new Set(Object.values(basesOf));

/**
 * The measure whose figure of the same year is the start of a year's gain: for the Academic Performance Index the base
 * of the year before as the same file prints it. Undefined where a gain starts from the measure's own figure of the year before.
 */
export function baseMeasureOf(measureId: string): string | undefined {
  return basesOf[measureId];
}

/** How a measure may be taken as a claim's outcome; none for context, letters and flags, and for the bases themselves. */
export function takingsOf(measure: MeasureDefinition): readonly Taking[] {
  if (measure.direction === 'context' || measure.unit === 'letter' || measure.unit === 'flag') return [];
  if (bases.has(measure.id)) return [];
  if (measure.notOverYears) return baseMeasureOf(measure.id) ? ['gain'] : [];
  return ['level', 'gain'];
}
