import writeExcelFile from 'write-excel-file/node';
import {
  aboutColumns,
  commitmentColumns,
  keyColumns,
  reasonColumns,
  seriesColumns,
  sheetNames,
  targetReason,
} from './sheetColumns.ts';
import type { KeptRow } from './sheetRow.ts';

export type Sheets = {
  readonly commitments: readonly KeptRow[];
  readonly targets: readonly KeptRow[];
  /** Headings of the years that have a target, in their order. */
  readonly yearColumns: readonly string[];
  readonly benchmarks: readonly (readonly string[])[];
  /** Names of districts by their ids. */
  readonly districts: ReadonlyMap<string, string>;
  readonly partnership: string;
  /** Written out. */
  readonly madeOn: string;
};

type Cell = {
  readonly value: string;
  readonly type: StringConstructor;
  readonly fontWeight?: 'bold';
  readonly textColor?: string;
  readonly wrap?: boolean;
};

const text = (value: string): Cell => ({ value, type: String, wrap: true });
const head = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' });
const quiet = (value: string): Cell => ({ value, type: String, textColor: '#6b7280' });

/**
 * The workbook: commitments, targets, what the benchmarks are, and a last sheet with the rows as they were, by which changes made meanwhile
 * on the pages are told from changes made in the file. Every cell is text, so that nothing is read as a formula or a number.
 */
export async function writeSheets(sheets: Sheets): Promise<Uint8Array> {
  const commitments = [...keyColumns, ...commitmentColumns, ...reasonColumns];
  const targets = [...keyColumns, ...aboutColumns, ...seriesColumns, ...sheets.yearColumns, targetReason];
  const workbook = await writeExcelFile([
    sheet(
      sheetNames.commitments,
      commitments,
      rowsOf(commitments, sheets.commitments, sheets),
      [14, 8, 18, 48, 12, 22, 28, 22, 28, 10, 12, 26, 36],
    ),
    sheet(
      sheetNames.targets,
      targets,
      rowsOf(targets, sheets.targets, sheets),
      [14, 8, 18, 34, 26, 34, 14, 14],
    ),
    sheet(
      sheetNames.benchmarks,
      ['Benchmark', 'Students', 'Focus area', 'In your own words'],
      sheets.benchmarks.map((row) => row.map(text)),
      [34, 26, 22, 60],
    ),
    sheet(
      sheetNames.help,
      [`${sheets.partnership}, as it was on ${sheets.madeOn}`],
      helpLines.map((line) => [text(line)]),
      [110],
    ),
    sheet(
      sheetNames.base,
      ['Sheet', 'Id', 'Version', 'Cells'],
      [
        ...sheets.commitments.map((row) => baseRow(sheetNames.commitments, row)),
        ...sheets.targets.map((row) => baseRow(sheetNames.targets, row)),
      ],
      [14, 40, 8, 100],
    ),
  ]).toBuffer();
  return Uint8Array.from(workbook);
}

const helpLines = [
  'Change cells of your own district, save, and bring the file back on the page it came from. You see every difference before anything is done.',
  'Leave Id, Version and District as they are. A new row without Id is a new commitment of your district.',
  'Days: 2026-12-01, 12/1/2026 or Dec 1, 2026.',
  'State is open, done or dropped. Done without a day is done today.',
  'A day that moves, and a commitment that is dropped, need “Why” (one of the reasons on the page) and your own words: the partner is told.',
  'Owner and deputy are found by their mail address. Somebody who is no member is named with name and mail address.',
  'Targets that change need “Why they change”. Targets of school years that are over stay as they are.',
  'A row that you delete deletes nothing: drop a commitment with its reason instead.',
  'What somebody changes on the pages meanwhile is kept; where both of you changed the same cell, you are asked.',
];

function sheet(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
) {
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: headings.map((_, i) => ({ width: widths[i] ?? 16 })),
    data: [headings.map(head), ...rows.map((row) => [...row])],
  };
}

function rowsOf(columns: readonly string[], rows: readonly KeptRow[], { districts }: Sheets): Cell[][] {
  return rows.map((row) => {
    const keys: Readonly<Record<string, string>> = {
      Id: row.id,
      Version: String(row.version),
      District: districts.get(row.districtId) ?? '',
    };
    return columns.map((column) => {
      const key = keys[column];
      return key === undefined ? text(row.cells[column] ?? '') : quiet(key);
    });
  });
}

function baseRow(name: string, { id, version, cells }: KeptRow): Cell[] {
  return [
    quiet(name),
    quiet(id),
    quiet(String(version)),
    { value: JSON.stringify(cells), type: String, textColor: '#6b7280' },
  ];
}
