/** Partial answers of a best-first search, each a step on from its parent (-1: the beginning). */
export type NodeHeap = {
  readonly parent: readonly number[];
  readonly cell: readonly number[];
  readonly by: readonly number[];
  readonly cost: readonly number[];
  readonly push: (parent: number, cell: number, by: number, cost: number, rank: number) => void;
  /** Takes out the node of the least rank; of equals the one that came last. */
  readonly pop: () => number | undefined;
};

export function nodeHeap(): NodeHeap {
  const [parent, cell, by, cost, rank]: [number[], number[], number[], number[], number[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  const heap: number[] = [];
  const isBefore = (one: number, other: number): boolean => {
    const [first, second] = [rank[one] as number, rank[other] as number];
    return first < second || (first === second && one > other);
  };
  return {
    parent,
    cell,
    by,
    cost,
    push: (...[from, moved, amount, paid, order]) => {
      parent.push(from);
      cell.push(moved);
      by.push(amount);
      cost.push(paid);
      const node = rank.push(order) - 1;
      let at = heap.push(node) - 1;
      while (at > 0) {
        const up = (at - 1) >> 1;
        if (!isBefore(node, heap[up] as number)) break;
        heap[at] = heap[up] as number;
        at = up;
      }
      heap[at] = node;
    },
    pop: () => {
      const top = heap[0];
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return top;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= heap.length) break;
        if (child + 1 < heap.length && isBefore(heap[child + 1] as number, heap[child] as number)) child++;
        if (!isBefore(heap[child] as number, last)) break;
        heap[at] = heap[child] as number;
        at = child;
      }
      heap[at] = last;
      return top;
    },
  };
}
