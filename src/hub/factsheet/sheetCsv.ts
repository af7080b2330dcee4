import { createHash } from 'node:crypto';
import { licence, type SheetFile } from './sheetFile.ts';
import type { SheetNumber } from './sheetNumbers.ts';

const numberColumns = [
  'field',
  'what',
  'cds',
  'measure',
  'group',
  'schoolYear',
  'value',
  'unit',
  'students',
  'numerator',
  'withheld',
  'definition',
  'sourceSha256',
] as const satisfies readonly (keyof SheetNumber)[];

/** The first columns are the numbers' own; the rest say what they mean, whose they are and how to check them. */
export const sheetCsvColumns = [
  ...numberColumns,
  'district',
  'measureName',
  'source',
  'licence',
  'pack',
  'line',
] as const;

/** The mark of a line: SHA-256 over the pack's hash and the line's cells, so that a changed digit is seen in the file itself. */
export function sheetLineMark(cells: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(cells), 'utf8').digest('hex');
}

/** The numbers of a sheet as a table, with a header; each line carries its own mark. */
export function sheetCsv({ numbers, part, pack }: SheetFile): string {
  const rows = numbers.map((one) => {
    const source = part.sources.find(({ sha256 }) => sha256 === one.sourceSha256);
    const cells = [
      ...numberColumns.map((column) => String(one[column] ?? '')),
      part.districts.find(({ cds }) => cds === one.cds)?.name ?? '',
      part.definitions.find(({ measure }) => measure === one.measure)?.name ?? '',
      source ? `${source.title} (${source.publisher})` : '',
      licence.id,
      pack,
    ];
    return [...cells, sheetLineMark(cells)];
  });
  return [sheetCsvColumns, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
