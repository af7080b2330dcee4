import type { Html } from '../../page/html.ts';
import { matrix, type MatrixCell } from '../../page/matrix.ts';
import { focusAreas, strategies } from '../../vocabulary/partnership.ts';
import type { Engagement } from './engagement.ts';
import { engagementPath } from './workPlace.page.ts';

/** Focus areas by strategies: how many engagements are alive in each, and where there is none. */
export function strategyMatrix(home: string, alive: readonly Engagement[]): Html {
  const idle = strategies.filter(({ id }) => !alive.some(({ strategy }) => strategy === id));
  return matrix({
    caption: 'Work under way or planned, by focus area and strategy',
    captionHidden: true,
    corner: 'Strategy',
    columns: focusAreas.map(({ name }) => name),
    rows: strategies.map((strategy) => ({
      header: strategy.name,
      cells: focusAreas.map((area) =>
        cellOf(
          home,
          alive.filter((one) => one.strategy === strategy.id && one.focusArea === area.id),
          idle.includes(strategy),
        ),
      ),
    })),
    note:
      idle.length === 0
        ? 'Every strategy has work in at least one focus area.'
        : `No work serves: ${idle.map(({ name }) => name.toLowerCase()).join('; ')}.`,
  });
}

function cellOf(home: string, here: readonly Engagement[], isIdle: boolean): MatrixCell {
  const [first, ...more] = here;
  if (!first) return isIdle ? { state: 'hole', words: 'no work' } : { state: 'not needed', words: 'none' };
  return {
    state: 'there',
    words: more.length > 0 ? `${first.title}, and ${more.length} more` : first.title,
    href: engagementPath(home, first.id),
  };
}
