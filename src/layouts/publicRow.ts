import { type Cds, parseCds } from '../vocabulary/cds.ts';
import type { Sink } from './layout.ts';

/** One row of a public file, read by its header's own words. A cell that cannot be read is an error finding. */
export type PublicRow = {
  /** The cell as it stands, trimmed. */
  text(column: string): string;
  /** The cell as words; null where the file has none. */
  words(column: string): string | null;
  /** A whole number from 0 up; null where the file has none. */
  count(column: string): number | null;
  /** A whole number from 0 up that no row may lack; null, with an error, where this one does. */
  requiredCount(column: string): number | null;
  /** A decimal number as it is published; null where the file has none. */
  decimal(column: string): string | null;
  /** A decimal number from 0 to 100. */
  percent(column: string): string | null;
  /** The CDS code of the cells under these headers put together, hyphens between its parts or none; undefined when it is none. */
  cds(...columns: string[]): Cds | undefined;
};

/** A header cell with every run of spaces and line breaks as one space. */
export function headerWord(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim();
}

export function hasColumns(header: readonly string[], columns: readonly string[]): boolean {
  const words = new Set(header.map(headerWord));
  return columns.every((column) => words.has(column));
}

/** A reader of rows under this header. `absent` are the words the file writes where it has no figure; '' is one too. */
export function publicRows(
  header: readonly string[],
  absent: readonly string[],
): (cells: readonly string[], sink: Sink) => PublicRow {
  const places = new Map(header.map((cell, i) => [headerWord(cell), i]));
  const none = new Set(['', ...absent]);
  return (cells, sink) => {
    const text = (column: string): string => {
      const place = places.get(column);
      if (place === undefined) throw new Error(`the header has no column “${column}”`);
      return (cells[place] ?? '').trim();
    };
    const words = (column: string): string | null => (none.has(text(column)) ? null : text(column));
    const number = (column: string, pattern: RegExp, rule: string, what: string): string | null => {
      const cell = words(column);
      if (cell === null || pattern.test(cell)) return cell;
      sink.finding('error', rule, column, `“${cell}” is not ${what}`, again);
      return null;
    };
    const decimal = (column: string): string | null =>
      number(column, /^-?\d+(\.\d+)?$/, 'figureMustBeANumber', 'a decimal number');
    const count = (column: string): number | null => {
      const digits = number(column, /^\d{1,15}$/, 'countMustBeAWholeNumber', 'a whole number from 0 up');
      return digits === null ? null : Number(digits);
    };
    return {
      text,
      words,
      count,
      requiredCount(column) {
        if (words(column) === null)
          sink.finding('error', 'countMustBeThere', column, 'the cell has no number', again);
        return count(column);
      },
      decimal,
      percent(column) {
        const value = decimal(column);
        if (value === null || (Number(value) >= 0 && Number(value) <= 100)) return value;
        sink.finding('error', 'percentageMustBe0To100', column, `${value} is no percentage`, again);
        return null;
      },
      cds(...columns) {
        const code = columns
          .map(text)
          .join('')
          .replace(/^(\d{2})-(\d{5})-(\d{7})$/, '$1$2$3');
        const cds = parseCds(code);
        const message = `“${code}” is no code of a California county, district and school (14 digits)`;
        if (!cds) sink.finding('error', 'cdsMustHave14Digits', columns.join(' + '), message, codes);
        return cds;
      },
    };
  };
}

const again = 'get the file from its publisher again; a spreadsheet program may have changed it';
const codes = 'get the file from its publisher again; a spreadsheet program drops leading zeros of codes';
