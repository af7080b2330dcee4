/**
 * The x with L' x = `right`, for a lower triangular L given as rows up to the diagonal (see `cholesky`). After
 * `solveLower` it completes the solution of L L' x = b. Throws a RangeError when the lengths differ.
 */
export function solveLowerTransposed(
  lower: readonly (readonly number[])[],
  right: readonly number[],
): number[] {
  if (lower.length !== right.length) throw new RangeError(`${lower.length} rows, ${right.length} numbers`);
  const solution = [...right];
  for (let i = lower.length - 1; i >= 0; i--) {
    const row = lower[i] as readonly number[];
    const value = (solution[i] as number) / (row[i] as number);
    solution[i] = value;
    for (let k = 0; k < i; k++) solution[k] = (solution[k] as number) - (row[k] as number) * value;
  }
  return solution;
}
