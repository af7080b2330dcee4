import type { Gaps } from './gapsToTarget.ts';
import type { WeightCertificate } from './effect.ts';

/**
 * How nearly weights are the optimum of their problem, computed from the weights alone: the gradient G'G w +
 * ridge w of each column against the multiplier, its weighted mean, over the column's curvature. A residual
 * of 1e-12 then says that moving more than about 1e-12 of weight to or from one column gains nothing.
 */
export function certifyWeights(gaps: Gaps, weights: Float64Array): WeightCertificate {
  const { rows, columns, values, curvature, ridge } = gaps;
  const miss = new Float64Array(rows);
  let sum = 0;
  let lowest = 0;
  for (let j = 0; j < columns; j++) {
    const weight = weights[j] as number;
    sum += weight;
    if (weight < lowest) lowest = weight;
    if (weight !== 0)
      for (let i = 0; i < rows; i++) (miss[i] as number) += weight * (values[j * rows + i] as number);
  }
  const gradient = new Float64Array(columns);
  let multiplier = 0;
  for (let j = 0; j < columns; j++) {
    const weight = weights[j] as number;
    let slope = 0;
    for (let i = 0; i < rows; i++) slope += (miss[i] as number) * (values[j * rows + i] as number);
    gradient[j] = slope + ridge * weight;
    multiplier += weight * (gradient[j] as number);
  }
  let stationarity = 0;
  let smallest = Infinity;
  for (let j = 0; j < columns; j++) {
    const excess = ((gradient[j] as number) - multiplier) / (curvature[j] as number);
    if ((weights[j] as number) > 0) stationarity = Math.max(stationarity, Math.abs(excess));
    else smallest = Math.min(smallest, excess);
  }
  return {
    stationarity,
    dual: smallest < 0 ? -smallest : 0,
    primal: Math.max(Math.abs(sum - 1), -lowest),
    smallestInactiveMultiplier: smallest === Infinity ? null : smallest,
    unique: smallest > 0,
  };
}
