import type { LinkedTable } from './linkedTable.ts';
import { nearComponent } from './nearComponent.ts';
import type { Solver } from './solver.ts';
import { checkedMoves, type Witness } from './witness.ts';

/** What is not found among the nearest cells is looked for among more. */
const sizes = [150, 600, 2400];

/**
 * Another possible table in which a hidden cell lies just `amount` higher (lower when negative), whose published cells
 * cost least: the heuristic of Kelly, Golden and Assad (1990) by one program over the nearest cells. A cell moved pays
 * its cost in the share of the amount that it can make up for, so that few cells are moved where amounts are large.
 * Undefined when none is found, or not in the `secondsLeft`.
 */
export function reachInFull(
  solver: Solver,
  table: LinkedTable,
  hidden: Uint8Array,
  cell: number,
  amount: number,
  secondsLeft = Number.POSITIVE_INFINITY,
): Witness | undefined {
  const mayMove = (one: number) => hidden[one] === 1 || Number.isFinite(table.cost[one] as number);
  for (const size of sizes) {
    const near = nearComponent(table, mayMove, cell, size);
    const moves = cheapestMoves(solver, table, hidden, near, cell, amount, secondsLeft);
    const witness = moves && checkedMoves(table, near.cells, moves);
    if (witness || near.cells.length < size) return witness;
  }
  return undefined;
}

function cheapestMoves(
  solver: Solver,
  table: LinkedTable,
  hidden: Uint8Array,
  { cells, relations }: ReturnType<typeof nearComponent>,
  target: number,
  amount: number,
  secondsLeft: number,
): Float64Array | undefined {
  const first = new Map<number, number>();
  const colCost: number[] = [];
  const colLower: number[] = [];
  const colUpper: number[] = [];
  for (const cell of cells) {
    first.set(cell, colCost.length);
    const [below, above] = [table.below[cell] as number, table.above[cell] as number];
    if (hidden[cell] === 1) {
      colCost.push(0);
      colLower.push(cell === target ? amount : -below);
      colUpper.push(cell === target ? amount : above);
      continue;
    }
    for (const room of [above, below]) {
      colCost.push((table.cost[cell] as number) / Math.max(Math.min(room, Math.abs(amount)), 1e-9));
      colLower.push(0);
      colUpper.push(room);
    }
  }
  const mean = colCost.reduce((sum, one) => sum + one, 0) / colCost.length || 1;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const relation of relations) {
    const end = table.relationStarts[relation + 1] as number;
    for (let at = table.relationStarts[relation] as number; at < end; at++) {
      const cell = table.relationCells[at] as number;
      const place = first.get(cell);
      if (place === undefined) continue;
      const coefficient = table.relationCoefficients[at] as number;
      indices.push(place);
      values.push(coefficient);
      if (hidden[cell] === 1) continue;
      indices.push(place + 1);
      values.push(-coefficient);
    }
    starts.push(indices.length);
  }
  const [numRows, numCols] = [relations.length, colCost.length];
  const model = solver.createModel({
    numRows,
    numCols,
    colCost: Float64Array.from(colCost, (one) => one / mean),
    colLower,
    colUpper,
    rowLower: new Float64Array(numRows),
    rowUpper: new Float64Array(numRows),
    matrix: { format: 'csr', numRows, numCols, starts, indices, values },
  });
  try {
    // Nothing moved is optimal but for the target, so the dual simplex has few steps to go.
    model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: 1 });
    if (Number.isFinite(secondsLeft)) model.options.set('time_limit', Math.max(secondsLeft, 0.01));
    if (model.run().modelStatus !== solver.constants.modelStatus.optimal) return undefined;
    const { colValue } = model.getSolution();
    return Float64Array.from(cells, (cell) => {
      const place = first.get(cell) as number;
      const up = colValue[place] as number;
      return hidden[cell] === 1 ? up : up - (colValue[place + 1] as number);
    });
  } finally {
    model.dispose();
  }
}
