/**
 * The triangle R with R'R = G_S'G_S + ridge, for the columns of a support S, by Householder reflections of
 * the columns with the root of the ridge below them. It never forms the squares, so a ridge of 1e-14 of the
 * columns' squares keeps half of its digits; a step of refinement brings back the rest. Columns are put in
 * and taken out; the ones before stay factored. Golub & Van Loan, "Matrix Computations", 5.2 and 6.5.
 */
export type SupportFactor = {
  /** The diagonal of R at a position. */
  readonly pivot: (position: number) => number;
  /** Factors column `values[from .. from + rows)` as the next of the support. */
  readonly append: (values: Float64Array, from: number, rootOfRidge: number) => void;
  /** Forgets the columns of the support from position `size` on. */
  readonly truncate: (size: number) => void;
  /** Overwrites `right` with the solution of R'R y = right; its first `size` numbers count. */
  readonly solve: (right: Float64Array) => void;
};

export function supportFactor(rows: number, expected: number): SupportFactor {
  let capacity = Math.max(4, expected);
  let size = 0;
  const width = rows + 1;
  let reflectors = new Float64Array(width * capacity);
  let scales = new Float64Array(capacity);
  let triangle = new Float64Array(capacity * capacity);
  let work = new Float64Array(rows + capacity);

  function grow(): void {
    const larger = 2 * capacity;
    const wider = new Float64Array(larger * larger);
    for (let k = 0; k < size; k++)
      wider.set(triangle.subarray(k * capacity, k * capacity + k + 1), k * larger);
    const more = new Float64Array(width * larger);
    more.set(reflectors);
    const longer = new Float64Array(larger);
    longer.set(scales);
    triangle = wider;
    reflectors = more;
    scales = longer;
    work = new Float64Array(rows + larger);
    capacity = larger;
  }

  /** Makes the reflection that leaves one number of the column below position `size`, and keeps it. */
  function reflectLast(): number {
    const at = size * width;
    let squares = 0;
    for (let i = 0; i < width; i++) {
      const value = work[size + i] as number;
      reflectors[at + i] = value;
      squares += value * value;
    }
    const head = work[size] as number;
    const pivot = head > 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
    reflectors[at] = head - pivot;
    scales[size] = pivot === 0 ? 0 : 1 / (squares - head * pivot);
    return pivot;
  }

  return {
    pivot: (position) => triangle[position * capacity + position] as number,
    append: (values, from, rootOfRidge) => {
      if (size === capacity) grow();
      for (let i = 0; i < rows; i++) work[i] = values[from + i] as number;
      work.fill(0, rows, rows + size);
      work[rows + size] = rootOfRidge;
      for (let k = 0; k < size; k++) {
        const at = k * width;
        let dot = 0;
        for (let i = 0; i < width; i++) dot += (reflectors[at + i] as number) * (work[k + i] as number);
        dot *= scales[k] as number;
        for (let i = 0; i < width; i++) (work[k + i] as number) -= dot * (reflectors[at + i] as number);
        triangle[size * capacity + k] = work[k] as number;
      }
      triangle[size * capacity + size] = reflectLast();
      size++;
    },
    truncate: (to) => {
      size = to;
    },
    solve: (right) => {
      for (let k = 0; k < size; k++) {
        const column = k * capacity;
        let rest = right[k] as number;
        for (let i = 0; i < k; i++) rest -= (triangle[column + i] as number) * (right[i] as number);
        right[k] = rest / (triangle[column + k] as number);
      }
      for (let k = size - 1; k >= 0; k--) {
        const column = k * capacity;
        const value = (right[k] as number) / (triangle[column + k] as number);
        right[k] = value;
        for (let i = 0; i < k; i++) (right[i] as number) -= value * (triangle[column + i] as number);
      }
    },
  };
}
