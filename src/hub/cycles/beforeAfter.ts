import type { SeenFigure } from './cycle.ts';

/**
 * The newest figure of a school year that was over when a test began, and the newest of one in which it ran. A public figure speaks
 * before a released one of the same year. School years begin in July.
 */
export function beforeAndAfter(
  figures: readonly SeenFigure[],
  startsOn: string,
): { readonly before: SeenFigure | null; readonly after: SeenFigure | null } {
  const firstYear = Number(startsOn.slice(0, 4)) + (startsOn.slice(5, 7) >= '07' ? 1 : 0);
  const sorted = [...figures].sort(
    (a, b) => a.year - b.year || (a.from === b.from ? 0 : a.from === 'public' ? 1 : -1),
  );
  return {
    before: sorted.findLast(({ year }) => year < firstYear) ?? null,
    after: sorted.findLast(({ year }) => year >= firstYear) ?? null,
  };
}
