import type { CapacityConstraint } from './capacityConstraint.ts';

/** Constraints that share cells, directly or through others: a problem of their own. */
export type ConstraintCluster = {
  readonly constraints: readonly CapacityConstraint[];
  /** Tells clusters of the same pool apart: a pool only grows, so the same key means the same constraints. */
  readonly key: string;
};

/** Splits the constraints of a pool into clusters that have no cell in common. */
export function constraintClusters(constraints: readonly CapacityConstraint[]): readonly ConstraintCluster[] {
  const parent = new Map<number, number>();
  const rootOf = (cell: number): number => {
    let root = cell;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = cell; at !== root; ) {
      const up = parent.get(at) as number;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  for (const { cells } of constraints) {
    const first = cells[0] as number;
    for (const cell of cells) {
      if (!parent.has(cell)) parent.set(cell, cell);
      parent.set(rootOf(cell), rootOf(first));
    }
  }
  const groups = new Map<number, number[]>();
  constraints.forEach(({ cells }, index) => {
    const root = rootOf(cells[0] as number);
    const group = groups.get(root);
    if (group) group.push(index);
    else groups.set(root, [index]);
  });
  return [...groups.values()].map((indices) => ({
    constraints: indices.map((index) => constraints[index] as CapacityConstraint),
    key: `${indices.length}:${indices[0]}:${indices.at(-1)}`,
  }));
}
