import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { ReadingStopped } from './readingStopped.ts';
import type { TextEncoding } from './surveyFile.ts';

export type Delimiter = ',' | '^' | '\t';
export type RowBatch = { readonly rows: readonly (readonly string[])[]; readonly lines: readonly number[] };

/** No row of an extract is longer; past this an opened quotation is taken for one that never closes. */
const longestRow = 1 << 20;

/**
 * The rows of a delimited file in batches of about a quarter of a megabyte, the first line first, each with the line it
 * begins on, in memory that does not grow with the file. Blank lines are left out; a byte-order mark is no text. A field
 * may stand in quotation marks, but for caret-delimited files, which have none. Throws ReadingStopped.
 */
export async function* readLines(
  path: string,
  delimiter: Delimiter,
  encoding: TextEncoding,
): AsyncGenerator<RowBatch> {
  const decoder = new TextDecoder(encoding);
  let [rest, line] = ['', 1];
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const text = rest + decoder.decode(chunk as Buffer, { stream: true });
    const end = delimiter === '^' ? text.lastIndexOf('\n') + 1 : endOfLastRow(text, delimiter);
    rest = text.slice(end);
    if (rest.length > longestRow) throw unclosed(line);
    if (end === 0) continue;
    const batch = parseRows(text.slice(0, end), delimiter, line);
    line = batch.next;
    if (batch.rows.length > 0) yield batch;
  }
  rest += decoder.decode();
  if (rest.trim() === '') return;
  if (delimiter !== '^' && endOfLastRow(`${rest}\n`, delimiter) <= rest.length) throw unclosed(line);
  yield parseRows(`${rest}\n`, delimiter, line);
}

function parseRows(text: string, delimiter: Delimiter, first: number): RowBatch & { next: number } {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  let line = first;
  const add = (cells: readonly string[]): void => {
    if (cells.length > 1 || cells[0]?.trim()) {
      rows.push(cells);
      lines.push(line);
    }
  };
  if (delimiter === '^' || !text.includes('"')) {
    for (let from = 0; from < text.length; line++) {
      const end = text.indexOf('\n', from);
      const last = text.charCodeAt(end - 1) === 13 ? end - 1 : end;
      add(text.slice(from, last).split(delimiter));
      from = end + 1;
    }
    return { rows, lines, next: line };
  }
  const { data, errors } = Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter });
  if (errors.some(({ type }) => type === 'Quotes')) throw unclosed(line);
  for (const cells of data) {
    add(cells);
    line += 1;
    for (const cell of cells) if (cell.includes('\n')) line += cell.split('\n').length - 1;
  }
  return { rows, lines, next: line };
}

/** Behind the last line end outside quotation marks; a quotation opens only where a field begins. */
function endOfLastRow(text: string, delimiter: string): number {
  let [end, outside] = [0, 0];
  for (;;) {
    let open = text.indexOf('"', outside);
    while (open > 0 && text[open - 1] !== delimiter && text[open - 1] !== '\n')
      open = text.indexOf('"', open + 1);
    const lineEnd = text.lastIndexOf('\n', open < 0 ? undefined : open);
    if (lineEnd >= outside) end = lineEnd + 1;
    if (open < 0) return end;
    let close = text.indexOf('"', open + 1);
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    if (close < 0) return end;
    outside = close + 1;
  }
}

function unclosed(line: number): ReadingStopped {
  return new ReadingStopped(
    'quotationMustBeClosed',
    line,
    'quotation mark',
    'a quotation mark in or after this row has no partner',
    'close it, or double it where it is text',
  );
}
