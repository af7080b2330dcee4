import type { CapacityConstraint } from './capacityConstraint.ts';

/** Every capacity constraint met so far, each once. */
export type ConstraintPool = {
  /** Takes a constraint in; gives the one that stands for it. */
  readonly add: (constraint: CapacityConstraint) => CapacityConstraint;
  readonly constraints: readonly CapacityConstraint[];
};

export function constraintPool(): ConstraintPool {
  const byHash = new Map<number, CapacityConstraint[]>();
  const constraints: CapacityConstraint[] = [];
  return {
    constraints,
    add: (constraint) => {
      const hash = hashOf(constraint);
      const alike = byHash.get(hash) ?? [];
      const known = alike.find((one) => isSame(one, constraint));
      if (known) return known;
      alike.push(constraint);
      byHash.set(hash, alike);
      constraints.push(constraint);
      return constraint;
    },
  };
}

function hashOf({ cells }: CapacityConstraint): number {
  let hash = cells.length;
  for (const cell of cells) hash = (Math.imul(hash, 31) + cell) | 0;
  return hash;
}

function isSame(one: CapacityConstraint, other: CapacityConstraint): boolean {
  if (one.cells.length !== other.cells.length) return false;
  for (let at = 0; at < one.cells.length; at++) {
    if (one.cells[at] !== other.cells[at]) return false;
    const share = (one.coefficients[at] as number) / one.rhs;
    if (Math.abs(share - (other.coefficients[at] as number) / other.rhs) > 1e-9) return false;
  }
  return true;
}
