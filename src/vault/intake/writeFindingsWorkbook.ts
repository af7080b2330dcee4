import writeXlsxFile from 'write-excel-file/node';
import { findingColumns, findingRows, type FindingsOfFile } from './findingsCsv.ts';

const widths = [30, 8, 26, 32, 9, 24, 60, 60];

/** Writes the findings report as an Excel workbook: its header stays in sight, a finding a row. */
export async function writeFindingsWorkbook(
  file: string,
  outcomes: readonly FindingsOfFile[],
): Promise<void> {
  const header = findingColumns.map((value) => ({ value, fontWeight: 'bold' as const }));
  const rows = findingRows(outcomes).map((row) => row.map((value) => (value === null ? null : { value })));
  await writeXlsxFile([header, ...rows], {
    sheet: 'Findings',
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
  }).toFile(file);
}
