import type { Gaps } from './gapsToTarget.ts';
import { marginNewton } from './marginNewton.ts';

/**
 * Of all weights that reach the same nearest point, those of the smallest norm. Where a ridge is so weak that
 * the gain of evening out the weights drowns in the rounding of the gradient, the columns with the
 * multiplier's gradient (within 1e-12 of their curvature) may share the weight in many ways. Seen from the
 * nearest point itself, that point is reached exactly, and the margins of `marginNewton` say how much each
 * column gets. Undefined where it does not end.
 */
export function settleTies(gaps: Gaps, weights: Float64Array): Float64Array | undefined {
  const { rows, columns, values, ridge } = gaps;
  const nearest = new Float64Array(rows);
  for (let j = 0; j < columns; j++)
    for (let i = 0; i < rows; i++)
      (nearest[i] as number) += (weights[j] as number) * (values[j * rows + i] as number);
  const tied = columnsAtTheMultiplier(gaps, weights, nearest);
  const shifted = new Float64Array(rows * tied.length);
  const curvature = new Float64Array(tied.length).fill(ridge);
  for (const [k, column] of tied.entries())
    for (let i = 0; i < rows; i++) {
      const value = (values[column * rows + i] as number) - (nearest[i] as number);
      shifted[k * rows + i] = value;
      (curvature[k] as number) += value * value;
    }
  const settled = marginNewton({ rows, columns: tied.length, values: shifted, curvature, ridge }, undefined);
  if (!settled) return undefined;
  const all = new Float64Array(columns);
  for (const [k, column] of tied.entries()) all[column] = settled[k] as number;
  return all;
}

function columnsAtTheMultiplier(
  { rows, columns, values, curvature }: Gaps,
  weights: Float64Array,
  nearest: Float64Array,
): number[] {
  const level = nearest.reduce((sum, value) => sum + value * value, 0);
  const tied: number[] = [];
  for (let j = 0; j < columns; j++) {
    let slope = -level;
    for (let i = 0; i < rows; i++) slope += (values[j * rows + i] as number) * (nearest[i] as number);
    if ((weights[j] as number) > 0 || Math.abs(slope) <= 1e-12 * (curvature[j] as number)) tied.push(j);
  }
  return tied;
}
