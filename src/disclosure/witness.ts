import type { HiddenComponent } from './hiddenComponents.ts';
import type { LinkedTable } from './linkedTable.ts';

/** Another table that agrees with everything published: the cells that differ from the true one, and by how much. */
export type Witness = { readonly cells: Int32Array; readonly deviations: Float64Array };

const solverNoise = 1e-6;

/**
 * The solver's point as a witness, if it is one: every cell within its bounds and every relation kept, recomputed
 * here. Where the table is whole, deviations that are whole but for the solver's noise are made so, and are then
 * exact. Undefined when it is no possible table, or when the attacker knows that cells are whole and this one is not.
 */
export function checkedWitness(
  table: LinkedTable,
  { cells }: HiddenComponent,
  point: Float64Array,
): Witness | undefined {
  return checkedMoves(table, cells, point);
}

/** The same for deviations of some cells; all others stay. */
export function checkedMoves(
  table: LinkedTable,
  cells: Int32Array,
  moves: Float64Array,
): Witness | undefined {
  const support: number[] = [];
  const deviations: number[] = [];
  let allWhole = true;
  let largest = 1;
  for (let place = 0; place < cells.length; place++) {
    const cell = cells[place] as number;
    const raw = moves[place] as number;
    const near = Math.round(raw);
    const isNear = table.whole && Math.abs(raw - near) < solverNoise;
    const deviation = isNear ? near : raw;
    const clamped = Math.min(
      Math.max(deviation, -(table.below[cell] as number)),
      table.above[cell] as number,
    );
    if (Math.abs(clamped - raw) > solverNoise * Math.max(1, Math.abs(raw))) return undefined;
    if (clamped === 0) continue;
    if (!Number.isInteger(clamped)) allWhole = false;
    largest = Math.max(largest, Math.abs(clamped));
    support.push(cell);
    deviations.push(clamped);
  }
  if (table.integer && !allWhole) return undefined;
  const witness = { cells: Int32Array.from(support), deviations: Float64Array.from(deviations) };
  const tolerance = allWhole && table.whole ? 0 : solverNoise * Math.min(1, 1e-2 * largest);
  return keepsRelations(table, witness, tolerance) ? witness : undefined;
}

const sumsOf = new WeakMap<LinkedTable, Float64Array>();

/** Relations without a cell that moves are kept by themselves. */
function keepsRelations(table: LinkedTable, { cells, deviations }: Witness, tolerance: number): boolean {
  const sums = sumsOf.get(table) ?? new Float64Array(table.relationCount);
  sumsOf.set(table, sums);
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] as number;
    const deviation = deviations[index] as number;
    const end = table.cellStarts[cell + 1] as number;
    for (let at = table.cellStarts[cell] as number; at < end; at++) {
      const relation = table.cellRelations[at] as number;
      sums[relation] = (sums[relation] as number) + deviation * (table.cellCoefficients[at] as number);
    }
  }
  let kept = true;
  for (const cell of cells) {
    const end = table.cellStarts[cell + 1] as number;
    for (let at = table.cellStarts[cell] as number; at < end; at++) {
      const relation = table.cellRelations[at] as number;
      if (Math.abs(sums[relation] as number) > tolerance) kept = false;
      sums[relation] = 0;
    }
  }
  return kept;
}

/** The same table mirrored at the true one, drawn out or in until the first bound stops it. */
export function mirroredWitness(table: LinkedTable, { cells, deviations }: Witness): Witness | undefined {
  let reach = 1e6;
  for (let index = 0; index < cells.length; index++) {
    const deviation = deviations[index] as number;
    const room = (deviation > 0 ? table.below : table.above)[cells[index] as number] as number;
    reach = Math.min(reach, room / Math.abs(deviation));
  }
  const factor = table.integer ? Math.floor(reach) : reach;
  return factor > 0 ? { cells, deviations: deviations.map((deviation) => -factor * deviation) } : undefined;
}

/** Whether a set of hidden cells holds all that a witness moves: then it is possible under that suppression too. */
export function isPossible({ cells }: Witness, hidden: Uint8Array): boolean {
  for (const cell of cells) if (hidden[cell] !== 1) return false;
  return true;
}
