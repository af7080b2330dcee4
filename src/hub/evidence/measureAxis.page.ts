import type { Axis } from '../../page/valueScale.ts';
import type { ReferenceLine } from '../../page/series.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';

/** The axis a measure is drawn on. */
export function measureAxis(measure: MeasureDefinition): Axis {
  switch (measure.unit) {
    case 'percent':
      return { unit: 'percent of students', tickSuffix: '%' };
    case 'points':
      return { unit: 'points from the standard' };
    case 'per thousand':
      return { unit: 'students in a thousand' };
    default:
      return { unit: measure.unitNote };
  }
}

const nearestWorthALine = 60;

/** Where the standard is met, for distances from it; left out where every value is so far away that the line would flatten the rest. */
export function measureReference(
  measure: MeasureDefinition,
  values: readonly number[],
): ReferenceLine | undefined {
  if (measure.unit !== 'points') return undefined;
  return values.some((value) => Math.abs(value) <= nearestWorthALine)
    ? { value: 0, label: 'standard met' }
    : undefined;
}
