import { normalQuantile } from './normalQuantile.ts';

/** A value and the variance of its sampling error, in squared units of the value. */
export type MeasuredPoint = { readonly x: number; readonly value: number; readonly variance: number };

export type WeightedSlope = {
  readonly ok: true;
  /** Change of the value for each step of 1 in x. */
  readonly slope: number;
  /** From the given variances alone, not from how far the points lie from the line. */
  readonly standardError: number;
  readonly interval: readonly [low: number, high: number];
  /** The line passes through (meanX, meanValue), the weighted means. */
  readonly meanX: number;
  readonly meanValue: number;
  /** Weighted squared distance from the line: near the degrees of freedom when sampling error explains it all. */
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
};

export type WeightedSlopeRefusal = {
  readonly ok: false;
  readonly reason: 'fewer than two points' | 'all points at one x';
};

/**
 * The straight line through points of known sampling variance, weights 1 / variance: slope = sum w (x - mx)(y - my)
 * / S with S = sum w (x - mx)^2, standard error 1 / sqrt(S), normal interval at `level`. Aitken's generalised least
 * squares with a diagonal covariance; Bevington & Robinson, "Data Reduction and Error Analysis", chapter 6.
 * The interval says how far chance in who was tested may have moved the slope. It does not say that the points
 * lie on a line, nor how the line goes on: look at `chiSquare`.
 *
 * Throws a RangeError on a variance that is not positive, a value that is not finite and a level outside (0, 1).
 */
export function weightedSlope(
  points: readonly MeasuredPoint[],
  level = 0.95,
): WeightedSlope | WeightedSlopeRefusal {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, not ${level}`);
  for (const point of points) {
    if (!(point.variance > 0 && point.variance < Infinity))
      throw new RangeError(`a sampling variance is positive, not ${point.variance}`);
    if (!Number.isFinite(point.x) || !Number.isFinite(point.value))
      throw new RangeError('a point is not finite');
  }
  if (points.length < 2) return { ok: false, reason: 'fewer than two points' };
  if (points.every((point) => point.x === points[0]?.x)) return { ok: false, reason: 'all points at one x' };
  const weight = total(points, () => 1);
  const meanX = total(points, (point) => point.x) / weight;
  const meanValue = total(points, (point) => point.value) / weight;
  const spread = total(points, (point) => (point.x - meanX) ** 2);
  const slope = total(points, (point) => (point.x - meanX) * (point.value - meanValue)) / spread;
  const standardError = 1 / Math.sqrt(spread);
  const reach = normalQuantile(0.5 + level / 2) * standardError;
  return {
    ok: true,
    slope,
    standardError,
    interval: [slope - reach, slope + reach],
    meanX,
    meanValue,
    chiSquare: total(points, (point) => (point.value - meanValue - slope * (point.x - meanX)) ** 2),
    degreesOfFreedom: points.length - 2,
  };
}

function total(points: readonly MeasuredPoint[], of: (point: MeasuredPoint) => number): number {
  return points.reduce((sum, point) => sum + of(point) / point.variance, 0);
}
