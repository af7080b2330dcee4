import type { Release } from '../../vocabulary/release.ts';
import type { ReleasePreview } from './releasePreview.ts';

export type ReasonLine = { readonly words: string; readonly cells: number };

const withheldWords = {
  'few students': 'withheld: too few students',
  'protects another cell': 'withheld: would give another cell away',
  'earlier release': 'withheld: with an earlier release it would tell a student apart',
  agreement: 'withheld: the agreement keeps it back',
} as const;

/** How many cells are shown, told as a range or withheld, the withheld by what the vault knows to be the reason. */
export function reasonTally(draft: {
  readonly release: Pick<Release, 'tables'>;
  readonly preview: Pick<ReleasePreview, 'cells'>;
}): ReasonLine[] {
  const cells = draft.release.tables.flatMap((table) => table.cells.map((cell) => ({ table, cell })));
  const seen = (kind: string) => cells.filter(({ cell }) => cell.seen === kind).length;
  const hidden = new Set(
    cells
      .filter(({ cell }) => cell.seen === 'suppressed')
      .map(({ table, cell }) => key({ ...cell, ...table })),
  );
  const withheld = draft.preview.cells.filter((one) => hidden.has(key(one)));
  const told = Object.entries(withheldWords).map(([why, words]) => ({
    words,
    cells: withheld.filter((one) => one.why === why).length,
  }));
  const rest = hidden.size - withheld.length;
  return [
    { words: 'shown', cells: seen('shown') },
    { words: 'told as a range', cells: seen('coded') },
    ...told,
    { words: 'withheld: for others of its slice', cells: rest },
  ].filter(({ cells: count }) => count > 0);
}

type Named = {
  readonly measure: string;
  readonly schoolYear: number;
  readonly place: string;
  readonly grade: string;
  readonly group: string;
};

/** Names a cell across tables. */
export function key({ measure, schoolYear, place, grade, group }: Named): string {
  return `${measure}|${schoolYear}|${place}|${grade}|${group}`;
}
