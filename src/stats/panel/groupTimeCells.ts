import type { GroupTimeComparison, GroupTimeSample } from './groupTimeSample.ts';

/** Which units give the effect on a group at a time, by their places in `kept`, and since which time they changed. */
export type GroupTimeCell = {
  readonly group: number;
  readonly time: number;
  readonly base: number;
  readonly treated: readonly number[];
  readonly compared: readonly number[];
};

/**
 * Every group at every time but the base itself. After treatment the base is the last time before it. Before, it is
 * the time just before with a `varying` base, so that a cell shows one step and the first time has none; with a
 * `universal` base it is that last time too. A unit is not yet treated when it starts after both times.
 */
export function groupTimeCells(
  { starts, times, groups }: GroupTimeSample,
  comparison: GroupTimeComparison,
  baseRule: 'varying' | 'universal',
): GroupTimeCell[] {
  const cells: GroupTimeCell[] = [];
  for (const { start: group } of groups) {
    const treated = placesOf(starts, (start) => start === group);
    for (let time = 0; time < times; time++) {
      const base = baseRule === 'varying' && time < group ? time - 1 : group - 1;
      if (base < 0 || base === time) continue;
      const compared = placesOf(starts, (start) =>
        comparison === 'never treated' ? start === Infinity : start > Math.max(time, base) && start !== group,
      );
      cells.push({ group, time, base, treated, compared });
    }
  }
  return cells;
}

function placesOf(starts: readonly number[], chosen: (start: number) => boolean): number[] {
  return starts.flatMap((start, place) => (chosen(start) ? [place] : []));
}
