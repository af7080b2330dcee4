import { wholeDistrict } from './publicFigure.ts';
import type { ReconcileRow } from './reconcileRows.ts';

/** Of a dataset's measure and year the unexplained figures that are told, and how many there are besides. */
export type LeadingUnexplained = { readonly told: readonly ReconcileRow[]; readonly more: number };

/** Unexplained figures by dataset, measure and year, at most so many each: all students of the district first, then groups, then schools. */
export function leadingUnexplained(rows: readonly ReconcileRow[], most: number): LeadingUnexplained[] {
  const unexplained = rows.filter(({ status }) => status === 'unexplained');
  return [
    ...Map.groupBy(unexplained, ({ dataset, measure, year }) => `${dataset} ${measure} ${year}`).values(),
  ].map((own) => {
    const sorted = own.toSorted((a, b) => rankOf(a) - rankOf(b));
    return { told: sorted.slice(0, most), more: Math.max(0, sorted.length - most) };
  });
}

function rankOf({ school, group, grade }: ReconcileRow): number {
  return (school === wholeDistrict ? 0 : 4) + (group === 'ALL' ? 0 : 2) + (grade === 'all' ? 0 : 1);
}
