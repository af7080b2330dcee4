import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Relation, Table, TableCell } from '../src/disclosure/table.ts';

/**
 * A small linked table of counts, another for every seed: two or three ways to group the same students, some ways a
 * hierarchy of two levels, skewed values with many zeros, protections up and down, now and then a width. In
 * every third table some cells are fixed, so that protection may be impossible.
 */
export function randomTables(seed: number): Table {
  const random = xoroshiro128plus(seed);
  const draw = (from: number, to: number) => uniformInt(random, from, to);
  const ways = Array.from({ length: draw(0, 3) === 0 ? 3 : 2 }, () => hierarchy(draw));
  const leaves = ways.reduce((product, way) => product * way.leaves.length, 1);
  const small = leaves > 30;
  const counts = new Map<string, number>();
  for (const leaf of combinations(ways.map((way) => way.leaves))) {
    const value = draw(0, 4) === 0 ? 0 : draw(0, 2) > 0 ? draw(1, 6) : draw(1, small ? 15 : 40);
    for (const key of combinations(leaf.map((one, way) => ways[way]?.above.get(one) ?? []))) {
      const id = key.join('|');
      counts.set(id, (counts.get(id) ?? 0) + value);
    }
  }
  const ids = [...counts.keys()];
  const index = new Map(ids.map((id, place) => [id, place]));
  const fixing = draw(0, 2) === 0 ? draw(1, 3) : 0;
  const cells = ids.map((id) => cellOf(id, counts.get(id) ?? 0, draw(0, 3) < fixing, draw));
  const relations: Relation[] = [];
  for (const id of ids) {
    const key = id.split('|');
    key.forEach((one, way) => {
      const parts = ways[way]?.children.get(one);
      if (!parts) return;
      const at = (name: string) => index.get(key.with(way, name).join('|')) as number;
      relations.push({
        rhs: 0,
        terms: [[index.get(id) as number, -1], ...parts.map((part) => [at(part), 1] as const)],
      });
    });
  }
  return { cells, relations, objective: 'value', integer: false };
}

type Draw = (from: number, to: number) => number;

function cellOf(id: string, value: number, isFixed: boolean, draw: Draw): TableCell {
  const status = value === 0 ? 'fixed' : value <= 5 ? 'sensitive' : isFixed ? 'fixed' : 'safe';
  const guarded = status === 'sensitive';
  return {
    id,
    value,
    weight: draw(1, 9),
    status,
    lower: 0,
    upper: Number.POSITIVE_INFINITY,
    protectLower: guarded ? draw(0, Math.min(value, 3)) : 0,
    protectUpper: guarded ? draw(1, 5) : 0,
    protectWidth: guarded && draw(0, 3) === 0 ? draw(1, 6) : 0,
  };
}

function hierarchy(draw: Draw) {
  const children = new Map<string, readonly string[]>();
  const above = new Map<string, readonly string[]>();
  const leaves: string[] = [];
  const tops = Array.from({ length: draw(2, 4) }, (_, top) => `${top}`);
  children.set('T', tops);
  for (const top of tops) {
    const parts = draw(0, 3) === 0 ? Array.from({ length: draw(2, 3) }, (_, part) => `${top}.${part}`) : [];
    if (parts.length > 0) children.set(top, parts);
    for (const leaf of parts.length > 0 ? parts : [top]) {
      leaves.push(leaf);
      above.set(leaf, leaf === top ? [leaf, 'T'] : [leaf, top, 'T']);
    }
  }
  return { children, above, leaves };
}

function combinations(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<readonly (readonly string[])[]>(
    (all, list) => all.flatMap((one) => list.map((next) => [...one, next])),
    [[]],
  );
}
