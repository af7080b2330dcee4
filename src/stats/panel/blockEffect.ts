import { contrastOf } from './contrastOf.ts';
import type { Panel } from './panel.ts';
import type { BlockStart, Roles } from './weighBlock.ts';

/**
 * The effect on the treated at given weights: their average contrast less the weighted donors' (equation 1 of
 * Arkhangelsky et al. 2021 in its double-difference form).
 */
export function blockEffect(
  panel: Panel,
  { donors, treated }: Roles,
  { donorWeights, timeWeights }: BlockStart,
): number {
  let effect = 0;
  for (const row of treated) effect += contrastOf(panel, row, timeWeights);
  effect /= treated.length;
  for (let j = 0; j < donors.length; j++) {
    const weight = donorWeights[j] as number;
    if (weight !== 0) effect -= weight * contrastOf(panel, donors[j] as number, timeWeights);
  }
  return effect;
}
