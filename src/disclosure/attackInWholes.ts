import type { Direction } from './attackComponent.ts';
import { attackModel } from './attackModel.ts';
import type { HiddenComponent } from './hiddenComponents.ts';
import type { LinkedTable } from './linkedTable.ts';
import type { Solver } from './solver.ts';

/** How far a cell moves by whole numbers: exactly, when `exact`, else as far as `point` shows. */
export type WholeReach = {
  readonly exact: boolean;
  readonly deviation: number;
  readonly point: Float64Array | undefined;
};

const most = { cells: 3000, seconds: 10 };

/**
 * The attack of a reader who knows that cells are whole numbers, by branch and cut on one component. It finds less
 * than the linear program does, so it matters where that one's table is not whole. Components of more than 3,000
 * cells, and problems that take more than ten seconds, are given up: nothing is claimed then.
 */
export function attackInWholes(
  solver: Solver,
  table: LinkedTable,
  component: HiddenComponent,
  cell: number,
  direction: Direction,
): WholeReach {
  const { cells } = component;
  if (cells.length > most.cells) return { exact: false, deviation: 0, point: undefined };
  const place = cells.indexOf(cell);
  const sign = direction === 'above' ? 1 : -1;
  const model = solver.createModel({
    ...attackModel(table, component),
    integrality: new Int32Array(cells.length).fill(1),
  });
  try {
    model.options.set({ output_flag: false, time_limit: most.seconds, mip_rel_gap: 0, mip_abs_gap: 1e-6 });
    model.changeColCost(place, -sign);
    const { modelStatus } = model.run();
    const { optimal, unbounded, unboundedOrInfeasible } = solver.constants.modelStatus;
    if (modelStatus === unbounded || modelStatus === unboundedOrInfeasible) {
      model.changeColBounds(place, -limitOf(table, cell, 'below'), limitOf(table, cell, 'above'));
      model.run();
      return { exact: true, deviation: Number.POSITIVE_INFINITY, point: model.getSolution().colValue };
    }
    const point = model.getSolution().colValue;
    return { exact: modelStatus === optimal, deviation: sign * Math.round(point[place] ?? 0), point };
  } finally {
    model.dispose();
  }
}

function limitOf(table: LinkedTable, cell: number, direction: Direction): number {
  const room = (direction === 'above' ? table.above : table.below)[cell] as number;
  const needs = [table.needAbove, table.needBelow, table.needWidth].map((need) => need[cell] as number);
  return Math.min(room, Math.ceil(2 * Math.max(1, ...needs)));
}
