import { attributes } from './attributes.ts';
import { type Content, type Html, html } from './html.ts';

export type TableColumn<Row> = {
  readonly header: string;
  readonly cell: (row: Row) => Content;
  /** `number`: right, tabular figures; `header`: names its row, once a table, first. */
  readonly kind?: 'text' | 'number' | 'header';
};

export type Table<Row> = {
  /** Says what a row is; unique on the page when `phone` is `scroll`. */
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** `stack`: each row becomes a list of header and value, for rows read one at a time (the default);
   * `scroll`: the table keeps its shape and scrolls sideways, for columns that are compared. */
  readonly phone?: 'stack' | 'scroll';
  /** Stands instead of rows when there are none. */
  readonly empty?: Content;
  /** Sources and reasons under the table. */
  readonly note?: Content;
};

/** Roles are written out where a phone lays the table out as blocks, which would take them away. */
function dataRow<Row>(row: Row, columns: readonly TableColumn<Row>[], stack: boolean): Html {
  const cells = columns.map(({ header, cell, kind = 'text' }) => {
    const role = kind === 'header' ? 'rowheader' : 'cell';
    const common = attributes({
      class: kind,
      role: stack && role,
      'data-label': stack && kind !== 'header' && header,
    });
    return kind === 'header'
      ? html`<th scope="row"${common}>${cell(row)}</th>`
      : html`<td${common}>${stack ? html`<span class="cell">${cell(row)}</span>` : cell(row)}</td>`;
  });
  return html`<tr${attributes({ role: stack && 'row' })}>${cells}</tr>`;
}

/** A table with caption, column headers and row headers. Without rows and without `empty` only the headers stand. */
export function table<Row>(content: Table<Row>): Html {
  const { caption, captionHidden, columns, rows, phone = 'stack', empty, note } = content;
  const stack = phone === 'stack';
  const head = columns.map(
    ({ header, kind = 'text' }) =>
      html`<th scope="col"${attributes({ class: kind, role: stack && 'columnheader' })}>${header}</th>`,
  );
  const body =
    rows.length === 0 && empty
      ? html`<tr${attributes({ role: stack && 'row' })}><td class="empty-cell"${attributes({ colspan: columns.length, role: stack && 'cell' })}>${empty}</td></tr>`
      : rows.map((row) => dataRow(row, columns, stack));
  const group = attributes({ role: stack && 'rowgroup' });
  const made = html`<table class="${`table table-${phone}`}"${attributes({ role: stack && 'table' })}><caption${attributes({ class: captionHidden && 'visually-hidden' })}>${caption}</caption><thead${group}><tr${attributes({ role: stack && 'row' })}>${head}</tr></thead><tbody${group}>${body}</tbody></table>`;
  return html`<div class="${columns.length > 5 ? 'table-block table-many' : 'table-block'}">${
    stack ? made : html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">${made}</div>`
  }${note ? html`<p class="table-note">${note}</p>` : ''}</div>`;
}
