import readSheets from 'read-excel-file/node';
import type { FileFormat } from './layout.ts';
import type { RowBatch } from './readDelimited.ts';
import { ReadingStopped } from './readingStopped.ts';

type Workbook = Extract<FileFormat, { kind: 'workbook' }>;
export type SheetRows = { readonly name: string; readonly rows: readonly (readonly unknown[])[] };

/** No workbook of a public dataset is larger; unpacked it takes some ten times this in memory. */
const largestWorkbook = 100 << 20;

/** Every sheet of an Excel workbook, held in memory whole: a workbook cannot be read in a stream. */
export async function readWorkbook(bytes: AsyncIterable<Uint8Array>): Promise<SheetRows[]> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > largestWorkbook) throw unreadable('it is larger than 100 MB');
  }
  try {
    const sheets = await readSheets(Buffer.concat(chunks));
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data }));
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
}

/** The rows of the layout's sheet from its header line on, cells as text, empty ones ''; undefined without such a sheet. */
export function workbookRows(sheets: readonly SheetRows[], format: Workbook): RowBatch | undefined {
  const sheet = sheets.find(({ name }) => format.sheet.test(name));
  if (!sheet) return undefined;
  const rows: string[][] = [];
  const lines: number[] = [];
  for (const [i, row] of sheet.rows.entries()) {
    const cells = row.map(cellText);
    if (i + 1 < format.headerLine || cells.every((cell) => cell === '')) continue;
    rows.push(cells);
    lines.push(i + 1);
  }
  return { rows, lines };
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}

function unreadable(why: string): ReadingStopped {
  return new ReadingStopped(
    'workbookMustBeReadable',
    null,
    `the workbook cannot be read: ${why}`,
    'open it in a spreadsheet program and save it again as .xlsx',
  );
}
