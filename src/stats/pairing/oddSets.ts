import { cutTree, type Pipe } from './cutTree.ts';
import type { MatchingGraph } from './matchingGraph.ts';

/** Of these edges a matching takes at most so many. */
export type OddSet = { readonly edges: readonly number[]; readonly most: number };

const slack = 1e-6;

/**
 * Inequalities that every matching keeps and that the given shares of edges break: inside a set of nodes S, and over
 * edges F that leave it, at most half of (capacities of S + number of F), rounded down. With the capacities and the
 * bounds of 0 and 1 they describe all matchings (J. Edmonds 1965, Journal of Research of the National Bureau of
 * Standards 69B, 125-130). They are sought in the cut tree of a network in which an edge has the size min(x, 1 - x)
 * and what a node has left leads to node 0: a broken one is among the tree's cuts (A. Letchford, G. Reinelt & D. Theis
 * 2004, IPCO X, 196-205). Only the ends of fractional edges are looked at, since other nodes change neither the cut
 * nor whether it is odd.
 */
export function oddSets(graph: MatchingGraph, shares: ArrayLike<number>): OddSet[] {
  const { edges, capacities } = graph;
  const placeOf = new Map<number, number>();
  const pipes: Pipe[] = [];
  const left = [...capacities];
  for (const [edge, { a, b }] of edges.entries()) {
    const share = shares[edge] as number;
    for (const node of [a, b]) left[node] = (left[node] as number) - share;
    if (share < slack || share > 1 - slack) continue;
    for (const node of [a, b]) if (!placeOf.has(node)) placeOf.set(node, placeOf.size + 1);
    pipes.push({
      a: placeOf.get(a) as number,
      b: placeOf.get(b) as number,
      size: Math.min(share, 1 - share),
    });
  }
  for (const [node, place] of placeOf)
    if ((left[node] as number) > slack) pipes.push({ a: 0, b: place, size: left[node] as number });
  const { parent, cut } = cutTree(placeOf.size + 1, pipes);
  return [...placeOf.values()].flatMap((root) => {
    if ((cut[root] as number) >= 1 - slack) return [];
    const inside = new Set(
      [...placeOf].filter(([, place]) => isBelow(parent, place, root)).map(([node]) => node),
    );
    return brokenBy(graph, shares, inside);
  });
}

function isBelow(parent: readonly number[], node: number, root: number): boolean {
  let one = node;
  while (one !== root && one !== 0) one = parent[one] as number;
  return one === root;
}

/** The inequality of S with the F that breaks it most, when it is broken. */
function brokenBy(
  { edges, capacities }: MatchingGraph,
  shares: ArrayLike<number>,
  inside: ReadonlySet<number>,
): OddSet[] {
  const inner: number[] = [];
  const leaving: number[] = [];
  for (const [edge, { a, b }] of edges.entries()) {
    const ends = Number(inside.has(a)) + Number(inside.has(b));
    if (ends === 2) inner.push(edge);
    if (ends === 1) leaving.push(edge);
  }
  const capacity = [...inside].reduce((sum, node) => sum + (capacities[node] as number), 0);
  const chosen = oddLeaving(leaving, shares, capacity % 2 === 0);
  if (!chosen) return [];
  const most = (capacity + chosen.length - 1) / 2;
  const value = [...inner, ...chosen].reduce((sum, edge) => sum + (shares[edge] as number), 0);
  return value > most + slack ? [{ edges: [...inner, ...chosen], most }] : [];
}

/** The leaving edges taken by more than half; one more or less, the cheapest, where their number must be odd or even. */
function oddLeaving(
  leaving: readonly number[],
  shares: ArrayLike<number>,
  mustBeOdd: boolean,
): readonly number[] | undefined {
  const chosen = leaving.filter((edge) => (shares[edge] as number) > 0.5);
  if ((chosen.length % 2 === 1) === mustBeOdd) return chosen;
  const [first, ...rest] = leaving;
  if (first === undefined) return undefined;
  const cost = (edge: number) => Math.abs(1 - 2 * (shares[edge] as number));
  const turned = rest.reduce((best, edge) => (cost(edge) < cost(best) ? edge : best), first);
  return chosen.includes(turned) ? chosen.filter((edge) => edge !== turned) : [...chosen, turned];
}
