import type { SimplexProblem } from './simplexProblem.ts';

/**
 * The weights at which the R package synthdid 0.0.9 stops, to compare with it: Frank-Wolfe steps with exact
 * line search from even weights, at most 100 of them; then weights of at most a quarter of the largest are
 * set to zero, the others scaled to sum 1, and at most 10,000 more steps taken. Each round ends when a step
 * lowers the penalised mean squared miss by no more than `leastDecrease`^2. They are near the optimum, not at
 * it: `simplexWeights` is exact. M. Frank & P. Wolfe (1956), Naval Research Logistics Quarterly 3, 95-110.
 */
export function frankWolfeWeights(problem: SimplexProblem, leastDecrease: number): Float64Array {
  const centred = problem.intercept ? centre(problem) : problem;
  const weights = new Float64Array(problem.columns).fill(1 / problem.columns);
  takeSteps(centred, weights, leastDecrease ** 2, 100);
  sparsify(weights);
  takeSteps(centred, weights, leastDecrease ** 2, 10_000);
  return weights;
}

function centre(problem: SimplexProblem): SimplexProblem {
  const { rows, columns } = problem;
  const matrix = problem.matrix.slice();
  const target = problem.target.slice();
  for (let j = 0; j < columns; j++) subtractMean(matrix.subarray(j * rows, (j + 1) * rows));
  subtractMean(target);
  return { ...problem, matrix, target };
}

function subtractMean(numbers: Float64Array): void {
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  for (let i = 0; i < numbers.length; i++) (numbers[i] as number) -= mean;
}

function sparsify(weights: Float64Array): void {
  const threshold = weights.reduce((largest, value) => Math.max(largest, value), -Infinity) / 4;
  let sum = 0;
  for (let j = 0; j < weights.length; j++) {
    if ((weights[j] as number) <= threshold) weights[j] = 0;
    sum += weights[j] as number;
  }
  for (let j = 0; j < weights.length; j++) (weights[j] as number) /= sum;
}

function takeSteps(problem: SimplexProblem, weights: Float64Array, enough: number, limit: number): void {
  const { rows, columns, matrix, target, ridge } = problem;
  const miss = new Float64Array(rows);
  let before = Infinity;
  let value = Infinity;
  putMiss();
  for (let t = 0; t < limit && (t < 2 || before - value > enough); t++) {
    step();
    putMiss();
    before = value;
    value = (squares(miss) + ridge * squares(weights)) / rows;
  }

  function putMiss(): void {
    for (let i = 0; i < rows; i++) miss[i] = -(target[i] as number);
    for (let j = 0; j < columns; j++) {
      const weight = weights[j] as number;
      if (weight === 0) continue;
      const at = j * rows;
      for (let i = 0; i < rows; i++) (miss[i] as number) += weight * (matrix[at + i] as number);
    }
  }

  /** Moves weight to the column of the lowest half gradient, as far as the objective falls. */
  function step(): void {
    let best = 0;
    let lowest = Infinity;
    let along = 0;
    for (let j = 0; j < columns; j++) {
      const at = j * rows;
      const weight = weights[j] as number;
      let slope = ridge * weight;
      for (let i = 0; i < rows; i++) slope += (miss[i] as number) * (matrix[at + i] as number);
      along -= slope * weight;
      if (slope < lowest) {
        lowest = slope;
        best = j;
      }
    }
    along += lowest;
    let bend = 0;
    for (let i = 0; i < rows; i++)
      bend += ((matrix[best * rows + i] as number) - (miss[i] as number) - (target[i] as number)) ** 2;
    const held = weights[best] as number;
    bend += ridge * (squares(weights) - held * held + (1 - held) ** 2);
    if (bend === 0) return;
    const length = Math.min(1, Math.max(0, -along / bend));
    for (let j = 0; j < columns; j++) (weights[j] as number) *= 1 - length;
    (weights[best] as number) += length;
  }
}

function squares(numbers: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += (numbers[i] as number) ** 2;
  return sum;
}
