import type { LinkedTable } from './linkedTable.ts';

/**
 * A condition that every suppression must meet which protects a cell: the coefficients of the complementary cells
 * that it hides must add up to `rhs` at least. Without cells it cannot be met: nothing protects that cell.
 */
export type CapacityConstraint = {
  readonly cells: Int32Array;
  readonly coefficients: Float64Array;
  readonly rhs: number;
};

const noise = 1e-7;
const grid = 2 ** 20;

/** One side of the attack on a cell: its sign (1 up, -1 down) and the multipliers that stop it, by relation. */
export type AttackedSide = { readonly sign: 1 | -1; readonly multipliers: ReadonlyMap<number, number> };

/**
 * The capacity constraint of Fischetti and Salazar (2001, section 3): by duality a cell moves at most by the sum of
 * K_j over the hidden cells j, where K_j is the reduced cost of j times the room it has in the direction that helps.
 * It holds for any multipliers, so rounding them costs nothing but sharpness. What the cells hidden anyway
 * contribute is taken off, and no coefficient need exceed what is then left. Undefined when they suffice already.
 */
export function capacityConstraint(
  table: LinkedTable,
  cell: number,
  sides: readonly AttackedSide[],
  need: number,
): CapacityConstraint | undefined {
  const capacities = new Map<number, number>();
  for (const side of sides) addCapacities(table, cell, side, capacities);
  let rhs = need;
  const cells: number[] = [];
  for (const [other, capacity] of capacities) {
    if (table.hidden[other] === 1) rhs -= capacity;
    else if (capacity > 0 && Number.isFinite(table.cost[other] as number)) cells.push(other);
  }
  if (!(rhs > noise)) return undefined;
  cells.sort((a, b) => a - b);
  return {
    cells: Int32Array.from(cells),
    coefficients: Float64Array.from(cells, (other) => Math.min(capacities.get(other) as number, rhs)),
    rhs,
  };
}

/** Whether no suppression at all can meet it. */
export function isHopeless({ coefficients, rhs }: CapacityConstraint): boolean {
  let sum = 0;
  for (const coefficient of coefficients) sum += coefficient;
  return sum < rhs - noise * Math.max(1, rhs);
}

function addCapacities(
  table: LinkedTable,
  cell: number,
  { sign, multipliers }: AttackedSide,
  capacities: Map<number, number>,
): void {
  const reduced = new Map<number, number>([[cell, -sign]]);
  for (const [relation, exact] of multipliers) {
    const multiplier = Math.round(exact * grid) / grid;
    if (multiplier === 0) continue;
    const end = table.relationStarts[relation + 1] as number;
    for (let at = table.relationStarts[relation] as number; at < end; at++) {
      const other = table.relationCells[at] as number;
      const change = multiplier * (table.relationCoefficients[at] as number);
      reduced.set(other, (reduced.get(other) ?? 0) - change);
    }
  }
  for (const [other, cost] of reduced) {
    if (Math.abs(cost) < noise) continue;
    const room = (cost < 0 ? table.above : table.below)[other] as number;
    const capacity = Math.abs(cost) * room;
    if (capacity > 0) capacities.set(other, (capacities.get(other) ?? 0) + capacity);
  }
}
