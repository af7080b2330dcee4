import { ReadingStopped } from '../intake/readingStopped.ts';

/** A file of a set has the standard's columns by their own names, separated by commas, in one first line. */
export function columnMustStand(file: string, header: readonly string[], missing: readonly string[]) {
  const packed = header.length <= 1 ? header[0]?.replaceAll(/[^;\t|^]/g, '')[0] : undefined;
  if (packed) {
    const names: Readonly<Record<string, string>> = {
      ';': 'semicolons',
      '\t': 'tabs',
      '^': 'carets',
      '|': 'strokes',
    };
    return new ReadingStopped(
      'delimiterMustBeAComma',
      1,
      names[packed] ?? 'another delimiter',
      `${file}.csv: its columns are separated by ${names[packed]}, those of OneRoster by commas`,
      'export it again, or save it with commas; do not open it in a spreadsheet first',
    );
  }
  return new ReadingStopped(
    'columnMustStand',
    1,
    `${header.length} columns`,
    `${file}.csv: the header has no ${missing.join(', ')}`,
    'OneRoster names columns exactly, in letters large and small; export the set again',
  );
}
