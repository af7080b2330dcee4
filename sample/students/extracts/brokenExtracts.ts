import { extractText, type ExtractFile } from './extractFile.ts';

/** Ways in which extracts are broken, by name. */
export const breakages = [
  'shifted column',
  'wrong delimiter',
  'two header lines',
  'byte-order mark',
  'latin-1 bytes',
  'duplicate SSID',
  'score outside range',
  'level against score',
  'reclassified twice',
  'exit before entry',
  'dangling reference',
] as const;
export type Breakage = (typeof breakages)[number];

/** The kind of extract that a breakage is of: the beginning of its file's name, or any. */
export const breakageOf: Readonly<Record<Breakage, string>> = {
  'shifted column': '',
  'wrong delimiter': '',
  'two header lines': '',
  'byte-order mark': '',
  'latin-1 bytes': '',
  'duplicate SSID': 'CAASPP',
  'score outside range': 'CAASPP',
  'level against score': 'CAASPP',
  'reclassified twice': 'SELA',
  'exit before entry': 'SENR',
  'dangling reference': 'SIRS',
};

/** The bytes of an extract that is broken in one way. Throws RangeError when it has no row that could be. */
export function breakExtract(file: ExtractFile, breakage: Breakage): Uint8Array {
  const text = extractText(file);
  switch (breakage) {
    case 'wrong delimiter':
      return utf8(extractText({ ...file, delimiter: ';' }));
    case 'two header lines':
      return utf8(`${file.header.join(file.delimiter)}\n${text}`);
    case 'byte-order mark':
      return utf8(`\uFEFF${text}`);
    case 'latin-1 bytes':
      return Uint8Array.from(Buffer.from(text, 'latin1'));
    default:
      return utf8(extractText({ ...file, rows: brokenRows(file, breakage) }));
  }
}

type RowBreakage = Exclude<
  Breakage,
  'wrong delimiter' | 'two header lines' | 'byte-order mark' | 'latin-1 bytes'
>;

function brokenRows(file: ExtractFile, breakage: RowBreakage): readonly (readonly string[])[] {
  const { rows } = file;
  const cell = (row: readonly string[], name: string) => row[file.header.indexOf(name)] ?? '';
  const change = (is: (row: readonly string[]) => boolean, name: string, value: string) => {
    const at = rows.findIndex(is);
    return rows.with(at < 0 ? none(file, breakage) : at, withCell(file, rows[at] ?? [], name, value));
  };
  const isScored = (row: readonly string[]) =>
    cell(row, 'RecordType') === '02' && cell(row, 'IncludeIndicator') === 'Y';
  switch (breakage) {
    case 'shifted column': {
      // A blank cell came in at the third place and pushed the last one out.
      const [first] = rows;
      if (!first) return none(file, breakage);
      return rows.with(0, [...first.slice(0, 2), '', ...first.slice(2, -1)]);
    }
    case 'duplicate SSID': {
      const at = rows.findIndex(isScored);
      const row = rows[at < 0 ? none(file, breakage) : at];
      return row ? [...rows, row] : none(file, breakage);
    }
    case 'score outside range':
      return change(isScored, 'ScaleScore', '3100');
    case 'level against score':
      return change(
        (row) => isScored(row) && cell(row, 'AchievementLevels') === '1',
        'AchievementLevels',
        '4',
      );
    case 'reclassified twice': {
      const status = 'English Language Acquisition Status Code';
      const row = rows.find((one) => cell(one, status) === 'RFEP') ?? none(file, breakage);
      const day = 'English Language Acquisition Status Start Date';
      return [...rows, withCell(file, row, day, `${Number(cell(row, day).slice(0, 4)) + 1}0301`)];
    }
    case 'exit before entry':
      return change((row) => cell(row, 'Enrollment Exit Date') !== '', 'Enrollment Exit Date', '19990101');
    case 'dangling reference':
      return change(() => true, 'Incident ID Local', 'nobody');
  }
}

function withCell(file: ExtractFile, row: readonly string[], name: string, value: string): readonly string[] {
  const at = file.header.indexOf(name);
  if (at < 0) throw new RangeError(`${file.name} has no column ${name}`);
  return row.with(at, value);
}

function none(file: ExtractFile, breakage: Breakage): never {
  throw new RangeError(`${file.name} has no row for: ${breakage}`);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
