import readExcelFile from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';

type Edit = (rows: unknown[][], sheet: string) => unknown[][];

/** A workbook as somebody's spreadsheet program would save it after changing rows; the first row of a sheet are its headings. */
export async function editSheets(workbook: Uint8Array, edit: Edit): Promise<Uint8Array> {
  const sheets = await readExcelFile(Buffer.from(workbook));
  const edited = sheets.map(({ sheet, data }) => ({
    sheet,
    data: edit(
      data.map((row) => [...row]),
      sheet,
    ).map((row) => row.map(cellOf)),
  }));
  return Uint8Array.from(await writeExcelFile(edited).toBuffer());
}

function cellOf(value: unknown) {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' };
  return typeof value === 'number' ? { value, type: Number } : { value: String(value), type: String };
}

/** Sets a cell of the row whose first cell that is asked for holds a text. */
export function setCell(rows: unknown[][], rowWith: string, heading: string, value: unknown): void {
  const at = rows[0]?.indexOf(heading) ?? -1;
  const row = rows.find((one) => one.includes(rowWith));
  if (!row || at < 0) throw new Error(`no row with ${rowWith} or no column ${heading}`);
  row[at] = value;
}
