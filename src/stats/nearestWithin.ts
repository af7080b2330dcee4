import { distanceBetween } from './pairwiseDistances.ts';
import type { ProfileSpace } from './profileSpace.ts';
import { solveLowerTransposed } from './solveLowerTransposed.ts';

export type SimilarUnit = {
  readonly unit: number;
  /** Mahalanobis distance. */
  readonly distance: number;
  /** One number a factor of the table; they sum to the squared distance. */
  readonly contributions: readonly number[];
};

export type Nearest = { readonly similar: readonly SimilarUnit[]; readonly withinCaliper: number };

/**
 * The `k` units nearest to the one at `position` of the space, no farther than `caliper`; nearest first, equal
 * distances in the table's order. `withinCaliper` counts all who are that near. The contribution of factor j is
 * d_j (S^-1 d)_j, d being the difference and S the shrunk covariance. **It may be negative**: when two factors go
 * together, a difference in one that the other makes likely brings the units closer. A constant factor has 0.
 */
export function nearestWithin(space: ProfileSpace, position: number, k: number, caliper: number): Nearest {
  const dimensions = space.factors.length;
  const near: { position: number; distance: number }[] = [];
  for (let other = 0; other < space.units.length; other++) {
    if (other === position) continue;
    const distance = distanceBetween(space.points, dimensions, position, other);
    if (distance <= caliper) near.push({ position: other, distance });
  }
  near.sort((a, b) => a.distance - b.distance || a.position - b.position);
  const similar = near.slice(0, k).map((other) => ({
    unit: space.units[other.position] as number,
    distance: other.distance,
    contributions: contributionsBetween(space, position, other.position),
  }));
  return { similar, withinCaliper: near.length };
}

/** With w = L^-1 d the whitened difference: d = L w and S^-1 d = L'^-1 w. */
function contributionsBetween(space: ProfileSpace, from: number, to: number): number[] {
  const dimensions = space.factors.length;
  const whitened = space.factors.map(
    (_, i) => (space.points[from * dimensions + i] as number) - (space.points[to * dimensions + i] as number),
  );
  const solved = solveLowerTransposed(space.lower, whitened);
  const contributions = Array.from({ length: dimensions + space.constant.length }, () => 0);
  for (const [i, factor] of space.factors.entries()) {
    const row = space.lower[i] as readonly number[];
    const difference = row.reduce((sum, value, k) => sum + value * (whitened[k] as number), 0);
    contributions[factor] = difference * (solved[i] as number);
  }
  return contributions;
}
