import type { HiddenComponent } from './hiddenComponents.ts';
import type { LinkedTable } from './linkedTable.ts';

/**
 * The hidden cells nearest to one, at most `size`, with every relation that touches them: those that share most
 * relations with what is chosen come first, since they close rings. Whatever table is possible when only they may
 * move is possible in the whole component; what is not may still be.
 */
export function nearComponent(
  table: LinkedTable,
  hidden: (cell: number) => boolean,
  cell: number,
  size: number,
): HiddenComponent {
  const chosen = new Set<number>();
  const relations = new Set<number>();
  const shared = new Map<number, number>();
  let next: number | undefined = cell;
  while (next !== undefined && chosen.size < size) {
    chosen.add(next);
    shared.delete(next);
    for (let at = table.cellStarts[next] as number; at < (table.cellStarts[next + 1] as number); at++) {
      const relation = table.cellRelations[at] as number;
      if (relations.has(relation)) continue;
      relations.add(relation);
      const end = table.relationStarts[relation + 1] as number;
      for (let place = table.relationStarts[relation] as number; place < end; place++) {
        const other = table.relationCells[place] as number;
        if (hidden(other) && !chosen.has(other)) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    next = undefined;
    let most = 0;
    for (const [other, count] of shared) if (count > most) [next, most] = [other, count];
  }
  return { cells: Int32Array.from(chosen).sort(), relations: Int32Array.from(relations).sort() };
}
