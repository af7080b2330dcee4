import { cholesky } from '../cholesky.ts';
import { solveLower } from '../solveLower.ts';

export type GroupDistances = {
  readonly ok: true;
  /** Treated x controls: the Mahalanobis distance of each pair. */
  readonly distances: readonly Float64Array[];
};

export type GroupDistancesRefusal = {
  readonly ok: false;
  readonly reason: 'fewer than three units' | 'factors repeat each other or do not vary';
};

/**
 * Mahalanobis distances between the units of two groups on the covariance within groups: the squared distances from
 * each group's own mean, summed and divided by n - 2, so that what sets the groups apart does not count as spread. The
 * distance of P. R. Rosenbaum & D. B. Rubin (1985), The American Statistician 39, 33-38, as MatchIt and optmatch take
 * it. It is not shrunk: factors that repeat each other are refused. `treated` and `controls` are units x factors.
 *
 * Throws a RangeError on rows of unequal length and values that are not finite.
 */
export function groupDistances(
  treated: readonly (readonly number[])[],
  controls: readonly (readonly number[])[],
): GroupDistances | GroupDistancesRefusal {
  const width = treated[0]?.length ?? controls[0]?.length ?? 0;
  for (const row of [...treated, ...controls])
    if (row.length !== width || !row.every(Number.isFinite))
      throw new RangeError('every unit has the same factors, each a finite number');
  const spare = treated.length + controls.length - 2;
  if (spare < 1 || treated.length === 0 || controls.length === 0)
    return { ok: false, reason: 'fewer than three units' };
  const covariance = Array.from({ length: width }, () => Array.from({ length: width }, () => 0));
  for (const group of [treated, controls])
    for (const row of centred(group, width))
      for (const [j, sums] of covariance.entries())
        for (let k = 0; k < width; k++)
          (sums[k] as number) += ((row[j] as number) * (row[k] as number)) / spare;
  const lower = cholesky(covariance);
  if (!lower || width === 0) return { ok: false, reason: 'factors repeat each other or do not vary' };
  const from = treated.map((row) => solveLower(lower, row));
  const to = controls.map((row) => solveLower(lower, row));
  const distances = from.map((point) =>
    Float64Array.from(to, (other) =>
      Math.sqrt(point.reduce((sum, value, j) => sum + (value - (other[j] as number)) ** 2, 0)),
    ),
  );
  return { ok: true, distances };
}

function centred(rows: readonly (readonly number[])[], width: number): number[][] {
  const means = Array.from(
    { length: width },
    (_, j) => rows.reduce((sum, row) => sum + (row[j] as number), 0) / rows.length,
  );
  return rows.map((row) => row.map((value, j) => value - (means[j] as number)));
}
