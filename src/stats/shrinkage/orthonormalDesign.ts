/** A design whose columns were made orthonormal, so that regressions on it lose no digits to units or overlap. */
export type OrthonormalDesign = {
  readonly ok: true;
  readonly rows: number;
  readonly columns: number;
  /** Q, row after row: `rows` x `columns`, with Q'Q the identity. */
  readonly points: Float64Array;
  /** R, upper triangular, row after row, with the given design = Q R. */
  readonly upper: readonly (readonly number[])[];
};

export type DependentColumns = {
  readonly ok: false;
  readonly reason: 'columns of the design repeat each other';
  /** Each is zero or a combination of the columns before it; leaving these out makes the design whole. */
  readonly columns: readonly number[];
};

/** Two columns count as one when all but this share of the later one's length is a combination of earlier ones. */
const least = 1e-10;

/**
 * Q and R of a design, rows x columns, by Gram-Schmidt done twice (Golub & Van Loan, "Matrix Computations", 5.2.8;
 * twice is enough: Giraud et al. 2005, Numerische Mathematik 101). Throws a RangeError on no columns, rows of
 * unequal length and values that are not finite.
 */
export function orthonormalDesign(
  design: readonly (readonly number[])[],
): OrthonormalDesign | DependentColumns {
  const width = design[0]?.length ?? 0;
  if (width === 0) throw new RangeError('a design has at least one row and one column');
  for (const row of design) {
    if (row.length !== width)
      throw new RangeError(`a row of the design has ${row.length} values, the first has ${width}`);
    if (!row.every(Number.isFinite)) throw new RangeError('a value of the design is not finite');
  }
  const made: Float64Array[] = [];
  const upper = Array.from({ length: width }, () => Array.from({ length: width }, () => 0));
  const dependent: number[] = [];
  for (let j = 0; j < width; j++) {
    const column = Float64Array.from(design, (row) => row[j] as number);
    const before = lengthOf(column);
    for (let turn = 0; turn < 2; turn++)
      for (const [i, other] of made.entries()) {
        const along = dot(column, other);
        (upper[i] as number[])[j]! += along;
        for (let row = 0; row < column.length; row++)
          column[row] = (column[row] as number) - along * (other[row] as number);
      }
    const left = lengthOf(column);
    const isNew = left > least * before;
    if (!isNew) dependent.push(j);
    (upper[j] as number[])[j] = left;
    made.push(isNew ? column.map((value) => value / left) : column.fill(0));
  }
  if (dependent.length > 0)
    return { ok: false, reason: 'columns of the design repeat each other', columns: dependent };
  const points = new Float64Array(design.length * width);
  for (const [j, column] of made.entries())
    for (const [row, value] of column.entries()) points[row * width + j] = value;
  return { ok: true, rows: design.length, columns: width, points, upper };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function lengthOf(column: Float64Array): number {
  return Math.sqrt(dot(column, column));
}
