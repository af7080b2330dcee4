import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { loadSolver } from './loadSolver.ts';
import type { MatchingEdge, MatchingGraph } from './matchingGraph.ts';
import { maximumWeightMatching } from './maximumWeightMatching.ts';

const solver = await loadSolver();

function match(graph: MatchingGraph) {
  const answer = maximumWeightMatching(solver, graph);
  assert.ok(answer.ok);
  return answer;
}

/** The best total by trying every set of edges, an edge at a time, without the edges of `forbidden`. */
function bestByEnumeration({ capacities, edges }: MatchingGraph, forbidden?: number): number {
  const left = [...capacities];
  const best = (from: number): number => {
    const edge = edges[from];
    if (!edge) return 0;
    const without = best(from + 1);
    const { a, b, weight } = edge;
    if (from === forbidden || weight <= 0 || !left[a] || !left[b]) return without;
    for (const node of [a, b]) (left[node] as number) -= 1;
    const withIt = weight + best(from + 1);
    for (const node of [a, b]) (left[node] as number) += 1;
    return Math.max(without, withIt);
  };
  return best(0);
}

/** Of all best matchings the one whose edges, read as a word of taken and not, come first. */
function earliestByEnumeration({ capacities, edges }: MatchingGraph): number[] {
  let fixed: number[] = [];
  let left = capacities;
  for (const [edge, { a, b, weight }] of edges.entries()) {
    if (weight <= 0 || !left[a] || !left[b]) continue;
    const rest = edges.slice(edge + 1);
    const after = left.map((one, node) => one - Number(node === a || node === b));
    const withIt = weight + bestByEnumeration({ capacities: after, edges: rest });
    if (withIt < bestByEnumeration({ capacities: left, edges: rest }) - 1e-9) continue;
    fixed = [...fixed, edge];
    left = after;
  }
  return fixed;
}

function randomGraph(seed: number, weightOf: (draw: (most: number) => number) => number): MatchingGraph {
  const generator = xoroshiro128plus(seed);
  const draw = (most: number) => uniformInt(generator, 0, most);
  const nodes = 3 + draw(5);
  const capacities = Array.from({ length: nodes }, () => [1, 1, 1, 2, 3, 0][draw(5)] as number);
  const edges: MatchingEdge[] = [];
  for (let a = 0; a < nodes; a++)
    for (let b = a + 1; b < nodes; b++)
      if (draw(9) < 6 && edges.length < 14) {
        edges.push({ a, b, weight: weightOf(draw) });
        if (draw(9) === 0) edges.push({ a: b, b: a, weight: weightOf(draw) });
      }
  return { capacities, edges };
}

for (const [what, count, weightOf] of [
  ['whole weights from -1 to 6', 1000, (draw) => draw(7) - 1],
  ['real weights', 1000, (draw) => (draw(1_000_000) - 50_000) / 700_001],
] as const satisfies readonly (readonly [string, number, (draw: (most: number) => number) => number])[])
  test(`${count} random graphs of 3 to 8 nodes with ${what}: total, each loss and the earliest best are those of enumeration`, () => {
    let matched = 0;
    for (let seed = 1; seed <= count; seed++) {
      const graph = randomGraph(seed, weightOf);
      const { total, taken } = match(graph);
      const best = bestByEnumeration(graph);
      assert.ok(Math.abs(total - best) < 1e-9, `seed ${seed}: ${total} is not ${best}`);
      assert.deepEqual(
        taken.map(({ edge }) => edge),
        earliestByEnumeration(graph),
        `seed ${seed}`,
      );
      for (const { edge, runnerUp } of taken) {
        const loss = best - bestByEnumeration(graph, edge);
        assert.ok(
          Math.abs(runnerUp.loss - loss) < 1e-9,
          `seed ${seed}, edge ${edge}: ${runnerUp.loss} is not ${loss}`,
        );
      }
      matched += taken.length;
    }
    assert.ok(matched > 2 * count, `${matched} edges taken`);
  });

test('a triangle of worth 2 each has one edge, the first; five nodes in a ring have the best two', () => {
  const ring = (weights: readonly number[]): MatchingGraph => ({
    capacities: weights.map(() => 1),
    edges: weights.map((weight, a) => ({ a, b: (a + 1) % weights.length, weight })),
  });
  const triangle = match(ring([2, 2, 2]));
  assert.deepEqual([triangle.total, triangle.taken.map(({ edge }) => edge)], [2, [0]]);
  assert.equal(triangle.taken[0]?.runnerUp.loss, 0);
  const five = match(ring([5, 6, 5, 4, 3]));
  assert.deepEqual([five.total, five.taken.map(({ edge }) => edge)], [10, [0, 2]]);
});

test('a strong district with room for two is given to the two who gain most, and each proposal names what comes next', () => {
  // 0 is strong with capacity 2; 1, 2 and 3 are in need; 4 is weaker and can help 3 alone.
  const graph: MatchingGraph = {
    capacities: [2, 1, 1, 1, 1],
    edges: [
      { a: 0, b: 1, weight: 5 },
      { a: 0, b: 2, weight: 4 },
      { a: 0, b: 3, weight: 3.5 },
      { a: 4, b: 3, weight: 1 },
    ],
  };
  const { total, taken } = match(graph);
  assert.equal(total, 10);
  assert.deepEqual(taken, [
    { edge: 0, runnerUp: { loss: 2.5, instead: [2], givenUp: [0, 3] } },
    { edge: 1, runnerUp: { loss: 1.5, instead: [2], givenUp: [1, 3] } },
    { edge: 3, runnerUp: { loss: 1, instead: [], givenUp: [3] } },
  ]);
});

test('nothing to match, capacities of 0 and worthless edges give an empty matching', () => {
  const nothing = { ok: true, total: 0, taken: [] } as const;
  assert.deepEqual(match({ capacities: [], edges: [] }), nothing);
  assert.deepEqual(match({ capacities: [1, 1], edges: [{ a: 0, b: 1, weight: -2 }] }), nothing);
  assert.deepEqual(match({ capacities: [1, 0], edges: [{ a: 0, b: 1, weight: 3 }] }), nothing);
});

test('weights of a millionth and of a billion give the same pairs', () => {
  for (const scale of [1e-6, 1, 1e9]) {
    const weights = [0.3, 0.7, 0.2, 0.9, 0.4, 0.8, 0.5];
    const edges = weights.map((weight, a) => ({ a, b: (a + 3) % 7, weight: weight * scale }));
    const { taken } = match({ capacities: weights.map(() => 1), edges });
    assert.deepEqual(
      taken.map(({ edge }) => edge),
      [3, 4, 5],
    );
  }
});

test('120 nodes with 6 neighbours each and capacities of 1 or 2 are solved, and no pair of edges can be bettered', () => {
  const generator = xoroshiro128plus(7);
  const draw = (most: number) => uniformInt(generator, 0, most);
  const capacities = Array.from({ length: 120 }, () => 1 + draw(1));
  const edges = capacities.flatMap((_, a) =>
    Array.from({ length: 3 }, () => ({ a, b: (a + 1 + draw(20)) % 120, weight: 1 + draw(1000) })),
  );
  const { total, taken } = match({ capacities, edges });
  assert.ok(taken.length > 60);
  assert.equal(
    total,
    taken.reduce((sum, { edge }) => sum + (edges[edge]?.weight ?? 0), 0),
  );
  for (const { edge, runnerUp } of taken) {
    const worth = (some: readonly number[]) => some.reduce((sum, one) => sum + (edges[one]?.weight ?? 0), 0);
    assert.ok(runnerUp.givenUp.includes(edge));
    assert.equal(runnerUp.loss, worth(runnerUp.givenUp) - worth(runnerUp.instead));
  }
});

test('half a capacity, an unknown node, a loop and a weight without end are refused', () => {
  const edge = { a: 0, b: 1, weight: 1 };
  const refused = (graph: MatchingGraph, sentence: RegExp) =>
    assert.throws(() => maximumWeightMatching(solver, graph), sentence);
  refused({ capacities: [0.5, 1], edges: [edge] }, /whole number, not 0.5/);
  refused({ capacities: [1, 1], edges: [{ ...edge, b: 2 }] }, /no node 2/);
  refused({ capacities: [1, 1], edges: [{ ...edge, b: 0 }] }, /node 0 cannot be matched with itself/);
  refused({ capacities: [1, 1], edges: [{ ...edge, weight: Infinity }] }, /not Infinity/);
});
