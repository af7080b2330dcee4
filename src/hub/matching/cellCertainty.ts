import { normalQuantile } from '../../stats/normalQuantile.ts';
import type { GridCell, GridLevel, GridProgress } from './gridCell.ts';

const reach = normalQuantile(0.975);

/** The part that makes a cell a strength or a need: of level and progress, where both do, the one farther from chance. */
export function decidingPart(cell: GridCell): GridLevel | GridProgress | null {
  const wanted = { strength: 'better', need: 'worse' }[cell.status as 'strength' | 'need'];
  const parts = [cell.level, cell.progress].filter((part) => part?.judgement === wanted);
  return parts.reduce(
    (best, part) => (!best || (part && awayFromChance(part) > awayFromChance(best)) ? part : best),
    null,
  );
}

/** How many of its own standard errors the effect lies from 0. */
export function awayFromChance({ effect, interval: [low, high] }: GridLevel | GridProgress): number {
  return (2 * reach * Math.abs(effect)) / (high - low);
}

/** How certain it is that a cell is what it is called, in standard errors; 0 for a cell that is neither strength nor need. */
export function cellCertainty(cell: GridCell): number {
  const part = decidingPart(cell);
  return part ? awayFromChance(part) : 0;
}
