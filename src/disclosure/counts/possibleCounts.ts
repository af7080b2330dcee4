import type { Solver } from '../solver.ts';
import type { PublishedState } from './publishedState.ts';

/**
 * Some counts that agree with everything published, one of many: known counts as they are, all others within their
 * bounds, every row kept. Undefined when there are none. They need not be whole.
 */
export function possibleCounts(solver: Solver, state: PublishedState): Float64Array | undefined {
  const { model, known, lower, upper } = state;
  const values = known.slice();
  const columns: number[] = [];
  const places = new Map<number, number>();
  known.forEach((value, variable) => {
    if (Number.isNaN(value)) places.set(variable, columns.push(variable) - 1);
  });
  const starts = [0];
  const indices: number[] = [];
  const coefficients: number[] = [];
  const bounds: number[] = [];
  for (const { rhs, terms } of model.rows) {
    let left = rhs;
    const before = indices.length;
    for (const [variable, coefficient] of terms) {
      const place = places.get(variable);
      if (place === undefined) left -= coefficient * (known[variable] as number);
      else {
        indices.push(place);
        coefficients.push(coefficient);
      }
    }
    if (indices.length === before) continue;
    starts.push(indices.length);
    bounds.push(left);
  }
  if (columns.length === 0) return values;
  const [numRows, numCols] = [bounds.length, columns.length];
  const finite = (bound: number) => (Number.isFinite(bound) ? bound : Math.sign(bound) * solver.infinity);
  const problem = solver.createModel({
    numRows,
    numCols,
    colCost: new Float64Array(numCols),
    colLower: Float64Array.from(columns, (variable) => finite(lower[variable] as number)),
    colUpper: Float64Array.from(columns, (variable) => finite(upper[variable] as number)),
    rowLower: Float64Array.from(bounds),
    rowUpper: Float64Array.from(bounds),
    matrix: { format: 'csr' as const, numRows, numCols, starts, indices, values: coefficients },
  });
  try {
    problem.options.set({ output_flag: false });
    if (problem.run().modelStatus !== solver.constants.modelStatus.optimal) return undefined;
    problem.getSolution().colValue.forEach((value, place) => {
      const variable = columns[place] as number;
      const clamped = Math.min(Math.max(value, lower[variable] as number), upper[variable] as number);
      const near = Math.round(clamped);
      values[variable] = Math.abs(clamped - near) < 1e-7 ? near : clamped;
    });
    return values;
  } finally {
    problem.dispose();
  }
}
