import type { CapacityConstraint } from './capacityConstraint.ts';
import type { Solver } from './solver.ts';

/** The cheapest cells found that meet a set of constraints, and what any such choice must cost at least. */
export type Cover = {
  readonly cells: readonly number[];
  readonly cost: number;
  readonly bound: number;
  readonly optimal: boolean;
};

export type CoverOptions = {
  readonly seconds: number;
  /** How far from optimal the choice may be, as a share of its cost; 0 asks for the optimum. */
  readonly gap: number;
  /** A choice to begin with. */
  readonly start: (cell: number) => boolean;
};

/**
 * Solves min cost x, coefficients x >= rhs for each constraint, x in {0, 1}, by branch and cut. `seconds` limits it;
 * then the best choice found is given with the bound reached so far, or undefined when none was found. Constraints
 * that cannot be met give undefined as well: see `isHopeless`.
 */
export function coverCluster(
  solver: Solver,
  constraints: readonly CapacityConstraint[],
  cost: Float64Array,
  { seconds, gap, start }: CoverOptions,
): Cover | undefined {
  const cells = [...new Set(constraints.flatMap((one) => [...one.cells]))].sort((a, b) => a - b);
  const places = new Map(cells.map((cell, place) => [cell, place]));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const rowLower: number[] = [];
  for (const constraint of constraints) {
    constraint.cells.forEach((cell, at) => {
      indices.push(places.get(cell) as number);
      values.push((constraint.coefficients[at] as number) / constraint.rhs);
    });
    starts.push(indices.length);
    rowLower.push(1);
  }
  const [numRows, numCols] = [constraints.length, cells.length];
  const model = solver.createModel({
    numRows,
    numCols,
    colCost: Float64Array.from(cells, (cell) => cost[cell] as number),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower,
    rowUpper: new Float64Array(numRows).fill(solver.infinity),
    integrality: new Int32Array(numCols).fill(1),
    matrix: { format: 'csr', numRows, numCols, starts, indices, values },
  });
  try {
    model.options.set({
      output_flag: false,
      time_limit: Math.max(seconds, 0.01),
      mip_rel_gap: gap,
      mip_abs_gap: 1e-6,
    });
    model.setSolution({ colValue: Float64Array.from(cells, (cell) => (start(cell) ? 1 : 0)) });
    const { modelStatus } = model.run();
    const point = model.getSolution().colValue;
    const chosen = cells.filter((_, place) => (point[place] ?? 0) > 0.5);
    if (chosen.length === 0 || !constraints.every((one) => isMet(one, new Set(chosen)))) return undefined;
    const paid = chosen.reduce((sum, cell) => sum + (cost[cell] as number), 0);
    const isExact = gap === 0 && modelStatus === solver.constants.modelStatus.optimal;
    const bound = isExact ? paid : Math.min(paid, Math.max(0, Number(model.info.get('mip_dual_bound'))));
    return { cells: chosen, cost: paid, bound, optimal: bound >= paid - 1e-6 };
  } finally {
    model.dispose();
  }
}

function isMet({ cells, coefficients, rhs }: CapacityConstraint, chosen: ReadonlySet<number>): boolean {
  let sum = 0;
  cells.forEach((cell, at) => {
    if (chosen.has(cell)) sum += coefficients[at] as number;
  });
  return sum >= rhs * (1 - 1e-6);
}
