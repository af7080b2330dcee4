/**
 * The x with L x = `right`, for a lower triangular L given as rows up to the diagonal (see `cholesky`).
 * Throws a RangeError when the lengths differ.
 */
export function solveLower(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  if (lower.length !== right.length) throw new RangeError(`${lower.length} rows, ${right.length} numbers`);
  const solution: number[] = [];
  for (const [i, row] of lower.entries()) {
    let rest = right[i] as number;
    for (let k = 0; k < i; k++) rest -= (row[k] as number) * (solution[k] as number);
    solution.push(rest / (row[i] as number));
  }
  return solution;
}
