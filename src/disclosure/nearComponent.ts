import type { HiddenComponent } from './hiddenComponents.ts';
import type { LinkedTable } from './linkedTable.ts';

/**
 * The cells nearest to one of those that may move, at most `size`, with every relation that touches them: those that
 * share most relations with what is chosen come first, since they close rings, of equals those that `isFirst` names.
 * Whatever table is possible when only they may move is possible in the whole component; what is not may still be.
 */
export function nearComponent(
  table: LinkedTable,
  mayMove: (cell: number) => boolean,
  cell: number,
  size: number,
  isFirst: (cell: number) => boolean = () => true,
): HiddenComponent {
  const chosen = new Set<number>();
  const relations = new Set<number>();
  const scores = new Map<number, number>();
  /** Cells by score, the first that came first; those whose score has grown since are passed over. */
  const waiting: { readonly cells: number[]; from: number }[] = [];
  const wait = (one: number, score: number) => {
    scores.set(one, score);
    while (waiting.length <= score) waiting.push({ cells: [], from: 0 });
    waiting[score]?.cells.push(one);
  };
  const takeNext = (): number | undefined => {
    for (let list = waiting.at(-1); list; list = waiting.at(-1)) {
      while (list.from < list.cells.length) {
        const one = list.cells[list.from++] as number;
        if (scores.get(one) === waiting.length - 1 && !chosen.has(one)) return one;
      }
      waiting.pop();
    }
    return undefined;
  };
  for (let next: number | undefined = cell; next !== undefined && chosen.size < size; next = takeNext()) {
    chosen.add(next);
    for (let at = table.cellStarts[next] as number; at < (table.cellStarts[next + 1] as number); at++) {
      const relation = table.cellRelations[at] as number;
      if (relations.has(relation)) continue;
      relations.add(relation);
      const end = table.relationStarts[relation + 1] as number;
      for (let place = table.relationStarts[relation] as number; place < end; place++) {
        const other = table.relationCells[place] as number;
        if (chosen.has(other) || !mayMove(other)) continue;
        wait(other, (scores.get(other) ?? (isFirst(other) ? 1 : 0)) + 2);
      }
    }
  }
  return { cells: Int32Array.from(chosen).sort(), relations: Int32Array.from(relations).sort() };
}
