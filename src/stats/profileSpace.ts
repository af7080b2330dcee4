import { cholesky } from './cholesky.ts';
import { ledoitWolf } from './ledoitWolf.ts';
import { solveLower } from './solveLower.ts';

/** A unit that stands outside the comparison, and which of its factors are missing. */
export type IncompleteUnit = { readonly unit: number; readonly missing: readonly number[] };

/** Units as points whose plain distance is their Mahalanobis distance. */
export type ProfileSpace = {
  readonly ok: true;
  /** Rows of the table, ascending: the unit that stands at each position of the space. */
  readonly units: readonly number[];
  readonly incomplete: readonly IncompleteUnit[];
  /** Columns of the table that differ between the units; the others are in `constant` and separate nobody. */
  readonly factors: readonly number[];
  readonly constant: readonly number[];
  /** Positions x factors, row after row: L^-1 times the standardised factors. */
  readonly points: Float64Array;
  /** L with L L' = the shrunk covariance of the standardised factors. */
  readonly lower: readonly (readonly number[])[];
  /** Square roots of the factors' weights. */
  readonly scales: readonly number[];
};

export type ProfileRefusal = {
  readonly ok: false;
  readonly reason:
    | 'fewer than three complete units'
    | 'no factor differs between units'
    | 'factors repeat each other';
};

/**
 * Lays units out by their factors: each factor is standardised (mean 0, population standard deviation 1) over the
 * complete units, its covariance with the others is shrunk (`ledoitWolf`), and the points are whitened once by
 * Cholesky. `table` is units x factors, NaN = missing: a unit that misses a factor is left out and named, since a
 * filled-in value would make it look more ordinary than anybody knows it to be. `weights`, one positive number a
 * factor (default 1), multiply a factor's squared difference after the covariance is taken: before it they would
 * cancel out.
 *
 * Throws a RangeError on rows of unequal length, infinite values and weights that are not positive.
 */
export function profileSpace(
  table: readonly (readonly number[])[],
  weights?: readonly number[],
): ProfileSpace | ProfileRefusal {
  const width = table[0]?.length ?? 0;
  mustFit(table, width, weights);
  const units: number[] = [];
  const incomplete: IncompleteUnit[] = [];
  for (const [unit, row] of table.entries()) {
    const missing = [...row.keys()].filter((factor) => Number.isNaN(row[factor]));
    if (missing.length === 0) units.push(unit);
    else incomplete.push({ unit, missing });
  }
  if (units.length < 3) return { ok: false, reason: 'fewer than three complete units' };
  const rows = units.map((unit) => table[unit] as readonly number[]);
  const factors: number[] = [];
  const constant: number[] = [];
  for (let factor = 0; factor < width; factor++)
    (rows.some((row) => row[factor] !== rows[0]?.[factor]) ? factors : constant).push(factor);
  if (factors.length === 0) return { ok: false, reason: 'no factor differs between units' };
  const standardised = standardise(rows, factors);
  const lower = cholesky(ledoitWolf(standardised).covariance);
  if (!lower) return { ok: false, reason: 'factors repeat each other' };
  const scales = factors.map((factor) => Math.sqrt(weights?.[factor] ?? 1));
  const points = new Float64Array(units.length * factors.length);
  for (const [position, row] of standardised.entries()) {
    const scaled = row.map((value, i) => value * (scales[i] as number));
    points.set(solveLower(lower, scaled), position * factors.length);
  }
  return { ok: true, units, incomplete, factors, constant, points, lower, scales };
}

function standardise(rows: readonly (readonly number[])[], factors: readonly number[]): number[][] {
  const columns = factors.map((factor) => {
    const column = rows.map((row) => row[factor] as number);
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length;
    return column.map((value) => (value - mean) / Math.sqrt(variance));
  });
  return rows.map((_, position) => columns.map((column) => column[position] as number));
}

function mustFit(table: readonly (readonly number[])[], width: number, weights?: readonly number[]): void {
  for (const row of table) {
    if (row.length !== width)
      throw new RangeError(`a unit has ${row.length} factors, the first has ${width}`);
    if (row.some((value) => Math.abs(value) === Infinity)) throw new RangeError('a factor is infinite');
  }
  if (weights && weights.length !== width)
    throw new RangeError(`${weights.length} weights, ${width} factors`);
  if (weights?.some((weight) => !(weight > 0 && weight < Infinity)))
    throw new RangeError('a weight must be positive: leave out a factor that shall not count');
}
