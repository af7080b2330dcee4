import { attackModel } from './attackModel.ts';
import type { LinkedTable } from './linkedTable.ts';
import { nearComponent } from './nearComponent.ts';
import type { Solver } from './solver.ts';
import { checkedMoves, type Witness } from './witness.ts';

const sizes = [300];

/**
 * Another possible table in which a hidden cell lies `amount` higher (lower when negative), or as far that way as the
 * cells nearest to it allow, and whose published cells cost least in all, by linear programs: what must be hidden so
 * that the cell is protected (the shortest paths of Castro 2012, for linked tables). Undefined when it does not move.
 */
export function reachByProgram(
  solver: Solver,
  table: LinkedTable,
  hidden: Uint8Array,
  cell: number,
  amount: number,
): Witness | undefined {
  const mayMove = (one: number) => hidden[one] === 1 || Number.isFinite(table.cost[one] as number);
  let best: Witness | undefined;
  let reached = 0;
  for (const size of sizes) {
    const region = nearComponent(table, mayMove, cell, size, (one) => hidden[one] === 1);
    const moves = cheapestMoves(solver, table, hidden, region, cell, amount);
    const witness = moves && checkedMoves(table, region.cells, moves);
    const far = Math.abs(witness?.deviations[witness.cells.indexOf(cell)] ?? 0);
    if (far > reached) [best, reached] = [witness, far];
    if (reached >= Math.abs(amount) - tiny || region.cells.length < size) break;
  }
  return best;
}

const tiny = 1e-6;

/** A column for each hidden cell, two for each published one: that it moves up costs what that it moves down does. */
function cheapestMoves(
  solver: Solver,
  table: LinkedTable,
  hidden: Uint8Array,
  region: ReturnType<typeof nearComponent>,
  cell: number,
  amount: number,
): Float64Array | undefined {
  const { cells } = region;
  const { matrix, ...base } = attackModel(table, region);
  const published = [...cells.keys()].filter((place) => hidden[cells[place] as number] !== 1);
  const downOf = new Map(published.map((place, at) => [place, cells.length + at]));
  const indices: number[] = [];
  const values: number[] = [];
  const starts = [0];
  for (let row = 0; row < base.numRows; row++) {
    for (let at = matrix.starts[row] as number; at < (matrix.starts[row + 1] as number); at++) {
      const place = matrix.indices[at] as number;
      const value = matrix.values[at] as number;
      indices.push(place);
      values.push(value);
      const down = downOf.get(place);
      if (down === undefined) continue;
      indices.push(down);
      values.push(-value);
    }
    starts.push(indices.length);
  }
  const numCols = cells.length + published.length;
  const colCost = new Float64Array(numCols);
  const colLower = new Float64Array(numCols);
  const colUpper = new Float64Array(numCols);
  cells.forEach((one, place) => {
    const down = downOf.get(place);
    colLower[place] = down === undefined ? -(table.below[one] as number) : 0;
    colUpper[place] = table.above[one] as number;
    if (down === undefined) return;
    colUpper[down] = table.below[one] as number;
    colCost[place] = Math.max(table.cost[one] as number, leastCost);
    colCost[down] = colCost[place] as number;
  });
  const target = cells.indexOf(cell);
  const sign = Math.sign(amount);
  colLower[target] = Math.min(0, Math.max(amount, colLower[target] as number));
  colUpper[target] = Math.max(0, Math.min(amount, colUpper[target] as number));
  const furthest = new Float64Array(numCols);
  furthest[target] = -sign;
  const model = solver.createModel({
    ...base,
    numCols,
    colCost: furthest,
    colLower,
    colUpper,
    matrix: { ...matrix, numCols, starts, indices, values },
  });
  const { optimal } = solver.constants.modelStatus;
  try {
    model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: 4 });
    if (model.run().modelStatus !== optimal) return undefined;
    const far = Math.abs(model.getSolution().colValue[target] as number);
    if (far < tiny) return undefined;
    const whole = table.whole ? Math.max(Math.min(1, far), Math.floor(far + tiny)) : far;
    model.changeColBounds(target, sign * whole, sign * whole);
    colCost.forEach((cost, column) => model.changeColCost(column, column === target ? 0 : cost));
    if (model.run().modelStatus !== optimal) return undefined;
    const { colValue } = model.getSolution();
    return Float64Array.from(cells, (_, place) => {
      const down = downOf.get(place);
      return (colValue[place] as number) - (down === undefined ? 0 : (colValue[down] as number));
    });
  } finally {
    model.dispose();
  }
}

/** What costs nothing is hidden as little as can be, too. */
const leastCost = 1e-3;
