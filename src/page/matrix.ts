import { type Content, type Html, html } from './html.ts';
import { icon } from './icon.ts';
import { safeHref } from './safeHref.ts';
import { table } from './table.ts';

export type MatrixCell = {
  /** `there`: the link exists; `part`: some of it; `hole`: nothing, and something should be. */
  readonly state: 'there' | 'part' | 'hole' | 'not needed';
  /** Short, and enough without the colour: `LCAP goal 1`, `no person`. */
  readonly words: string;
  readonly href?: string;
};

export type MatrixRow = { readonly header: Content; readonly cells: readonly MatrixCell[] };

export type Matrix = {
  readonly caption: string;
  readonly captionHidden?: boolean;
  /** What a row is. */
  readonly corner: string;
  readonly columns: readonly string[];
  /** Each with one cell a column, in the columns' order. */
  readonly rows: readonly MatrixRow[];
  readonly note?: Content;
  readonly empty?: Content;
};

const icons = { there: 'tick', part: 'near', hole: 'warning', 'not needed': 'dashed' } as const;

function matrixCell(cell: MatrixCell | undefined): Content {
  if (!cell) throw new Error('a row of the matrix has fewer cells than the matrix has columns');
  const words = cell.href ? html`<a href="${safeHref(cell.href)}">${cell.words}</a>` : cell.words;
  return html`<span class="${`matrix-cell matrix-${cell.state.replace(' ', '-')}`}">${icon(icons[cell.state])}<span>${words}</span></span>`;
}

/** Rows by columns of short states with its holes marked, as a table. */
export function matrix({ caption, captionHidden, corner, columns, rows, note, empty }: Matrix): Html {
  return html`<div class="matrix">${table<MatrixRow>({
    caption,
    captionHidden,
    note,
    empty,
    rows,
    columns: [
      { header: corner, kind: 'header', cell: (row) => row.header },
      ...columns.map((header, index) => ({ header, cell: (row: MatrixRow) => matrixCell(row.cells[index]) })),
    ],
  })}</div>`;
}
