import type { SheetRows } from '../../layouts/readWorkbook.ts';
import { ReadingStopped } from '../../layouts/readingStopped.ts';
import { zipKindOf } from '../../layouts/workbookMustUnpackSmall.ts';
import { readWorkbookInThread } from '../../layouts/readWorkbookInThread.ts';
import { sheetNames } from './sheetColumns.ts';
import type { SheetRow } from './sheetRow.ts';

/** What a workbook that came back holds. */
export type ReadSheets = {
  readonly commitments: readonly SheetRow[] | undefined;
  readonly targets: readonly SheetRow[] | undefined;
  /** The cells as the file was made with them, by sheet and id; empty where that sheet is gone. */
  readonly base: ReadonlyMap<string, Readonly<Record<string, string>>>;
};

export const mostSheetBytes = 5 << 20;
const mostRows = 5000;

/** Reads a workbook that was exported here and edited. Throws ReadingStopped with a sentence and a remedy for anything else. */
export async function readSheets(bytes: Uint8Array): Promise<ReadSheets> {
  if (bytes.length === 0) throw stopped('the file is empty', 'choose the workbook you saved');
  if (bytes.length > mostSheetBytes)
    throw stopped(
      'the file is larger than 5 MB: it is not the one that was made here',
      'get the workbook again',
    );
  if (zipKindOf(bytes) !== 'workbook')
    throw stopped('the file is no Excel workbook (.xlsx)', 'save it as .xlsx and bring that file');
  const sheets = await readWorkbookInThread(bytes);
  const commitments = rowsOf(sheets, sheetNames.commitments, ['Id', 'What is promised', 'Due', 'State']);
  const targets = rowsOf(sheets, sheetNames.targets, ['Id', 'Provenance', 'Baseline year']);
  if (!commitments && !targets)
    throw stopped(
      `it has no sheet called ${sheetNames.commitments} or ${sheetNames.targets}`,
      'change cells of the workbook that was made here, and leave the names of its sheets',
    );
  return { commitments, targets, base: baseOf(sheets) };
}

/** The key of a row's cells as they were. */
export function baseKey(sheet: string, id: string): string {
  return `${sheet} ${id}`;
}

function rowsOf(
  sheets: readonly SheetRows[],
  name: string,
  needed: readonly string[],
): SheetRow[] | undefined {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) return undefined;
  const [first = [], ...rest] = sheet.rows;
  const headings = first.map(cellText);
  const missing = needed.filter((column) => !headings.includes(column));
  if (missing.length > 0)
    throw stopped(
      `the sheet ${name} has no column “${missing[0]}”`,
      'leave the first row as it was, or get the workbook again',
    );
  if (rest.length > mostRows)
    throw stopped(`the sheet ${name} has more than 5,000 rows`, 'get the workbook again');
  return rest.flatMap((cells, i): SheetRow[] => {
    const row = Object.fromEntries(headings.map((heading, at) => [heading, cellText(cells[at])]));
    return Object.values(row).every((cell) => cell === '') ? [] : [{ line: i + 2, cells: row }];
  });
}

function baseOf(sheets: readonly SheetRows[]): ReadSheets['base'] {
  const rows = sheets.find((one) => one.name === sheetNames.base)?.rows ?? [];
  const base = new Map<string, Readonly<Record<string, string>>>();
  for (const [sheet, id, , cells] of rows.slice(1)) {
    const parsed = cellsOf(cellText(cells));
    if (parsed) base.set(baseKey(cellText(sheet), cellText(id)), parsed);
  }
  return base;
}

/** Somebody may have changed even that sheet: what does not read is as if it were not there. */
function cellsOf(text: string): Readonly<Record<string, string>> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
    const entries = Object.entries(parsed);
    return entries.every(([, cell]) => typeof cell === 'string') ? Object.fromEntries(entries) : undefined;
  } catch {
    return undefined;
  }
}

/** A cell as text. A day that Excel made out of what was typed comes back as the day; a number as a person would write it. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'number') return String(Number(cell.toFixed(6)));
  return String(cell).replaceAll('\r\n', '\n').trim();
}

function stopped(message: string, remedy: string): ReadingStopped {
  return new ReadingStopped('workbookMustBeOurs', null, message, remedy);
}
