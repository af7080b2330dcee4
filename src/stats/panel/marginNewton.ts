import type { Gaps } from './gapsToTarget.ts';

/**
 * Weights on a simplex from their dual: min over v of ridge |v|^2 / 2 + sum of max(0, 1 - g_j'v)^2 / 2, whose
 * margins 1 - g_j'v, where positive, are the weights but for their sum. It has as many unknowns as rows,
 * however many columns there are, and Newton's method ends after finitely many steps, when the support stays
 * the same (O. L. Mangasarian 2002, "A finite Newton method for classification", Optimization Methods and
 * Software 17, 913-929). `support` is a guess where to begin.
 *
 * Undefined when it does not end within 60 steps, or when the margins are too small to be told from rounding:
 * then the ridge is too weak for this way, and `activeSetWeights` is the one to ask.
 */
export function marginNewton(gaps: Gaps, support: Uint8Array | undefined): Float64Array | undefined {
  const { rows, columns } = gaps;
  const inside = support?.slice() ?? new Uint8Array(columns).fill(1);
  const matrix = new Float64Array(rows * rows);
  const v = new Float64Array(rows);
  const next = new Float64Array(rows);
  const margins = new Float64Array(columns);
  const nextMargins = new Float64Array(columns);
  for (let k = 0; k < 60; k++) {
    putNormalEquations(gaps, inside, matrix, next);
    factor(matrix, rows);
    solve(matrix, rows, next);
    putMargins(gaps, next, nextMargins);
    if (staysInside(nextMargins, inside)) {
      for (let round = 0; round < 3; round++) refine(gaps, inside, matrix, next, nextMargins);
      return weightsOf(nextMargins);
    }
    const length = k === 0 ? 1 : stepLength(gaps.ridge, v, next, margins, nextMargins);
    move(v, next, length);
    move(margins, nextMargins, length);
    for (let j = 0; j < columns; j++) inside[j] = (margins[j] as number) > 0 ? 1 : 0;
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
function putNormalEquations(gaps: Gaps, inside: Uint8Array, matrix: Float64Array, right: Float64Array): void {
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

function putMargins({ rows, columns, values }: Gaps, v: Float64Array, margins: Float64Array): void {
  for (let j = 0; j < columns; j++) {
    let margin = 1;
    for (let i = 0; i < rows; i++) margin -= (values[j * rows + i] as number) * (v[i] as number);
    margins[j] = margin;
  }
}

/** Whether the margins are positive inside and nowhere else, to rounding. */
function staysInside(margins: Float64Array, inside: Uint8Array): boolean {
  for (let j = 0; j < margins.length; j++) {
    const margin = margins[j] as number;
    if (inside[j] === 1 ? margin < -1e-13 : margin > 1e-13) return false;
  }
  return true;
}

/** A step of iterative refinement of v and its margins, on the factored equations of the final support. */
function refine(
  gaps: Gaps,
  inside: Uint8Array,
  factored: Float64Array,
  v: Float64Array,
  margins: Float64Array,
): void {
  const { rows, columns, values, ridge } = gaps;
  const change = v.map((value) => -ridge * value);
  for (let j = 0; j < columns; j++) {
    if (inside[j] === 0) continue;
    const margin = margins[j] as number;
    for (let i = 0; i < rows; i++) (change[i] as number) += margin * (values[j * rows + i] as number);
  }
  solve(factored, rows, change);
  for (let i = 0; i < rows; i++) (v[i] as number) += change[i] as number;
  putMargins(gaps, v, margins);
}

function move(from: Float64Array, to: Float64Array, length: number): void {
  for (let i = 0; i < from.length; i++)
    (from[i] as number) += length * ((to[i] as number) - (from[i] as number));
}

/**
 * 1, unless the whole step leads past the lowest point on its line: then the way to that point. The slope
 * along the line is piecewise linear and rises, so Newton's method within a bracket finds its root.
 */
function stepLength(
  ridge: number,
  v: Float64Array,
  next: Float64Array,
  margins: Float64Array,
  nextMargins: Float64Array,
): number {
  let start = 0;
  let squares = 0;
  for (let i = 0; i < v.length; i++) {
    const step = (next[i] as number) - (v[i] as number);
    start += (v[i] as number) * step;
    squares += step * step;
  }
  let low = 0;
  let high = 1;
  let t = 1;
  for (let k = 0; k < 60; k++) {
    let slope = ridge * (start + t * squares);
    let bend = ridge * squares;
    for (let j = 0; j < margins.length; j++) {
      const rate = (nextMargins[j] as number) - (margins[j] as number);
      const margin = (margins[j] as number) + t * rate;
      if (margin <= 0) continue;
      slope += margin * rate;
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
