import type { Gaps } from './gapsToTarget.ts';

/**
 * Weights on a simplex from their dual: min over v of ridge |v|^2 / 2 + sum of max(0, 1 - g_j'v)^2 / 2, whose margins
 * 1 - g_j'v, where positive, are the weights but for their sum. It has as many unknowns as rows, however many columns
 * there are, and Newton's method ends after finitely many steps, when the support stays the same
 * (O. L. Mangasarian 2002, "A finite Newton method for classification", Optimization Methods and Software 17,
 * 913-929). `support` is a guess where to begin.
 *
 * Undefined when it does not end within 60 steps, or when the margins are too small to be told from rounding: then
 * the ridge is too weak for this way, and `activeSetWeights` is the one to ask.
 */
export function marginNewton(gaps: Gaps, support: Uint8Array | undefined): Float64Array | undefined {
  const { rows, columns } = gaps;
  const inside = support?.slice() ?? new Uint8Array(columns).fill(1);
  const matrix = new Float64Array(rows * rows);
  const next = new Float64Array(rows);
  const step = new Float64Array(rows);
  const v = new Float64Array(rows);
  const margins = new Float64Array(columns).fill(1);
  for (let k = 0; k < 60; k++) {
    normalEquations(gaps, inside, matrix, next);
    factor(matrix, rows);
    solve(matrix, rows, next);
    for (let i = 0; i < rows; i++) step[i] = (next[i] as number) - (v[i] as number);
    const length = k === 0 ? 1 : stepLength(gaps, v, step, margins);
    for (let i = 0; i < rows; i++) (v[i] as number) += length * (step[i] as number);
    if (putMargins(gaps, v, margins, inside) > 0 || length < 1) continue;
    refine(gaps, inside, matrix, v, margins, next);
    if (putMargins(gaps, v, margins, inside) === 0) return weightsOf(margins);
  }
  return undefined;
}

/** Margins below 1e-5 are known to fewer than some ten digits: too few. */
function weightsOf(margins: Float64Array): Float64Array | undefined {
  let sum = 0;
  let largest = 0;
  for (const margin of margins)
    if (margin > 0) {
      sum += margin;
      if (margin > largest) largest = margin;
    }
  return largest > 1e-5 ? margins.map((margin) => (margin > 0 ? margin / sum : 0)) : undefined;
}

/** ridge I + the sum of g g' over the support, its lower half, and the sum of g. */
function normalEquations(gaps: Gaps, inside: Uint8Array, matrix: Float64Array, right: Float64Array): void {
  const { rows, columns, values, ridge } = gaps;
  matrix.fill(0);
  right.fill(0);
  for (let i = 0; i < rows; i++) matrix[i * rows + i] = ridge;
  for (let j = 0; j < columns; j++) {
    if (inside[j] === 0) continue;
    const at = j * rows;
    for (let i = 0; i < rows; i++) {
      const value = values[at + i] as number;
      const row = i * rows;
      (right[i] as number) += value;
      for (let k = 0; k <= i; k++) (matrix[row + k] as number) += value * (values[at + k] as number);
    }
  }
}

/** Cholesky in place. A pivot lost to rounding is a direction no column has: it is left out. */
function factor(matrix: Float64Array, rows: number): void {
  for (let i = 0; i < rows; i++) {
    const row = i * rows;
    for (let j = 0; j <= i; j++) {
      let rest = matrix[row + j] as number;
      for (let k = 0; k < j; k++) rest -= (matrix[row + k] as number) * (matrix[j * rows + k] as number);
      if (j < i) {
        const pivot = matrix[j * rows + j] as number;
        matrix[row + j] = pivot === 0 ? 0 : rest / pivot;
      } else matrix[row + i] = rest > 1e-14 * (matrix[row + i] as number) ? Math.sqrt(rest) : 0;
    }
  }
}

function solve(lower: Float64Array, rows: number, right: Float64Array): void {
  for (let i = 0; i < rows; i++) {
    let rest = right[i] as number;
    for (let k = 0; k < i; k++) rest -= (lower[i * rows + k] as number) * (right[k] as number);
    const pivot = lower[i * rows + i] as number;
    right[i] = pivot === 0 ? 0 : rest / pivot;
  }
  for (let i = rows - 1; i >= 0; i--) {
    const pivot = lower[i * rows + i] as number;
    const value = pivot === 0 ? 0 : (right[i] as number) / pivot;
    right[i] = value;
    for (let k = 0; k < i; k++) (right[k] as number) -= value * (lower[i * rows + k] as number);
  }
}

/** Puts the margins at v, and the support they give; how many columns changed sides. */
function putMargins(gaps: Gaps, v: Float64Array, margins: Float64Array, inside: Uint8Array): number {
  const { rows, columns, values } = gaps;
  let changed = 0;
  for (let j = 0; j < columns; j++) {
    let margin = 1;
    for (let i = 0; i < rows; i++) margin -= (values[j * rows + i] as number) * (v[i] as number);
    margins[j] = margin;
    const side = margin > 0 ? 1 : 0;
    if (side !== inside[j]) changed++;
    inside[j] = side;
  }
  return changed;
}

/** One step of iterative refinement on the final support. */
function refine(
  gaps: Gaps,
  inside: Uint8Array,
  factored: Float64Array,
  v: Float64Array,
  margins: Float64Array,
  work: Float64Array,
): void {
  const { rows, columns, values, ridge } = gaps;
  for (let i = 0; i < rows; i++) work[i] = -ridge * (v[i] as number);
  for (let j = 0; j < columns; j++) {
    if (inside[j] === 0) continue;
    const margin = margins[j] as number;
    for (let i = 0; i < rows; i++) (work[i] as number) += margin * (values[j * rows + i] as number);
  }
  solve(factored, rows, work);
  for (let i = 0; i < rows; i++) (v[i] as number) += work[i] as number;
}

/**
 * 1, unless the whole step leads past the lowest point on its line: then the way to that point. The slope along
 * the line is piecewise linear and rises, so Newton's method within a bracket finds its root.
 */
function stepLength(gaps: Gaps, v: Float64Array, step: Float64Array, margins: Float64Array): number {
  const { rows, columns, values, ridge } = gaps;
  const loss = new Float64Array(columns);
  for (let j = 0; j < columns; j++) {
    let dot = 0;
    for (let i = 0; i < rows; i++) dot += (values[j * rows + i] as number) * (step[i] as number);
    loss[j] = dot;
  }
  let start = 0;
  let squares = 0;
  for (let i = 0; i < rows; i++) {
    start += (v[i] as number) * (step[i] as number);
    squares += (step[i] as number) ** 2;
  }
  let low = 0;
  let high = 1;
  let t = 1;
  for (let k = 0; k < 60; k++) {
    let slope = ridge * (start + t * squares);
    let bend = ridge * squares;
    for (let j = 0; j < columns; j++) {
      const rate = loss[j] as number;
      const margin = (margins[j] as number) - t * rate;
      if (margin <= 0) continue;
      slope -= margin * rate;
      bend += rate * rate;
    }
    if (slope <= 0) {
      if (t === 1) return 1;
      low = t;
    } else high = t;
    const guess = t - slope / bend;
    if (!(high - low > 1e-12) || Math.abs(guess - t) < 1e-14) return t;
    t = guess > low && guess < high ? guess : (low + high) / 2;
  }
  return t;
}
