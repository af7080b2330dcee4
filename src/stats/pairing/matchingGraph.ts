/** A pair that may be matched, of two different nodes, and what it is worth. It is taken once or not at all. */
export type MatchingEdge = { readonly a: number; readonly b: number; readonly weight: number };

/** Nodes are 0, 1, …; two nodes may share several edges, one for each reason to match them. */
export type MatchingGraph = {
  /** For each node, how many edges it can carry: a whole number, 0 for none. */
  readonly capacities: readonly number[];
  readonly edges: readonly MatchingEdge[];
};

/** Throws a RangeError on a capacity that is no whole number, an unknown node, a loop and a weight that is not finite. */
export function graphMustBeSound({ capacities, edges }: MatchingGraph): void {
  for (const capacity of capacities)
    if (!(Number.isInteger(capacity) && capacity >= 0))
      throw new RangeError(`a capacity is a whole number, not ${capacity}`);
  for (const { a, b, weight } of edges) {
    for (const node of [a, b])
      if (capacities[node] === undefined) throw new RangeError(`there is no node ${node}`);
    if (a === b) throw new RangeError(`node ${a} cannot be matched with itself`);
    if (!Number.isFinite(weight)) throw new RangeError(`a weight is a finite number, not ${weight}`);
  }
}
