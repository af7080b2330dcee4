import type { SeriesRole } from '../../vocabulary/seriesRole.ts';

/** The role, and so the colour, of the district at a position (1, 2, …) of its partnership. */
export function roleOfPosition(position: number): SeriesRole {
  return (['a', 'b', 'c', 'd'] as const)[position - 1] ?? 'd';
}
