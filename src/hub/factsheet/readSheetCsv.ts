import Papa from 'papaparse';
import type { VerifiedCheck } from '../../release/verifyRelease.ts';
import { sheetCsvColumns, sheetLineMark } from './sheetCsv.ts';
import { SheetNumber } from './sheetNumbers.ts';

/** The numbers of a sheet's table, the pack it names, and whether each line still is what its mark says. */
export type ReadSheetCsv =
  | {
      readonly ok: true;
      readonly pack: string;
      readonly numbers: readonly SheetNumber[];
      readonly lines: VerifiedCheck;
    }
  | { readonly ok: false; readonly reason: string };

const whole = ['schoolYear', 'students', 'numerator'];
const nullable = ['cds', 'measure', 'group', 'value', 'withheld', 'definition', 'sourceSha256'];

/** Reads the table as `sheetCsv` writes it, whatever spreadsheet has saved it since. */
export function readSheetCsv(text: string): ReadSheetCsv {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: true });
  const [header, ...rows] = data;
  if (header?.join() !== sheetCsvColumns.join()) {
    return { ok: false, reason: 'Its columns are not those of a fact sheet’s numbers.' };
  }
  const numbers: SheetNumber[] = [];
  const changed: string[] = [];
  const packs = new Set<string>();
  for (const [i, cells] of rows.entries()) {
    const record = Object.fromEntries(sheetCsvColumns.map((column, place) => [column, cells[place] ?? '']));
    const parsed = SheetNumber.safeParse(numberOf(record));
    if (cells.length !== sheetCsvColumns.length || !parsed.success)
      return {
        ok: false,
        reason: `Line ${i + 2} is no number of a fact sheet: it is cut short or was changed.`,
      };
    if (sheetLineMark(cells.slice(0, -1)) !== record['line'])
      changed.push(`Line ${i + 2}, ${parsed.data.field}, is not as Tandem wrote it.`);
    numbers.push(parsed.data);
    packs.add(record['pack'] ?? '');
  }
  const [pack] = packs;
  if (pack === undefined || packs.size !== 1)
    return { ok: false, reason: 'Its lines are of no pack, or of several.' };
  return {
    ok: true,
    pack,
    numbers,
    lines:
      changed.length > 0
        ? { check: 'lines', result: 'fails', sentences: changed }
        : {
            check: 'lines',
            result: 'holds',
            sentences: [`All ${rows.length} lines are what their marks say.`],
          },
  };
}

function numberOf(record: Readonly<Record<string, string>>): unknown {
  return Object.fromEntries(
    Object.keys(SheetNumber.shape).map((key) => {
      const cell = record[key] ?? '';
      if (whole.includes(key)) return [key, cell === '' ? null : Number(cell)];
      return [key, cell === '' && nullable.includes(key) ? null : cell];
    }),
  );
}
