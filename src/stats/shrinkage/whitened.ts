import { solveLower } from '../solveLower.ts';

/** L^-1 S L'^-1 for a symmetric S and a lower triangular L: its trace is that of (L L')^-1 S. */
export function whitened(
  lower: readonly (readonly number[])[],
  symmetric: readonly (readonly number[])[],
): number[][] {
  const half = symmetric.map((row) => solveLower(lower, row));
  return half.map((_, j) =>
    solveLower(
      lower,
      half.map((row) => row[j] as number),
    ),
  );
}

export function trace(matrix: readonly (readonly number[])[]): number {
  return matrix.reduce((sum, row, i) => sum + (row[i] as number), 0);
}
