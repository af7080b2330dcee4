import { callout } from '../../page/callout.ts';
import { figure } from '../../page/figure.ts';
import { factSheetLayout, type FactSheetPart } from '../../page/factSheetLayout.ts';
import { type Content, html, type Html } from '../../page/html.ts';
import { numberLink } from '../../page/numberLink.ts';
import type {
  FactSheet,
  Line,
  Run,
  SheetCell,
  SheetEntry,
  SheetFigure,
  SheetItem,
  SheetPart,
} from './factSheet.ts';

/**
 * A fact sheet as a page shows it; words in another language than the sheet's say which. `explain` gives the page that explains
 * a figure, where the reader may see it.
 */
export function sheetView(sheet: FactSheet, explain?: (figure: SheetFigure) => string): Html {
  const { glance, quote, contacts, boards } = sheet;
  const write = writerOf(sheet);
  const { lineOf, entryOf, itemsOf } = write;
  const glancePart = ({ title, items }: SheetPart): FactSheetPart => ({
    title,
    body: html`<dl>${items.map(
      ({ name, means, under }) =>
        html`<dt>${lineOf(name)}</dt><dd>${means ? lineOf(means) : ''}${
          under.length > 0 ? html`<ul>${under.map((line) => html`<li>${lineOf(line)}</li>`)}</ul>` : ''
        }</dd>`,
    )}</dl>`,
  });
  return html`${sheet.notice ? html`<div class="factsheet-notice">${callout({ kind: 'warning', title: sheet.notice })}</div>` : ''}${factSheetLayout(
    {
      kind: sheet.kind,
      title: lineOf(sheet.name),
      date: sheet.asOf,
      figures: sheet.figures.map(({ label, value, note }) => figure({ label, value, change: note })),
      parts: sheet.parts.map(({ title, paragraphs, items }) => ({
        title,
        body: html`${paragraphs.map((line) => html`<p>${lineOf(line)}</p>`)}${itemsOf(items)}`,
      })),
      glance: {
        title: glance.title,
        parts: [glancePart(glance.partnership), glancePart(glance.significance)],
      },
      wide: { title: sheet.benchmarks.title, body: benchmarks(sheet, write, explain) },
      quote: quote
        ? { text: lineOf(quote.words), who: lineOf(quote.who), when: quote.when ?? '' }
        : undefined,
      contact: { title: contacts.title, body: contacts.entries.map(entryOf) },
      boards: [
        {
          title: boards.title,
          body: html`<div class="factsheet-boards">${boards.entries.map(entryOf)}</div>`,
        },
      ],
      foot: sheet.foot.map((line) => html`<p>${lineOf(line)}</p>`),
    },
  )}`;
}

type Writer = ReturnType<typeof writerOf>;

function writerOf({ language }: FactSheet) {
  const runOf = ({ text, language: own, strong }: Run): Content => {
    const words = strong ? html`<strong>${text}</strong>` : text;
    return own && own !== language ? html`<span lang="${own}">${words}</span>` : words;
  };
  const lineOf = (line: Line): Content => line.map(runOf);
  const itemsOf = (items: readonly SheetItem[]): Content =>
    items.length === 0
      ? ''
      : html`<ul>${items.map(({ name, means }) => html`<li>${lineOf(name)}${means ? html`: ${lineOf(means)}` : ''}</li>`)}</ul>`;
  const entryOf = ({ heading, lines, note }: SheetEntry): Content =>
    html`<div class="factsheet-entry">${heading ? html`<h3>${lineOf(heading)}</h3>` : ''}<ul>${lines.map(
      (line) => html`<li>${lineOf(line)}</li>`,
    )}</ul>${note ? html`<p class="quiet">${lineOf(note)}</p>` : ''}</div>`;
  return { lineOf, itemsOf, entryOf };
}

function benchmarks(
  { language, benchmarks: { paragraphs, table, notes } }: FactSheet,
  { lineOf }: Writer,
  explain?: (figure: SheetFigure) => string,
): Content {
  const shownFigure = ({ figure: shown, explains }: SheetCell, about: string): Content => {
    const [value, ...rest] = shown;
    if (!value || !explains || !explain) return lineOf(shown);
    const link = numberLink({ text: value.text, href: explain(explains), about, language });
    return html`<strong>${link}</strong>${lineOf(rest)}`;
  };
  const cell = (one: SheetCell, i: number) => {
    const { target, pace } = one;
    const district = table?.columns[i + 1] ?? '';
    return html`<td data-label="${district}">${shownFigure(one, district)}<br><span class="quiet">${lineOf(target)}</span>${pace ? html`<br><span class="factsheet-pace">${lineOf(pace)}</span>` : ''}</td>`;
  };
  const body = table
    ? html`<table class="factsheet-table"><caption class="visually-hidden">${table.caption}</caption><thead><tr>${table.columns.map(
        (name) => html`<th scope="col">${name}</th>`,
      )}</tr></thead>${table.groups.map(
        ({ name, rows }) =>
          html`<tbody><tr><th class="factsheet-area" scope="rowgroup" colspan="${table.columns.length}">${name}</th></tr>${rows.map(
            (row) => html`<tr><th scope="row">${lineOf(row.name)}</th>${row.cells.map(cell)}</tr>`,
          )}</tbody>`,
      )}</table>`
    : '';
  return html`${paragraphs.map((line) => html`<p>${lineOf(line)}</p>`)}${body}${notes.map(
    (line) => html`<p class="quiet factsheet-note">${lineOf(line)}</p>`,
  )}`;
}
