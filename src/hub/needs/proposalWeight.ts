import { normalCdf } from '../../stats/normalCdf.ts';
import { normalQuantile } from '../../stats/normalQuantile.ts';
import { practicalShare } from '../matching/expectation.ts';
import type { GridCell, GridLevel, GridProgress } from '../matching/gridCell.ts';

const reach = normalQuantile(0.975);

/** How large an effect is, in standard deviations between districts, and how certain it is that it is more than nothing: 0.5 to 1. */
export type Weighed = { readonly size: number; readonly certainty: number };

/**
 * A need or a strength as it is weighed: its size in standard deviations between districts (an effect over the practical difference,
 * which is a tenth of one), and the probability that the true effect lies on this side of nothing: the normal share below
 * |effect| / standard error, the standard error being the 95 % interval's half width over 1.96.
 */
export function weigh(part: Pick<GridLevel | GridProgress, 'effect' | 'interval' | 'practical'>): Weighed {
  const [low, high] = part.interval;
  const standardError = (high - low) / 2 / reach;
  const size = part.practical > 0 ? (Math.abs(part.effect) / part.practical) * practicalShare : 0;
  return { size, certainty: standardError > 0 ? normalCdf(Math.abs(part.effect) / standardError) : 1 };
}

/** A need that people have confirmed counts as a practical difference at even odds, even where the figures call it none. */
export const leastNeed: Weighed = { size: practicalShare, certainty: 0.5 };

/** Of level and progress the one that makes the cell what it is, weighed; where both do, the one that weighs more. */
export function weighCell(cell: GridCell | undefined, status: 'need' | 'strength'): Weighed | undefined {
  if (cell?.status !== status) return undefined;
  const wanted = status === 'need' ? 'worse' : 'better';
  return [cell.level, cell.progress]
    .filter((part) => part?.judgement === wanted)
    .flatMap((part) => (part ? [weigh(part)] : []))
    .sort((a, b) => worth(b) - worth(a))[0];
}

/**
 * What it is worth to bring a need and a strength together: certainty times size of the need, times certainty times size of the
 * strength. Twice as large a need, or one twice as certain, is worth twice as much; nothing is worth anything without a strength.
 */
export function proposalWeight(need: Weighed, strength: Weighed): number {
  return Math.max(worth(need), worth(leastNeed)) * worth(strength);
}

function worth({ size, certainty }: Weighed): number {
  return size * certainty;
}
