import { isUtf8 } from 'node:buffer';
import Papa from 'papaparse';
import { decodeText } from '../../layouts/decodeText.ts';
import { ReadingStopped } from '../../layouts/readingStopped.ts';
import { zipKindOf } from '../../layouts/workbookMustUnpackSmall.ts';
import { readWorkbookInThread } from '../../layouts/readWorkbookInThread.ts';

/** The rows of a ledger export as text, each with its line in the file; blank rows are left out and counted. */
export type LedgerTable = {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly blank: number;
  /** How the text was read where it was not UTF-8. */
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252' | 'workbook';
};

/** The most a ledger file may be, in bytes and in rows: a year of a large district by month is far below. */
export const mostLedgerBytes = 20 << 20;
export const mostLedgerRows = 100_000;

/**
 * Reads a ledger export by what it holds, never by its name: delimited text in UTF-8, UTF-16 or windows-1252, or an Excel workbook's
 * first sheet with rows. Throws ReadingStopped with a sentence and a remedy on anything else.
 */
export async function readLedgerTable(bytes: Uint8Array): Promise<LedgerTable> {
  if (bytes.length === 0) throw stopped('fileMustHoldRows', 'the file is empty', 'export the ledger again');
  if (bytes.length > mostLedgerBytes)
    throw stopped(
      'fileMustBeSmall',
      'the file is larger than 20 MB',
      'export one month or one quarter at a time',
    );
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (start.startsWith('PK')) return workbookTable(bytes);
  mustBeText(start);
  const { text, encoding } = textOf(bytes);
  return tableOf(parseText(text), encoding);
}

function mustBeText(start: string): void {
  const csv = 'export the ledger as CSV or as an Excel workbook (.xlsx)';
  if (start.startsWith('%PDF'))
    throw stopped('fileMustBeATable', 'the file is a PDF, whatever its name says', csv);
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0'))
    throw stopped(
      'fileMustBeATable',
      'the file is an Excel workbook of the old kind (.xls)',
      'open it in Excel and save it as .xlsx',
    );
  if (/^\s*(?:\u00ef\u00bb\u00bf)?<(?:!doctype|html|\?xml|table|head|body|meta)/i.test(start))
    throw stopped(
      'fileMustBeATable',
      'the file is a web page, whatever its name says',
      'open it in Excel and save it as .xlsx',
    );
  if (start.startsWith('\u001f\u008b'))
    throw stopped('fileMustBeATable', 'the file is packed (gzip)', 'unpack it first');
}

async function workbookTable(bytes: Uint8Array): Promise<LedgerTable> {
  const kind = zipKindOf(bytes);
  if (kind === 'too large')
    throw stopped(
      'fileMustBeSmall',
      'the workbook is too large once it is unpacked',
      'export one month or one quarter at a time',
    );
  if (kind === 'other archive')
    throw stopped(
      'fileMustBeATable',
      'the file is an archive (zip) that holds no workbook',
      'unpack it and bring the file inside',
    );
  if (kind === 'damaged') throw stopped('fileMustBeWhole', 'the workbook is damaged', 'save it again');
  const sheets = await readWorkbookInThread(bytes);
  const sheet = sheets.find(({ rows }) => rows.length > 1) ?? sheets[0];
  if (!sheet) throw stopped('fileMustHoldRows', 'the workbook has no sheet', 'export the ledger again');
  return tableOf(
    sheet.rows.map((row, i) => ({ cells: row.map(cellText), line: i + 1 })),
    'workbook',
  );
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  // A workbook keeps 0.1 + 0.2 as 0.30000000000000004; no ledger has a millionth of a dollar.
  if (typeof cell === 'number') return String(Number(cell.toFixed(6)));
  return String(cell).trim();
}

function textOf(bytes: Uint8Array): { readonly text: string; readonly encoding: LedgerTable['encoding'] } {
  const mark = Buffer.from(bytes.subarray(0, 3)).toString('hex');
  if (mark.startsWith('fffe')) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (mark.startsWith('feff')) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  const encoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252';
  return { text: decodeText(mark === 'efbbbf' ? bytes.subarray(3) : bytes, encoding, 1), encoding };
}

type Row = { readonly cells: readonly string[]; readonly line: number };

function parseText(text: string): Row[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';', '|'] });
  const quotes = errors.find(({ type }) => type === 'Quotes');
  const rows: Row[] = [];
  let line = 1;
  for (const [i, cells] of data.entries()) {
    if (quotes?.row === i)
      throw new ReadingStopped(
        'quotationMustBeClosed',
        line,
        'a quotation mark in this row has no partner',
        'double it inside a quoted field, or remove it',
      );
    rows.push({ cells: cells.map((cell) => cell.trim()), line });
    line += 1 + cells.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0);
  }
  return rows;
}

function tableOf(all: readonly Row[], encoding: LedgerTable['encoding']): LedgerTable {
  const filled = all.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length < 2)
    throw stopped('fileMustHoldRows', 'the file holds no rows under its headings', 'export the ledger again');
  if (filled.length > mostLedgerRows)
    throw stopped(
      'fileMustBeSmall',
      'the file has more than 100,000 rows',
      'export one month or one quarter at a time',
    );
  const last = all.findLastIndex(({ cells }) => cells.some((cell) => cell !== ''));
  return {
    rows: filled.map(({ cells }) => cells),
    lines: filled.map(({ line }) => line),
    blank: last + 1 - filled.length,
    encoding,
  };
}

function stopped(rule: string, message: string, remedy: string): ReadingStopped {
  return new ReadingStopped(rule, null, message, remedy);
}
