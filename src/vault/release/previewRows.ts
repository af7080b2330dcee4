import { findStudentGroup } from '../../vocabulary/studentGroup.ts';
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

/** The count that an attacker comes closest to: `3 counted`, `8 students`, `2 not counted, of All students but not English only`. */
export function closestText({ tightest: { count, left, value } }: PreviewedCell): string {
  const what = { n: 'students', numerator: 'counted', complement: 'not counted' }[count];
  return `${figureText(value)} ${what}${left === null ? '' : `, of ${leftText(left)}`}`;
}

/** What can be found of it: `0 to 15`, `1 or more`. */
export function foundText({ tightest: { lower, upper } }: PreviewedCell): string {
  return upper === null ? `${figureText(lower)} or more` : `${figureText(lower)} to ${figureText(upper)}`;
}

function figureText(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 2 });
}

function leftText(left: string): string {
  if (!left.includes(' but not ')) return left;
  const [whole = '', parts = ''] = left.split(' but not ');
  const name = (code: string): string => findStudentGroup(code)?.name ?? code;
  return `${name(whole)} but not ${parts.split(' ').map(name).join(', ')}`;
}
