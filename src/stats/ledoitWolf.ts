export type ShrunkCovariance = {
  readonly mean: readonly number[];
  /** Variables x variables, in products of the variables' units, divisor n. */
  readonly covariance: readonly (readonly number[])[];
  /** Between 0, the sample covariance, and 1, a multiple of the identity. */
  readonly shrinkage: number;
};

/**
 * A covariance that can be inverted: the sample covariance drawn towards the mean variance times the identity, by
 * as much as minimises the expected squared error. O. Ledoit & M. Wolf (2004), "A well-conditioned estimator for
 * large-dimensional covariance matrices", Journal of Multivariate Analysis 88, 365-411; the same numbers as
 * scikit-learn's `ledoit_wolf`. One variable is never shrunk.
 *
 * `rows` holds one observation each, all of the same length. Throws a RangeError on fewer than two rows, on rows
 * of unequal length and on a value that is not finite.
 */
export function ledoitWolf(rows: readonly (readonly number[])[]): ShrunkCovariance {
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || width === 0) throw new RangeError('a covariance needs two rows and a variable');
  const sums = new Float64Array(width);
  for (const row of rows) {
    if (row.length !== width) throw new RangeError(`a row has ${row.length} values, the first has ${width}`);
    for (const [i, value] of row.entries()) {
      if (!Number.isFinite(value)) throw new RangeError(`a covariance cannot take ${value}`);
      (sums[i] as number) += value;
    }
  }
  const mean = Array.from(sums, (sum) => sum / rows.length);
  const centred = rows.map((row) => row.map((value, i) => value - (mean[i] as number)));
  const sample = sampleCovariance(centred, width);
  const shrinkage = width === 1 ? 0 : shrinkageOf(centred, sample);
  const target = trace(sample) / width;
  const covariance = sample.map((row, i) =>
    row.map((value, j) => (1 - shrinkage) * value + (i === j ? shrinkage * target : 0)),
  );
  return { mean, covariance, shrinkage };
}

function sampleCovariance(centred: readonly (readonly number[])[], width: number): number[][] {
  const sample = Array.from({ length: width }, () => Array.from({ length: width }, () => 0));
  for (const row of centred)
    for (let i = 0; i < width; i++)
      for (let j = 0; j <= i; j++) (sample[i] as number[])[j]! += (row[i] as number) * (row[j] as number);
  for (let i = 0; i < width; i++)
    for (let j = 0; j <= i; j++) {
      const value = (sample[i] as number[])[j]! / centred.length;
      (sample[i] as number[])[j] = value;
      (sample[j] as number[])[i] = value;
    }
  return sample;
}

/** b^2 / d^2 of the paper: the error of the sample covariance over its distance from the target. */
function shrinkageOf(
  centred: readonly (readonly number[])[],
  sample: readonly (readonly number[])[],
): number {
  const n = centred.length;
  const width = sample.length;
  const target = trace(sample) / width;
  let squares = 0;
  for (const row of sample) for (const value of row) squares += value * value;
  let fourth = 0;
  for (const row of centred) fourth += row.reduce((sum, value) => sum + value * value, 0) ** 2;
  const distance = (squares - width * target * target) / width;
  const error = Math.min((fourth / n - squares) / (n * width), distance);
  return error <= 0 ? 0 : error / distance;
}

function trace(matrix: readonly (readonly number[])[]): number {
  return matrix.reduce((sum, row, i) => sum + (row[i] as number), 0);
}
