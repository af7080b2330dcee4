import Papa from 'papaparse';
import type { Layout } from './layout.ts';
import { type SheetRows, workbookRows } from './readWorkbook.ts';

/** A file's layout and its header (cells trimmed), or the sentence that says why there is none. */
export type Recognised =
  | { readonly layout: Layout; readonly header: readonly string[] }
  | { readonly unknown: string };

/** Looks for the one layout whose header the first line is, under each layout's own delimiter. */
export function recogniseFirstLine(firstLine: string, layouts: readonly Layout[]): Recognised {
  const line = firstLine.replace(/\r?\n$/, '');
  return onlyOne(
    layouts.flatMap((layout) => {
      if (layout.format.kind !== 'delimited') return [];
      const header = headerCells(line, layout.format.delimiter);
      return layout.matches(header) ? [{ layout, header }] : [];
    }),
    `its first line begins “${shorten(line)}”`,
  );
}

/** The same for a workbook: a layout names its sheet and the line of its header. */
export function recogniseWorkbook(sheets: readonly SheetRows[], layouts: readonly Layout[]): Recognised {
  return onlyOne(
    layouts.flatMap((layout) => {
      if (layout.format.kind !== 'workbook') return [];
      const header = workbookRows(sheets, layout.format)?.rows[0];
      return header && layout.matches(header) ? [{ layout, header }] : [];
    }),
    `it is a workbook with the sheets ${sheets.map(({ name }) => `“${name}”`).join(', ')}`,
  );
}

function headerCells(line: string, delimiter: string): string[] {
  const [cells] = Papa.parse<string[]>(line, { delimiter, newline: '\n' }).data;
  return (cells ?? []).map((cell) => cell.trim());
}

function onlyOne(
  found: readonly { readonly layout: Layout; readonly header: readonly string[] }[],
  saw: string,
): Recognised {
  const [first, ...others] = found;
  if (first && others.length === 0) return first;
  if (first)
    return { unknown: `several layouts claim it: ${found.map(({ layout }) => layout.id).join(', ')}` };
  return { unknown: `no layout that Tandem knows has its header: ${saw}` };
}

function shorten(text: string): string {
  const plain = text.replace(/[^\P{C}\t]/gu, '\u00b7').replaceAll('\t', '\u21e5');
  return plain.length > 80 ? `${plain.slice(0, 80)}\u2026` : plain;
}
