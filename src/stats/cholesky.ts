/**
 * The lower triangular L with L L' = `matrix`, for a symmetric positive definite matrix; only its lower half is
 * read. Undefined when the matrix is not positive definite to working precision: a pivot is not larger than 1e-13
 * of its own diagonal element. Golub & Van Loan, "Matrix Computations", 4.2.
 */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const lower: number[][] = [];
  for (const [i, source] of matrix.entries()) {
    const row: number[] = [];
    lower.push(row);
    for (let j = 0; j <= i; j++) {
      const other = lower[j] as number[];
      let rest = source[j] as number;
      for (let k = 0; k < j; k++) rest -= (row[k] as number) * (other[k] as number);
      if (j < i) row.push(rest / (other[j] as number));
      else if (rest > 1e-13 * Math.abs(source[i] as number)) row.push(Math.sqrt(rest));
      else return undefined;
    }
  }
  return lower;
}
