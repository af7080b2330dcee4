import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { cutTree, type Pipe } from './cutTree.ts';

/** The cut that separates two nodes, smallest over all sides. */
function smallestByEnumeration(nodes: number, pipes: readonly Pipe[], one: number, other: number): number {
  let least = Infinity;
  for (let side = 0; side < 1 << nodes; side++)
    if (side & (1 << one) && !(side & (1 << other)))
      least = Math.min(
        least,
        sizeOf(pipes, (node) => (side & (1 << node)) !== 0),
      );
  return least;
}

function sizeOf(pipes: readonly Pipe[], inside: (node: number) => boolean): number {
  return pipes.reduce((sum, { a, b, size }) => (inside(a) === inside(b) ? sum : sum + size), 0);
}

test('in 200 random networks of 2 to 7 nodes every fundamental cut has its size and every pair its smallest cut', () => {
  const generator = xoroshiro128plus(1961);
  const draw = (most: number) => uniformInt(generator, 0, most);
  for (let turn = 0; turn < 200; turn++) {
    const nodes = 2 + draw(5);
    const pipes = Array.from({ length: draw(12) }, () => ({
      a: draw(nodes - 1),
      b: draw(nodes - 1),
      size: draw(8) / 8,
    })).filter(({ a, b }) => a !== b);
    const { parent, cut } = cutTree(nodes, pipes);
    const pathOf = (node: number): number[] => (node === 0 ? [0] : [node, ...pathOf(parent[node] as number)]);
    for (let node = 1; node < nodes; node++)
      assert.equal(
        cut[node],
        sizeOf(pipes, (other) => pathOf(other).includes(node)),
      );
    for (let one = 0; one < nodes; one++)
      for (let other = 0; other < one; other++) {
        const [from, to] = [pathOf(one), pathOf(other)];
        const between = [
          ...from.filter((node) => !to.includes(node)),
          ...to.filter((node) => !from.includes(node)),
        ];
        const least = Math.min(...between.map((node) => cut[node] as number));
        assert.equal(least, smallestByEnumeration(nodes, pipes, one, other));
      }
  }
});
