import type { Panel } from './panel.ts';

/**
 * How far a unit lies higher after treatment than the weighted times before, in units of the outcome: its
 * average over the treated times less the weighted average before (nothing where all time weights are 0, as
 * in synthetic control).
 */
export function contrastOf(
  { outcomes, times, firstTreated }: Panel,
  row: number,
  timeWeights: Float64Array,
): number {
  const at = row * times;
  let after = 0;
  for (let t = firstTreated; t < times; t++) after += outcomes[at + t] as number;
  let before = 0;
  for (let t = 0; t < firstTreated; t++) before += (timeWeights[t] as number) * (outcomes[at + t] as number);
  return after / (times - firstTreated) - before;
}
