/** A file as a district's system would export it: cells by column, not yet text. */
export type ExtractFile = {
  readonly name: string;
  /** A semicolon is what no system of the state writes, but a spreadsheet may. */
  readonly delimiter: ',' | '^' | ';';
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

export function extractText({ delimiter, header, rows }: ExtractFile): string {
  const lines = [header, ...rows].map((cells) =>
    cells.map((cell) => quoted(cell, delimiter)).join(delimiter),
  );
  return `${lines.join('\n')}\n`;
}

/** Cells in the order of a header; a column that a row does not have is blank. */
export function inHeader(
  header: readonly string[],
  row: Readonly<Record<string, string | number | null>>,
): string[] {
  return header.map((name) => String(row[name] ?? ''));
}

/** `2024-10-02` as `20241002`. */
export function compactDay(day: string | null): string {
  return day?.replaceAll('-', '') ?? '';
}

/** The year that ends in 2024 as `2023-2024`. */
export function academicYear(year: number): string {
  return `${year - 1}-${year}`;
}

export function yesOrNo(flag: boolean | null, [yes, no]: readonly [string, string] = ['Y', 'N']): string {
  if (flag === null) return '';
  return flag ? yes : no;
}

function quoted(cell: string, delimiter: string): string {
  return delimiter !== '^' && /[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
