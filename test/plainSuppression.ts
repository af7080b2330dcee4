import { type CountedTable, type Slice, sliceKey } from '../src/disclosure/counts/countedTable.ts';
import { type SliceRelation, sliceRelations } from '../src/disclosure/counts/sliceRelations.ts';

/** What others do: hides groups of fewer than `threshold`, and nothing else. 1 by slice for what is hidden. */
export function hideSmall({ slices }: CountedTable, _district: string, threshold: number): Uint8Array {
  return Uint8Array.from(slices, ({ n }) => (n < threshold ? 1 : 0));
}

/** Besides, wherever one part alone of a relation is hidden, the smallest that is shown, until no part stands alone. */
export function hideNextSmallest(table: CountedTable, district: string, threshold: number): Uint8Array {
  const hidden = hideSmall(table, district, threshold);
  const relations = exactRelations(table, district).map(({ whole, parts }) => [whole, ...parts]);
  return hideLonely(table, relations, hidden);
}

/**
 * The hypercube method in the manner of GHMITER: every small cell becomes the corner of a rectangle, one side in each of
 * two relations, whose three other corners are the cheapest; nothing is asked of how wide it leaves the cell. Where a cell
 * has no rectangle, the next smallest of its relation is hidden.
 */
export function hideHypercubes(table: CountedTable, district: string, threshold: number): Uint8Array {
  const hidden = hideSmall(table, district, threshold);
  const relations = exactRelations(table, district).map(({ whole, parts }) => [whole, ...parts]);
  const of = table.slices.map((): number[] => []);
  relations.forEach((cells, relation) => {
    for (const cell of cells) of[cell]?.push(relation);
  });
  const at = new Map(table.slices.map((slice, place) => [sliceKey(slice), place]));
  const sliceAt = (cell: number) => table.slices[cell] as Slice;
  const cost = (cell: number) => (hidden[cell] === 1 ? 0 : (table.slices[cell]?.n ?? 0));
  table.slices.forEach((_, cell) => {
    if ((table.slices[cell]?.n ?? 0) >= threshold) return;
    for (const first of of[cell] ?? []) {
      let [best, least]: [readonly number[], number] = [[], Number.POSITIVE_INFINITY];
      for (const second of of[cell] ?? []) {
        if (second === first) continue;
        for (const one of relations[first] ?? [])
          for (const other of relations[second] ?? []) {
            if (one === cell || other === cell || cost(one) + cost(other) >= least) continue;
            const corner = fourthCorner(sliceAt(cell), sliceAt(one), sliceAt(other));
            const crossing = (corner && at.get(sliceKey(corner))) ?? -1;
            const price = crossing < 0 ? Number.POSITIVE_INFINITY : cost(one) + cost(other) + cost(crossing);
            if (price < least) [best, least] = [[one, other, crossing], price];
          }
      }
      for (const one of best) hidden[one] = 1;
    }
  });
  return hideLonely(table, relations, hidden);
}

/**
 * Tables one by one, in the manner of HiTaS: in every relation the other hidden cells must add up to what the small ones
 * need upwards, and no hidden cell stands alone; the next smallest is hidden until that is so everywhere. Each relation is
 * safe by itself; all of them together need not be.
 */
export function coverEachRelation(table: CountedTable, district: string, threshold: number): Uint8Array {
  const hidden = hideSmall(table, district, threshold);
  const relations = exactRelations(table, district).map(({ whole, parts }) => [whole, ...parts]);
  const n = (cell: number) => table.slices[cell]?.n ?? 0;
  for (let again = true; again; ) {
    again = false;
    for (const cells of relations) {
      const inside = cells.filter((cell) => hidden[cell] === 1);
      const sum = inside.reduce((all, cell) => all + n(cell), 0);
      const isSafe = inside.every((cell) => inside.length > 1 && (n(cell) >= threshold || sum >= threshold));
      if (isSafe) continue;
      const shown = cells.filter((cell) => hidden[cell] !== 1).sort((a, b) => n(a) - n(b));
      if (shown[0] === undefined) continue;
      hidden[shown[0]] = 1;
      again = true;
    }
  }
  return hidden;
}

/** The fourth corner: it differs from the first one as `one` does in one way and as `other` does in another. */
function fourthCorner(cell: Slice, one: Slice, other: Slice): Slice | undefined {
  const ways = ['place', 'grade', 'group'] as const;
  if (ways.some((way) => one[way] !== cell[way] && other[way] !== cell[way])) return undefined;
  const of = (way: (typeof ways)[number]) => (one[way] === cell[way] ? other[way] : one[way]);
  return { place: of('place'), grade: of('grade'), group: of('group') };
}

function hideLonely(
  table: CountedTable,
  relations: readonly (readonly number[])[],
  hidden: Uint8Array,
): Uint8Array {
  for (let again = true; again; ) {
    again = false;
    for (const cells of relations) {
      if (cells.filter((cell) => hidden[cell] === 1).length !== 1) continue;
      const shown = cells.filter((cell) => hidden[cell] !== 1);
      const n = (cell: number) => table.slices[cell]?.n ?? 0;
      const next = shown.reduce((least, one) => (n(one) < n(least) ? one : least), shown[0] ?? -1);
      if (next < 0) continue;
      hidden[next] = 1;
      again = true;
    }
  }
  return hidden;
}

/** What a suppression shows, and how many small groups follow by subtraction, one relation after the other. */
export function worthOf(table: CountedTable, hidden: Uint8Array, district: string, threshold: number) {
  const unknown = hidden.slice();
  const relations = exactRelations(table, district);
  for (let again = true; again; ) {
    again = false;
    for (const { whole, parts } of relations) {
      const left = [whole, ...parts].filter((slice) => unknown[slice] === 1);
      if (left.length !== 1) continue;
      unknown[left[0] as number] = 0;
      again = true;
    }
  }
  const worth = { shown: 0, students: 0, small: 0, known: 0 };
  table.slices.forEach(({ n }, slice) => {
    if (hidden[slice] !== 1) worth.shown++;
    if (hidden[slice] !== 1) worth.students += n;
    if (n >= threshold) return;
    worth.small++;
    if (unknown[slice] !== 1) worth.known++;
  });
  return worth;
}

function exactRelations(table: CountedTable, district: string): readonly SliceRelation[] {
  return sliceRelations(table.slices, district).filter(({ exact, parts }) => exact && parts.length > 0);
}
