import type { LinkedTable } from './linkedTable.ts';
import { type NodeHeap, nodeHeap } from './nodeHeap.ts';
import type { Witness } from './witness.ts';

export type RingOptions = {
  /** How many partial rings are looked at for each step. */
  readonly nodes: number;
  /** Whether cells that are published may be moved too, at their cost. */
  readonly mayHide: boolean;
  /** How much dearer a ring may be so that it is found sooner: 1 looks for the cheapest. */
  readonly haste?: number;
};

export type RingSearch = {
  /**
   * Another possible table in which a hidden cell lies `amount` higher (lower when negative), or as far that way as was
   * found; undefined when it does not move. That none is found proves nothing.
   */
  readonly reach: (cell: number, amount: number, options: RingOptions) => Witness | undefined;
  /** Adds moves to some that break relations until none is broken; undefined when that is not found. */
  readonly complete: (moves: Witness, options: RingOptions) => Witness | undefined;
  /** Says that a cell is hidden from now on. */
  readonly hide: (cell: number) => void;
  /** Says that a cell was hidden and is published again. */
  readonly show: (cell: number) => void;
};

const tiny = 1e-9;
const longRelation = 300;
const mostOpen = 40;
/** Steps of less than this share of the way are not tried: the way would be crept along one by one, from far for hours. */
const leastShare = 1 / 256;

/**
 * Looks for witnesses by hand: a cell is moved, then in every relation that this breaks another hidden cell makes up
 * for it, until none is broken: a ring of moves (the hypercubes of Repsilber 1994 are the shortest in tables of two
 * dimensions and more). Partial rings with the fewest broken relations go first, then those that cost least. Sums are
 * kept exactly where the table is whole. No linear program is needed, and most cells of large tables have a short ring.
 */
export function ringSearch(table: LinkedTable, hidden: Uint8Array): RingSearch {
  const { cellStarts, cellRelations, cellCoefficients, relationStarts, relationCells } = table;
  const { relationCoefficients, above, below, cost } = table;
  const z = new Float64Array(table.cellCount);
  const residual = new Float64Array(table.relationCount);
  const openAt = new Int32Array(table.relationCount).fill(-1);
  const open: number[] = [];
  const onPath = new Uint8Array(table.cellCount);
  const hiddenIn = new Int32Array(table.relationCount);
  /** The hidden cells that stand in one relation only, by relation, as linked lists: they close it without more ado. */
  const firstSlack = new Int32Array(table.relationCount).fill(-1);
  const nextSlack = new Int32Array(table.cellCount).fill(-1);
  for (let cell = 0; cell < table.cellCount; cell++) if (hidden[cell] === 1) countHidden(cell, 1);

  function countHidden(cell: number, sign: 1 | -1): void {
    for (let at = cellStarts[cell] as number; at < (cellStarts[cell + 1] as number); at++) {
      const relation = cellRelations[at] as number;
      hiddenIn[relation] = (hiddenIn[relation] as number) + sign;
    }
    const [first, last] = [cellStarts[cell] as number, cellStarts[cell + 1] as number];
    if (last - first !== 1) return;
    const relation = cellRelations[first] as number;
    if (sign === 1) {
      nextSlack[cell] = firstSlack[relation] as number;
      firstSlack[relation] = cell;
      return;
    }
    let before = firstSlack[relation] as number;
    if (before === cell) firstSlack[relation] = nextSlack[cell] as number;
    else {
      while (nextSlack[before] !== cell) before = nextSlack[before] as number;
      nextSlack[before] = nextSlack[cell] as number;
    }
  }

  function move(cell: number, by: number): void {
    z[cell] = near((z[cell] as number) + by);
    for (let at = cellStarts[cell] as number; at < (cellStarts[cell + 1] as number); at++) {
      const relation = cellRelations[at] as number;
      const after = near((residual[relation] as number) + (cellCoefficients[at] as number) * by);
      residual[relation] = after;
      const place = openAt[relation] as number;
      if (after !== 0 && place < 0) openAt[relation] = open.push(relation) - 1;
      else if (after === 0 && place >= 0) {
        const last = open.pop() as number;
        if (last !== relation) {
          open[place] = last;
          openAt[last] = place;
        }
        openAt[relation] = -1;
      }
    }
  }

  function room(cell: number, by: number): number {
    return by > 0
      ? (above[cell] as number) - (z[cell] as number)
      : (below[cell] as number) + (z[cell] as number);
  }

  /** Whether a hidden cell of a relation would close it together with one that is open. */
  function closes(relation: number, left: number, except: number): boolean {
    const end = relationStarts[relation + 1] as number;
    for (let at = relationStarts[relation] as number; at < end; at++) {
      const cell = relationCells[at] as number;
      if (hidden[cell] !== 1 || onPath[cell] === 1) continue;
      const by = -left / (relationCoefficients[at] as number);
      if (room(cell, by) < Math.abs(by)) continue;
      const last = cellStarts[cell + 1] as number;
      if (last - (cellStarts[cell] as number) === 1) return true;
      for (let other = cellStarts[cell] as number; other < last; other++) {
        const second = cellRelations[other] as number;
        if (second === relation || second === except || openAt[second] === -1) continue;
        if (near((residual[second] as number) + (cellCoefficients[other] as number) * by) === 0) return true;
      }
    }
    return false;
  }

  function nextRelation(mayHide: boolean): number {
    let [best, least] = [-1, Number.POSITIVE_INFINITY];
    for (const relation of open) {
      const length = (relationStarts[relation + 1] as number) - (relationStarts[relation] as number);
      const options = mayHide ? length : (hiddenIn[relation] as number);
      if (options < least) [best, least] = [relation, options];
    }
    return best;
  }

  function expand(heap: NodeHeap, node: number, pace: number, mayHide: boolean): void {
    const relation = nextRelation(mayHide);
    const wantedBy = -(residual[relation] as number);
    const paid = node < 0 ? 0 : (heap.cost[node] as number);
    const end = relationStarts[relation + 1] as number;
    for (let at = relationStarts[relation] as number; at < end; at++) {
      const cell = relationCells[at] as number;
      if (onPath[cell] === 1) continue;
      const price = hidden[cell] === 1 ? 0 : (cost[cell] as number);
      if (price > 0 && (!mayHide || price === Number.POSITIVE_INFINITY)) continue;
      const wanted = wantedBy / (relationCoefficients[at] as number);
      const size = Math.min(Math.abs(wanted), room(cell, wanted));
      if (size < tiny) continue;
      const by = wanted > 0 ? size : -size;
      let count = open.length;
      let bonus = 0;
      for (let other = cellStarts[cell] as number; other < (cellStarts[cell + 1] as number); other++) {
        const second = cellRelations[other] as number;
        const before = residual[second] as number;
        const after = near(before + (cellCoefficients[other] as number) * by);
        if (after === 0 && before !== 0) count--;
        else if (after !== 0 && before === 0) {
          count++;
          const length = (relationStarts[second + 1] as number) - (relationStarts[second] as number);
          if (length <= longRelation && closes(second, after, relation)) bonus += 0.8;
        }
      }
      if (count > mostOpen) continue;
      heap.push(node, cell, by, paid + price, paid + price + pace * (count - bonus));
    }
  }

  const path: number[] = [];
  const moves: number[] = [];
  function setPath(heap: NodeHeap, node: number): void {
    clearPath();
    for (let at = node; at >= 0; at = heap.parent[at] as number)
      step(heap.cell[at] as number, heap.by[at] as number);
    for (let at = open.length - 1; at >= 0; at--) closeBySlack(open[at] as number);
  }
  function step(cell: number, by: number): void {
    move(cell, by);
    onPath[cell] = 1;
    path.push(cell);
    moves.push(by);
  }
  function clearPath(): void {
    while (path.length > 0) {
      const cell = path.pop() as number;
      move(cell, -(moves.pop() as number));
      onPath[cell] = 0;
    }
  }
  /** Closing takes the relation out of `open` and puts the last one in its place, which was looked at before. */
  function closeBySlack(relation: number): void {
    for (let cell = firstSlack[relation] as number; cell >= 0; cell = nextSlack[cell] as number) {
      if (onPath[cell] === 1) continue;
      const by = -(residual[relation] as number) / (cellCoefficients[cellStarts[cell] as number] as number);
      if (room(cell, by) >= Math.abs(by)) return step(cell, by);
    }
  }

  /** Closes all open relations; the moves stay made, and their cells are told. Undefined: everything is as before. */
  function close({ nodes, mayHide }: RingOptions, pace: number): readonly number[] | undefined {
    if (open.length === 0) return [];
    const heap = nodeHeap();
    let node: number | undefined = -1;
    for (let left = nodes; left > 0 && node !== undefined; left--) {
      setPath(heap, node);
      if (open.length === 0) {
        moves.length = 0;
        const cells = path.splice(0);
        for (const cell of cells) onPath[cell] = 0;
        return cells;
      }
      expand(heap, node, pace, mayHide);
      node = heap.pop();
    }
    clearPath();
    return undefined;
  }

  function cheapestBeside(cell: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let at = cellStarts[cell] as number; at < (cellStarts[cell + 1] as number); at++) {
      const relation = cellRelations[at] as number;
      for (
        let place = relationStarts[relation] as number;
        place < (relationStarts[relation + 1] as number);
        place++
      ) {
        const other = relationCells[place] as number;
        if (hidden[other] !== 1 && (cost[other] as number) > 0)
          least = Math.min(least, cost[other] as number);
      }
    }
    return Number.isFinite(least) ? least : 1;
  }

  return {
    hide: (cell) => countHidden(cell, 1),
    show: (cell) => countHidden(cell, -1),
    complete: ({ cells, deviations }, options) => {
      const moved = new Set<number>(cells);
      cells.forEach((cell, at) => move(cell, deviations[at] as number));
      const closed = close(options, 1);
      if (!closed) cells.forEach((cell, at) => move(cell, -(deviations[at] as number)));
      for (const cell of closed ?? []) moved.add(cell);
      return takeMoves(moved, closed !== undefined);
    },
    reach: (cell, amount, options) => {
      const moved = new Set<number>([cell]);
      const pace = options.mayHide ? (options.haste ?? 1) * cheapestBeside(cell) : 1;
      let [left, step] = [Math.abs(amount), Math.abs(amount)];
      onPath[cell] = 1;
      const least = Math.max(tiny, leastShare * left);
      while (left > tiny && step >= least) {
        const by = amount > 0 ? Math.min(step, left) : -Math.min(step, left);
        const closed = room(cell, by) < Math.abs(by) - tiny ? undefined : tryMove(cell, by, options, pace);
        if (closed) {
          for (const one of closed) moved.add(one);
          left -= Math.abs(by);
        } else step = table.whole ? Math.floor(step / 2) : step < 1 ? 0 : step / 2;
      }
      onPath[cell] = 0;
      return takeMoves(moved, left < Math.abs(amount));
    },
  };

  /** The moves as they stand; afterwards nothing is moved. */
  function takeMoves(moved: ReadonlySet<number>, isFound: boolean): Witness | undefined {
    const cells = [...moved].filter((one) => z[one] !== 0);
    const deviations = cells.map((one) => z[one] as number);
    for (const one of moved) z[one] = 0;
    return isFound ? { cells: Int32Array.from(cells), deviations: Float64Array.from(deviations) } : undefined;
  }

  function tryMove(
    cell: number,
    by: number,
    options: RingOptions,
    pace: number,
  ): readonly number[] | undefined {
    move(cell, by);
    const closed = close(options, pace);
    if (!closed) move(cell, -by);
    return closed;
  }
}

/** Sums are whole but for the rounding of tables that are not. */
function near(sum: number): number {
  return sum < tiny && sum > -tiny ? 0 : sum;
}
