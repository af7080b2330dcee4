import { parseSchoolYear } from '../../vocabulary/schoolYear.ts';
import type { IntakeKnowledge, IntakeSink } from '../intake/layout.ts';
import { codeTableMustBeLoaded } from './codeTableMustBeLoaded.ts';
import { type CodeTableName, codeTables } from './codeTables.ts';

/** Whether codes may stand together in a school year: `out of date` in other years only; undefined without the table. */
export type Verdict = 'allowed' | 'out of date' | 'never' | undefined;

export type OpenTable = {
  /** Judges the codes, which are the table's first ones. */
  readonly judge: (codes: readonly string[], year: number) => Verdict;
  /** The first row with that first code. */
  readonly row: (code: string) => readonly string[] | undefined;
};

/** Opens a table of codes for a file. One that is not loaded is a note, once, and its rule lets everything pass. */
export function openCodeTable(name: CodeTableName, known: IntakeKnowledge, sink: IntakeSink): OpenTable {
  const rows = known.codes(name);
  const width = codeTables.find((table) => table.name === name)?.columns.length ?? 0;
  const spans = new Map<string, [number, number][]>();
  const byCode = new Map<string, readonly string[]>();
  for (const row of rows ?? []) {
    const span: [number, number] = [yearOf(row[width], 0), yearOf(row[width + 1], 9999)];
    for (let length = 1; length <= width; length++) {
      const key = row.slice(0, length).map(plainCode).join('|');
      spans.set(key, [...(spans.get(key) ?? []), span]);
    }
    const code = plainCode(row[0] ?? '');
    if (!byCode.has(code)) byCode.set(code, row);
  }
  let told = false;
  return {
    row: (code) => byCode.get(plainCode(code)),
    judge: (codes, year) => {
      if (!rows) {
        if (!told) sink.breach(codeTableMustBeLoaded(name), null);
        told = true;
        return undefined;
      }
      const own = spans.get(codes.map(plainCode).join('|'));
      if (!own) return 'never';
      return own.some(([first, last]) => year >= first && year <= last) ? 'allowed' : 'out of date';
    },
  };
}

/** A spreadsheet takes leading zeros away: `07` and `7` are one grade. */
function plainCode(code: string): string {
  return code.trim().replace(/^0+(?=\d)/, '');
}

/** The year of `2018-2019`, also when a remark stands behind it; else the given one. */
function yearOf(text: string | undefined, otherwise: number): number {
  return parseSchoolYear((text ?? '').slice(0, 9)) ?? otherwise;
}
