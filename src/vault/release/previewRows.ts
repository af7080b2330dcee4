import type { ReleasedCell } from '../../vocabulary/release.ts';
import { key } from './reasonTally.ts';
import type { PreviewedCell } from './releasePreview.ts';
import type { KeptDraft } from './releases.store.ts';

/** A cell as it would leave, with what the vault knows of it besides. */
export type PreviewRow = {
  readonly measure: string;
  readonly schoolYear: number;
  readonly cell: ReleasedCell;
  readonly hidden: PreviewedCell | undefined;
};

/** Every cell of a draft in the order in which it leaves, beside why and how closely it is hidden. */
export function previewRows({ release, preview }: Pick<KeptDraft, 'release' | 'preview'>): PreviewRow[] {
  const hidden = new Map(preview.cells.map((one) => [key(one), one]));
  return release.tables.flatMap(({ measure, schoolYear, cells }) =>
    cells.map((cell) => {
      const found = hidden.get(key({ ...cell, measure, schoolYear }));
      // What a shown cell leaves of another is told only where it must not be found.
      const matters = cell.seen !== 'shown' || found?.tightest.narrowness !== null;
      return { measure, schoolYear, cell, hidden: matters ? found : undefined };
    }),
  );
}

/** Why a cell is withheld or told as a range; of a shown one, what it must not give away. */
export function whyText({ cell, hidden }: PreviewRow): string {
  if (cell.seen !== 'shown') return hidden?.why ?? '';
  return hidden ? 'shown; whom it leaves must not be found' : '';
}

/** The rows that hide something, the closest call first; those whose nothing needs protection come last. */
export function closestFirst(rows: readonly PreviewRow[]): PreviewRow[] {
  const closeness = ({ hidden }: PreviewRow): number => hidden?.tightest.narrowness ?? Number.MAX_VALUE;
  return rows
    .filter(({ cell, hidden }) => cell.seen !== 'shown' || hidden !== undefined)
    .toSorted((a, b) => closeness(a) - closeness(b));
}

/** What a reader outside sees of a cell: `24 of 60: 40.0`, `0 to 20 % of 15`, `withheld`. */
export function seenText(cell: ReleasedCell): string {
  if (cell.seen === 'suppressed') return 'withheld';
  if (cell.seen === 'coded') {
    return cell.from === 0 && cell.to === 100
      ? `${cell.n} students`
      : `${cell.from} to ${cell.to} % of ${cell.n}`;
  }
  return cell.numerator === null
    ? `${cell.value} of ${cell.n}`
    : `${cell.numerator} of ${cell.n}: ${cell.value}`;
}

/** What an attacker can say of the count he comes closest to: `numerator 3: 0 to 6`, `n 5: 1 or more`. */
export function intervalText({ tightest }: PreviewedCell): string {
  const { count, left, value, lower, upper } = tightest;
  const whose = left === null ? count : `${count} of ${left}`;
  const figure = (of: number): string => of.toLocaleString('en', { maximumFractionDigits: 2 });
  const range = upper === null ? `${figure(lower)} or more` : `${figure(lower)} to ${figure(upper)}`;
  return `${whose} ${figure(value)}: ${range}`;
}
