import type { Panel } from '../../stats/panel/panel.ts';

export type DonorSpread = {
  /** Root mean square, before the start, of donors' outcomes around their own and each time's average. */
  readonly ordinaryGap: number;
  /**
   * Standard deviation of the change from before the start to after, of the average of as many donors as are treated:
   * that of single donors (divisor n - 1) over the root of how many. Null with one donor.
   */
  readonly ordinaryChange: number | null;
};

/** How much donors ordinarily differ, in units of the outcome, with no weighting at all. */
export function donorSpread(
  { outcomes, times, firstTreated, treated }: Panel,
  donors: readonly number[],
): DonorSpread {
  const atTime = new Float64Array(times);
  for (const row of donors)
    for (let t = 0; t < times; t++)
      atTime[t] = (atTime[t] as number) + (outcomes[row * times + t] as number) / donors.length;
  const usualBefore = mean(atTime.subarray(0, firstTreated));
  const changes: number[] = [];
  let squares = 0;
  for (const row of donors) {
    const path = outcomes.subarray(row * times, (row + 1) * times);
    const before = mean(path.subarray(0, firstTreated));
    changes.push(mean(path.subarray(firstTreated)) - before);
    for (let t = 0; t < firstTreated; t++)
      squares += ((path[t] as number) - before - (atTime[t] as number) + usualBefore) ** 2;
  }
  const usualChange = mean(changes);
  const variation = changes.reduce((sum, change) => sum + (change - usualChange) ** 2, 0);
  return {
    ordinaryGap: Math.sqrt(squares / (donors.length * firstTreated)),
    ordinaryChange: donors.length > 1 ? Math.sqrt(variation / (donors.length - 1) / treated.length) : null,
  };
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}
