import { roundedRate } from '../measures/rate.ts';
import { findMeasure } from '../measures/registry.ts';
import type { Release, ReleasedTable } from '../vocabulary/release.ts';
import type { ReleaseTrouble } from './releaseTrouble.ts';

/**
 * Whether every rate that is shown follows from its own counts, rounded as the measure is published, a share in at least one decimal. A mean has no counts
 * to follow from and is believed. At most one sentence a table; empty when all holds.
 */
export function checkValues(release: Release): ReleaseTrouble[] {
  return release.tables.flatMap((table) => {
    const wrong = table.cells.find((cell) => !follows(cell, table));
    if (!wrong) return [];
    const { place, grade, group } = wrong;
    const sentence = `${table.measure} of ${table.schoolYear} shows a rate that does not follow from its counts (${place} ${grade} ${group}).`;
    return [{ check: 'cells' as const, sentence }];
  });
}

function follows(cell: ReleasedTable['cells'][number], { counts, measure }: ReleasedTable): boolean {
  const definition = findMeasure(measure);
  if (!definition || counts !== 'rate' || cell.seen !== 'shown' || cell.numerator === null || cell.n === 0)
    return true;
  const per = definition.unit === 'per thousand' ? 1000 : 100;
  const decimals = definition.decimals === 0 ? 1 : definition.decimals;
  const said = roundedRate({ numerator: cell.numerator, denominator: cell.n }, decimals, per);
  return said === cell.value;
}
