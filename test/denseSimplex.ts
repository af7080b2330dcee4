/**
 * The largest value of one variable, or -1 times it, over { x : A x = b, 0 <= x <= upper }, by the textbook tableau
 * with Bland's rule and a big first phase. Dense, slow and independent of the solver that is tested with it; for a
 * few dozen variables. Infinity when it is unbounded, undefined when there is no such x.
 */
export function denseSimplex(
  rows: readonly (readonly number[])[],
  rhs: readonly number[],
  upper: readonly number[],
  objective: readonly number[],
): number | undefined {
  const n = objective.length;
  const bounded = upper.flatMap((limit, variable) => (Number.isFinite(limit) ? [variable] : []));
  const width = n + bounded.length;
  const matrix: number[][] = rows.map((row) => [...row, ...Array.from({ length: bounded.length }, () => 0)]);
  const right = [...rhs];
  bounded.forEach((variable, slack) => {
    const row = Array.from({ length: width }, () => 0);
    row[variable] = 1;
    row[n + slack] = 1;
    matrix.push(row);
    right.push(upper[variable] as number);
  });
  matrix.forEach((row, index) => {
    if ((right[index] as number) >= 0) return;
    row.forEach((value, at) => (row[at] = -value));
    right[index] = -(right[index] as number);
  });
  const tableau = matrix.map((row, index) => [
    ...row,
    ...matrix.map((_, other) => (other === index ? 1 : 0)),
    right[index] as number,
  ]);
  const basis = matrix.map((_, index) => width + index);
  const artificial = [...Array.from({ length: width }, () => 0), ...matrix.map(() => -1)];
  const first = climb(tableau, basis, artificial, width + matrix.length);
  if (first === undefined || first < -1e-7) return undefined;
  for (let index = tableau.length - 1; index >= 0; index--) {
    if ((basis[index] as number) < width) continue;
    const entering = (tableau[index] as number[]).findIndex(
      (value, at) => at < width && Math.abs(value) > 1e-9,
    );
    if (entering >= 0) {
      pivotOn(tableau, index, entering);
      basis[index] = entering;
    } else {
      tableau.splice(index, 1);
      basis.splice(index, 1);
    }
  }
  return climb(tableau, basis, [...objective, ...Array.from({ length: bounded.length }, () => 0)], width);
}

function climb(
  tableau: number[][],
  basis: number[],
  objective: readonly number[],
  width: number,
): number | undefined {
  const cost = (variable: number) => objective[variable] ?? 0;
  for (;;) {
    const reduced = (column: number) =>
      tableau.reduce(
        (sum, row, index) => sum - cost(basis[index] as number) * (row[column] as number),
        cost(column),
      );
    let entering = -1;
    for (let column = 0; column < width && entering < 0; column++)
      if (!basis.includes(column) && reduced(column) > 1e-9) entering = column;
    if (entering < 0)
      return tableau.reduce(
        (sum, row, index) => sum + cost(basis[index] as number) * (row.at(-1) as number),
        0,
      );
    let leaving = -1;
    let least = Number.POSITIVE_INFINITY;
    tableau.forEach((row, index) => {
      const pivot = row[entering] as number;
      if (pivot <= 1e-9) return;
      const ratio = (row.at(-1) as number) / pivot;
      const earlier =
        ratio < least - 1e-12 || (ratio < least + 1e-12 && (basis[index] as number) < (basis[leaving] ?? 0));
      if (earlier) [least, leaving] = [ratio, index];
    });
    if (leaving < 0) return Number.POSITIVE_INFINITY;
    pivotOn(tableau, leaving, entering);
    basis[leaving] = entering;
  }
}

function pivotOn(tableau: number[][], leaving: number, entering: number): void {
  const row = tableau[leaving] as number[];
  const pivot = row[entering] as number;
  row.forEach((value, at) => (row[at] = value / pivot));
  tableau.forEach((other, index) => {
    const factor = other[entering] as number;
    if (index === leaving || Math.abs(factor) < 1e-14) return;
    row.forEach((value, at) => (other[at] = (other[at] as number) - factor * value));
  });
}
