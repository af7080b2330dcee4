import type { LinkedTable } from './linkedTable.ts';

/** What the complementary cells of a suppression cost under the table's objective. */
export function costOf(table: LinkedTable, hidden: Uint8Array): number {
  let cost = 0;
  for (let cell = 0; cell < table.cellCount; cell++)
    if (hidden[cell] === 1 && table.hidden[cell] !== 1) cost += table.cost[cell] as number;
  return cost;
}

/** The complementary cells, ascending. */
export function complementaryCells(table: LinkedTable, hidden: Uint8Array): number[] {
  const cells: number[] = [];
  for (let cell = 0; cell < table.cellCount; cell++)
    if (hidden[cell] === 1 && table.hidden[cell] !== 1) cells.push(cell);
  return cells;
}

/** Whether a cell must be protected at all. */
export function isGuarded({ needBelow, needAbove, needWidth }: LinkedTable, cell: number): boolean {
  return (
    (needBelow[cell] as number) > 0 || (needAbove[cell] as number) > 0 || (needWidth[cell] as number) > 0
  );
}
