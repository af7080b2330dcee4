import type { CountedTable } from '../src/disclosure/counts/countedTable.ts';
import { type SliceRelation, sliceRelations } from '../src/disclosure/counts/sliceRelations.ts';

/** What others do: hides groups of fewer than `threshold`, and nothing else. 1 by slice for what is hidden. */
export function hideSmall({ slices }: CountedTable, _district: string, threshold: number): Uint8Array {
  return Uint8Array.from(slices, ({ n }) => (n < threshold ? 1 : 0));
}

/** Besides, wherever one part alone of a relation is hidden, the smallest that is shown, until no part stands alone. */
export function hideNextSmallest(table: CountedTable, district: string, threshold: number): Uint8Array {
  const hidden = hideSmall(table, district, threshold);
  const relations = exactRelations(table, district);
  for (let again = true; again; ) {
    again = false;
    for (const { whole, parts } of relations) {
      const inside = [whole, ...parts];
      if (inside.filter((slice) => hidden[slice] === 1).length !== 1) continue;
      const shown = inside.filter((slice) => hidden[slice] !== 1);
      const n = (slice: number) => table.slices[slice]?.n ?? 0;
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
