import type { LinkedTable } from './linkedTable.ts';

/** Hidden cells that relations tie together, and the relations that do: what an attacker must reckon with at once. */
export type HiddenComponent = { readonly cells: Int32Array; readonly relations: Int32Array };

/**
 * Splits the hidden cells into connected components. Published cells are known numbers and tie nothing together, so
 * an attacker's problem falls apart into these. Ascending cells; a cell in no relation stands alone. With `from`, only
 * the components that hold one of these cells.
 */
export function hiddenComponents(
  table: LinkedTable,
  hidden: Uint8Array,
  from?: Iterable<number>,
): readonly HiddenComponent[] {
  const cellSeen = new Uint8Array(table.cellCount);
  const relationSeen = new Uint8Array(table.relationCount);
  const components: HiddenComponent[] = [];
  for (const start of from ?? hidden.keys()) {
    if (hidden[start] !== 1 || cellSeen[start] === 1) continue;
    components.push(grow(table, hidden, start, cellSeen, relationSeen));
  }
  return components;
}

function grow(
  table: LinkedTable,
  hidden: Uint8Array,
  start: number,
  cellSeen: Uint8Array,
  relationSeen: Uint8Array,
): HiddenComponent {
  const cells = [start];
  const relations: number[] = [];
  cellSeen[start] = 1;
  for (let next = 0; next < cells.length; next++) {
    const cell = cells[next] as number;
    for (let at = table.cellStarts[cell] as number; at < (table.cellStarts[cell + 1] as number); at++) {
      const relation = table.cellRelations[at] as number;
      if (relationSeen[relation] === 1) continue;
      relationSeen[relation] = 1;
      relations.push(relation);
      const end = table.relationStarts[relation + 1] as number;
      for (let place = table.relationStarts[relation] as number; place < end; place++) {
        const neighbour = table.relationCells[place] as number;
        if (hidden[neighbour] !== 1 || cellSeen[neighbour] === 1) continue;
        cellSeen[neighbour] = 1;
        cells.push(neighbour);
      }
    }
  }
  return { cells: Int32Array.from(cells).sort(), relations: Int32Array.from(relations).sort() };
}
