import type { Gaps } from './gapsToTarget.ts';
import { supportFactor } from './supportFactor.ts';

/** Weight that a gradient must promise a column before it enters the support; less is rounding. */
const worthEntering = 1e-15;

export type ActiveSetResult = {
  readonly weights: Float64Array;
  /** False when the steps ran out. */
  readonly ended: boolean;
  /**
   * How far the support is from depending on itself: the smallest part of a column's curvature that is its
   * own.
   */
  readonly independence: number;
};

/**
 * Weights on a simplex by a primal active set: solve on the support with the sum held at 1, walk there until
 * a weight would turn negative and drop it, else admit the column that promises the largest fall of the
 * objective; end when none promises any. P. Wolfe (1976), "Finding the nearest point in a polytope",
 * Mathematical Programming 11, 128-149; the equations are solved by `supportFactor`.
 *
 * Each admission must lower the objective, so no support comes back; columns that fail to, by rounding, are
 * not tried again before another succeeds. Columns equal to one another are one column with their common
 * share, divided evenly. `start` names columns to begin with.
 */
export function activeSetWeights(gaps: Gaps, start: readonly number[]): ActiveSetResult {
  const { rows, columns, values, curvature } = gaps;
  const { first, members } = equalColumns(gaps);
  const factor = supportFactor(rows, Math.min(columns, rows + 2, 64));
  const support: number[] = [];
  const share = new Float64Array(columns);
  const ridges = members.map((count) => gaps.ridge / count);
  const miss = new Float64Array(rows);
  const refused = new Uint8Array(columns);
  let solution = new Float64Array(Math.min(columns, 64));
  let residual = new Float64Array(solution.length);
  let lowest = Infinity;

  function admit(column: number): void {
    factor.append(values, column * rows, Math.sqrt(ridges[column] as number));
    support.push(column);
    if (solution.length < support.length) {
      solution = new Float64Array(2 * support.length);
      residual = new Float64Array(2 * support.length);
    }
  }

  function drop(position: number): void {
    share[support[position] as number] = 0;
    support.splice(position, 1);
    factor.truncate(position);
    for (let k = position; k < support.length; k++) {
      const column = support[k] as number;
      factor.append(values, column * rows, Math.sqrt(ridges[column] as number));
    }
  }

  function putMiss(weightAt: (position: number) => number): void {
    miss.fill(0);
    for (let k = 0; k < support.length; k++) {
      const at = (support[k] as number) * rows;
      const weight = weightAt(k);
      for (let i = 0; i < rows; i++) (miss[i] as number) += weight * (values[at + i] as number);
    }
  }

  function slopeOf(column: number): number {
    const at = column * rows;
    let slope = 0;
    for (let i = 0; i < rows; i++) slope += (miss[i] as number) * (values[at + i] as number);
    return slope;
  }

  /** Leaves the weights that sum to 1 and have one gradient on the support in `solution`. */
  function solveOnSupport(): void {
    solution.fill(1, 0, support.length);
    factor.solve(solution);
    for (let round = 0; round < 2; round++) {
      putMiss((k) => solution[k] as number);
      for (let k = 0; k < support.length; k++) {
        const column = support[k] as number;
        residual[k] = 1 - slopeOf(column) - (ridges[column] as number) * (solution[k] as number);
      }
      factor.solve(residual);
      for (let k = 0; k < support.length; k++) (solution[k] as number) += residual[k] as number;
    }
    let sum = 0;
    for (let k = 0; k < support.length; k++) sum += solution[k] as number;
    for (let k = 0; k < support.length; k++) (solution[k] as number) /= sum;
  }

  /** Walks towards `solution` as far as no weight turns negative. Says whether it got there. */
  function walk(): boolean {
    let length = 1;
    let stopped = -1;
    for (let k = 0; k < support.length; k++) {
      const to = solution[k] as number;
      if (to > 0) continue;
      const from = share[support[k] as number] as number;
      const reach = from > 0 ? from / (from - to) : 0;
      if (stopped < 0 || reach < length) {
        length = reach;
        stopped = k;
      }
    }
    for (let k = 0; k < support.length; k++) {
      const column = support[k] as number;
      const from = share[column] as number;
      share[column] =
        stopped < 0 ? (solution[k] as number) : from + length * ((solution[k] as number) - from);
    }
    if (stopped < 0) return true;
    drop(stopped);
    return false;
  }

  for (const column of start) {
    const leader = first[column] as number;
    if (!support.includes(leader)) admit(leader);
  }
  if (support.length === 0) admit(nearestColumn(gaps, first));
  for (const column of support) share[column] = 1 / support.length;

  const limit = 20 * columns + 100;
  let entered = -1;
  for (let step = 0; step < limit; step++) {
    solveOnSupport();
    const arrived = walk();
    if (!arrived) continue;
    putMiss((k) => share[support[k] as number] as number);
    let multiplier = 0;
    for (let i = 0; i < rows; i++) multiplier += (miss[i] as number) ** 2;
    for (const column of support) multiplier += (ridges[column] as number) * (share[column] as number) ** 2;
    if (multiplier < lowest) refused.fill(0);
    else if (entered >= 0) refused[entered] = 1;
    lowest = Math.min(lowest, multiplier);
    entered = mostPromising(multiplier);
    if (entered < 0) break;
    admit(entered);
  }
  let independence = Infinity;
  for (let k = 0; k < support.length; k++)
    independence = Math.min(independence, factor.pivot(k) ** 2 / (curvature[support[k] as number] as number));
  return { weights: spread(share, first, members), ended: entered < 0, independence };

  function mostPromising(multiplier: number): number {
    let best = -1;
    let fall = 0;
    for (let j = 0; j < columns; j++) {
      if (first[j] !== j || refused[j] === 1 || (share[j] as number) > 0) continue;
      const excess = multiplier - slopeOf(j);
      const bend = curvature[j] as number;
      if (excess <= worthEntering * bend || excess * excess <= fall * bend) continue;
      fall = (excess * excess) / bend;
      best = j;
    }
    return best;
  }
}

function nearestColumn({ columns, curvature }: Gaps, first: Int32Array): number {
  let nearest = 0;
  for (let j = 1; j < columns; j++)
    if (first[j] === j && (curvature[j] as number) < (curvature[nearest] as number)) nearest = j;
  return nearest;
}

/** For each column the first that is equal to it, and how many are. */
function equalColumns({ rows, columns, values, curvature }: Gaps): {
  first: Int32Array;
  members: number[];
} {
  const first = Int32Array.from({ length: columns }, (_, j) => j);
  const members = Array.from({ length: columns }, () => 1);
  const order = Array.from(first).sort(
    (a, b) => (curvature[a] as number) - (curvature[b] as number) || a - b,
  );
  for (const [k, column] of order.entries()) {
    for (let l = k - 1; l >= 0 && curvature[order[l] as number] === curvature[column]; l--) {
      const earlier = order[l] as number;
      if (first[earlier] !== earlier || !areEqual(values, earlier * rows, column * rows, rows)) continue;
      first[column] = earlier;
      (members[earlier] as number)++;
      break;
    }
  }
  return { first, members };
}

function areEqual(values: Float64Array, a: number, b: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (values[a + i] !== values[b + i]) return false;
  return true;
}

function spread(share: Float64Array, first: Int32Array, members: readonly number[]): Float64Array {
  const weights = new Float64Array(share.length);
  for (let j = 0; j < share.length; j++) {
    const leader = first[j] as number;
    weights[j] = (share[leader] as number) / (members[leader] as number);
  }
  return weights;
}
