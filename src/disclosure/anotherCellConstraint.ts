import type { CapacityConstraint } from './capacityConstraint.ts';
import { hiddenComponents } from './hiddenComponents.ts';
import type { LinkedTable } from './linkedTable.ts';

/**
 * The weakest condition for a cell that a suppression does not protect: another cell must be hidden that shares a
 * relation with its component, for nothing else changes what an attacker learns there. Used when linear programs
 * have no sharper one: whole numbers, or a solver that gave no answer.
 */
export function anotherCellConstraint(
  table: LinkedTable,
  hidden: Uint8Array,
  cell: number,
): CapacityConstraint {
  const found = new Set<number>();
  for (const { relations } of hiddenComponents(table, hidden, [cell])) {
    for (const relation of relations) {
      const end = table.relationStarts[relation + 1] as number;
      for (let at = table.relationStarts[relation] as number; at < end; at++) {
        const other = table.relationCells[at] as number;
        if (hidden[other] !== 1 && Number.isFinite(table.cost[other] as number)) found.add(other);
      }
    }
  }
  const cells = Int32Array.from(found).sort();
  return { cells, coefficients: new Float64Array(cells.length).fill(1), rhs: 1 };
}
