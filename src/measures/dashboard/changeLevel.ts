import type { Level, Yardstick } from './indicator.ts';
import { type ChangeBound, changeBounds, suspensionChange } from './rules2024.ts';

/**
 * The level, 1 worst to 5 best, of a change rounded to one decimal (percentage points, or points from the
 * standard), before `clampChangeLevel`.
 */
export function changeLevel(yardstick: Yardstick, change: number): Level {
  const first = boundsOf(yardstick).findIndex((bound) => meets(change, bound));
  return (first < 0 ? 5 : first + 1) as Level;
}

function boundsOf(yardstick: Yardstick): readonly ChangeBound[] {
  if (yardstick.indicator !== 'SUSP') return changeBounds[yardstick.indicator];
  const { maintained, declined, increased } = suspensionChange[yardstick.schoolType];
  return [
    { is: '>', than: increased },
    { is: '>=', than: maintained },
    { is: '>', than: -maintained },
    { is: '>', than: -declined },
  ];
}

function meets(change: number, { is, than }: ChangeBound): boolean {
  if (is === '<') return change < than;
  if (is === '<=') return change <= than;
  return is === '>' ? change > than : change >= than;
}
