import type { Panel } from './panel.ts';
import type { BlockStart, Roles } from './weighBlock.ts';

/**
 * Root mean squared gap before treatment between the average treated unit and the weighted donors, moved by the
 * intercept that the time weights give; in units of the outcome. The same as `preFitError` of an effect.
 */
export function preFitErrorOf(
  { outcomes, times, firstTreated }: Panel,
  { donors, treated }: Roles,
  { donorWeights, timeWeights }: BlockStart,
): number {
  const gaps = new Float64Array(firstTreated);
  const add = (row: number, weight: number) => {
    for (let t = 0; t < firstTreated; t++)
      gaps[t] = (gaps[t] as number) + weight * (outcomes[row * times + t] as number);
  };
  for (const row of treated) add(row, 1 / treated.length);
  for (const [j, row] of donors.entries()) {
    const weight = donorWeights[j] as number;
    if (weight !== 0) add(row, -weight);
  }
  const intercept = gaps.reduce((sum, gap, t) => sum + (timeWeights[t] as number) * gap, 0);
  return Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - intercept) ** 2, 0) / firstTreated);
}
