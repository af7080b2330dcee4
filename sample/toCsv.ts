const chunkLength = 1 << 16;

/**
 * The rows as text of a CSV file: header first, LF line ends, a cell quoted only when it must be, null as a
 * blank. Comes in pieces of whole lines, about 64 kB each, so that a file is written without being held.
 */
export function* toCsv<Column extends string>(
  columns: readonly Column[],
  rows: Iterable<{ readonly [column in Column]: string | number | null }>,
): Generator<string> {
  let chunk = `${columns.join(',')}\n`;
  for (const row of rows) {
    chunk += `${columns.map((column) => cellText(row[column])).join(',')}\n`;
    if (chunk.length >= chunkLength) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

function cellText(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
