import Papa from 'papaparse';
import { decodeText } from './decodeText.ts';
import { endOfLastRow } from './endOfLastRow.ts';
import type { FileFormat } from './layout.ts';
import { ReadingStopped } from './readingStopped.ts';

/** Rows as they stand in the file, each with the line it begins on, counted from 1. Blank lines are left out. */
export type RowBatch = { readonly rows: readonly (readonly string[])[]; readonly lines: readonly number[] };

type Delimited = Extract<FileFormat, { kind: 'delimited' }>;
type Block = { readonly bytes: Uint8Array; readonly firstLine: number };

/** No row of a public file is longer; past this an opened quotation is taken for one that never closes. */
const longestRow = 1 << 21;

/**
 * The rows of a delimited file in batches of about a quarter of a megabyte, the header first, in memory that does
 * not grow with the file. Line ends are `\n` or `\r\n`, as the first line has them. Throws ReadingStopped, with the
 * line, on bytes outside the encoding, on a quotation that never closes and on a packed file that ends early.
 */
export async function* readDelimited(
  bytes: AsyncIterable<Uint8Array>,
  { delimiter, encoding }: Delimited,
): AsyncGenerator<RowBatch> {
  let newline: '\n' | '\r\n' | undefined;
  let rest = '';
  let line = 1;
  for await (const block of wholeLines(bytes)) {
    const text = rest + decodeText(block.bytes, encoding, block.firstLine);
    newline ??= text[text.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
    const end = endOfLastRow(text, delimiter);
    rest = text.slice(end);
    if (rest.length > longestRow) throw unclosed(line + linesIn(text.slice(0, end)));
    if (end === 0) continue;
    const batch = parseRows(text.slice(0, end), delimiter, newline, line);
    line = batch.nextLine;
    if (batch.rows.length > 0) yield batch;
  }
  if (rest === '') return;
  if (endOfLastRow(`${rest}\n`, delimiter) <= rest.length) throw unclosed(line);
  yield parseRows(`${rest}\n`, delimiter, rest.endsWith('\r') ? '\r\n' : '\n', line);
}

/** Cuts bytes behind line ends, where no character of either encoding is ever split. */
async function* wholeLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Block> {
  let rest: Uint8Array[] = [];
  let firstLine = 1;
  try {
    for await (const chunk of bytes) {
      const end = chunk.lastIndexOf(0x0a) + 1;
      if (end === 0) {
        rest.push(chunk);
        continue;
      }
      const block = Buffer.concat([...rest, chunk.subarray(0, end)]);
      rest = end < chunk.length ? [Buffer.from(chunk.subarray(end))] : [];
      yield { bytes: block, firstLine };
      firstLine += lineEndsIn(block);
    }
  } catch (error) {
    if (!(error instanceof ReadingStopped) || error.line !== null) throw error;
    throw new ReadingStopped(error.rule, firstLine, error.message, error.remedy);
  }
  if (rest.length > 0) yield { bytes: Buffer.concat(rest), firstLine };
}

function parseRows(
  text: string,
  delimiter: string,
  newline: '\n' | '\r\n',
  firstLine: number,
): RowBatch & { nextLine: number } {
  const body = text.endsWith(newline) ? text.slice(0, -newline.length) : text.slice(0, -1);
  if (body === '') return { rows: [], lines: [], nextLine: firstLine + 1 };
  const { data, errors } = Papa.parse<string[]>(body, { delimiter, newline });
  const quoted = body.includes('"');
  const rows: string[][] = [];
  const lines: number[] = [];
  let line = firstLine;
  for (const [i, row] of data.entries()) {
    if (errors.some((error) => error.type === 'Quotes' && error.row === i)) throw broken(line);
    if (row.length > 1 || row[0] !== '') {
      rows.push(row);
      lines.push(line);
    }
    line += 1;
    if (quoted) for (const cell of row) if (cell.includes('\n')) line += linesIn(cell);
  }
  return { rows, lines, nextLine: line };
}

function linesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function lineEndsIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) count += 1;
  return count;
}

function unclosed(line: number): ReadingStopped {
  return new ReadingStopped(
    'quotationMustBeClosed',
    line,
    'a quotation mark opens in this row and never closes',
    'close it, or double it where it is text',
  );
}

function broken(line: number): ReadingStopped {
  return new ReadingStopped(
    'quotationMustBeClosed',
    line,
    'a quotation mark in this row has no partner or stands inside a field',
    'double it inside a quoted field, or remove it',
  );
}
