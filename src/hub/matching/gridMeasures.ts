import { measures } from '../../measures/registry.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { type StudentGroup, studentGroups } from '../../vocabulary/studentGroup.ts';

/**
 * The measures that may be need or strength: outcomes with a better direction, whose years compare, still published, and
 * with a sampling variance that can be told (rates from their counts, means from n). Context is never judged.
 */
export const gridMeasures: readonly MeasureDefinition[] = measures.filter(
  ({ direction, endedAfter, notOverYears, unit }) =>
    direction !== 'context' &&
    endedAfter === null &&
    notOverYears === undefined &&
    (unit === 'percent' || unit === 'points'),
);

/** Groups of students: neither which test was taken nor what nobody reported is a group that somebody could help. */
export const gridGroups: readonly StudentGroup[] = studentGroups.filter(
  ({ code, kind }) => kind !== 'test' && code !== 'NR' && code !== 'GNR',
);

const placeOfMeasure = new Map(gridMeasures.map(({ id }, i) => [id, i]));
const placeOfGroup = new Map<string, number>(gridGroups.map(({ code }, i) => [code, i]));

/** Sorts by the registry's order of measures, then of groups. */
export function gridOrder(
  a: { readonly measureId: string; readonly group: string },
  b: { readonly measureId: string; readonly group: string },
): number {
  return (
    (placeOfMeasure.get(a.measureId) ?? Infinity) - (placeOfMeasure.get(b.measureId) ?? Infinity) ||
    (placeOfGroup.get(a.group) ?? Infinity) - (placeOfGroup.get(b.group) ?? Infinity)
  );
}
