import { extractText, type ExtractFile } from './extractFile.ts';

/** The kinds of extracts, by the beginning of a file's name. */
export const extractKinds = [
  ...'SENR SINF SPRG SELA STAS SINC SIRS SOFF CRSC SCSC SDEM SASS'.split(' '),
  ...'CAASPP ELPAC exams college places DIRECT course_group'.split(' '),
] as const;
const withNames = ['SENR', 'SINF', 'CAASPP', 'ELPAC'];

/** Ways in which extracts are broken, and the kinds of extract each can happen in. */
export const breakages = {
  'shifted column': extractKinds,
  'wrong delimiter': extractKinds,
  'two header lines': extractKinds,
  'byte-order mark': extractKinds,
  'latin-1 bytes': withNames,
  'mixed encodings': withNames,
  'row twice': ['SENR', 'STAS', 'SIRS', 'SCSC', 'SINC', 'CAASPP', 'ELPAC'],
  'SSID of nine digits': [
    ...'SENR SINF SPRG SELA STAS SIRS SOFF SCSC'.split(' '),
    ...'CAASPP ELPAC exams college DIRECT'.split(' '),
  ],
  'score outside range': ['CAASPP', 'ELPAC', 'exams'],
  'level against score': ['CAASPP', 'ELPAC'],
  'reclassified twice': ['SELA'],
  'exit before entry': ['SENR', 'SPRG'],
  'dangling reference': [
    ...'SIRS SOFF SCSC SASS SINF SPRG SELA STAS CAASPP ELPAC'.split(' '),
    ...'exams college DIRECT'.split(' '),
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Breakage = keyof typeof breakages;

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
    case 'mixed encodings': {
      const lines = text.split('\n');
      const half = Math.floor(lines.length / 2);
      const [first, second] = [lines.slice(0, half), lines.slice(half)].map((part) => part.join('\n'));
      return Uint8Array.from(
        Buffer.concat([Buffer.from(`${first}\n`, 'utf8'), Buffer.from(second ?? '', 'latin1')]),
      );
    }
    default:
      return utf8(extractText({ ...file, rows: brokenRows(file, breakage) }));
  }
}

type RowBreakage = Exclude<
  Breakage,
  'wrong delimiter' | 'two header lines' | 'byte-order mark' | 'latin-1 bytes' | 'mixed encodings'
>;

const language = 'English Language Acquisition Status';
/** What a kind of extract refers to: a column, and nobody's value in it. A student nobody enrolled, else. */
const references: readonly (readonly [string, string])[] = [
  ['Incident ID Local', 'nobody'],
  ['Course Section ID', 'none'],
  ['SEID (Statewide Educator Identifier)', '2999999999'],
  ['SSID', '1999999999'],
  ['ssid', '1999999999'],
];
const exits = ['Enrollment Exit Date', 'Education Program Membership End Date'];
const scores = ['ScaleScore', 'OverallScaleScore', 'score'];
const levels = ['AchievementLevels', 'OverallPL'];

function brokenRows(file: ExtractFile, breakage: RowBreakage): readonly (readonly string[])[] {
  const { rows, header } = file;
  const cell = (row: readonly string[], name: string) => row[header.indexOf(name)] ?? '';
  const columnOf = (names: readonly string[]) =>
    names.find((name) => header.includes(name)) ?? none(file, breakage);
  const change = (is: (row: readonly string[]) => boolean, changes: Readonly<Record<string, string>>) => {
    const at = rows.findIndex(is);
    const row = rows[at < 0 ? none(file, breakage) : at] ?? [];
    const changed = Object.entries(changes).reduce(
      (to, [name, value]) => withCell(file, to, name, value),
      row,
    );
    return rows.with(at, changed);
  };
  const isScored = (row: readonly string[]) =>
    !header.includes('IncludeIndicator') ||
    (['02', '21'].includes(cell(row, 'RecordType')) && cell(row, 'IncludeIndicator') === 'Y');
  switch (breakage) {
    case 'shifted column': {
      // A blank cell came in at the third place and pushed the last one out.
      const [first] = rows;
      if (!first) return none(file, breakage);
      return rows.with(0, [...first.slice(0, 2), '', ...first.slice(2, -1)]);
    }
    case 'row twice': {
      const row = rows.find(isScored) ?? none(file, breakage);
      return [...rows, row];
    }
    case 'SSID of nine digits': {
      const name = columnOf(['SSID', 'ssid']);
      const first = rows.find((row) => cell(row, name) !== '') ?? none(file, breakage);
      return change((row) => row === first, { [name]: cell(first, name).slice(1) });
    }
    case 'score outside range':
      return change(isScored, { [columnOf(scores)]: columnOf(scores) === 'score' ? '8' : '3100' });
    case 'level against score': {
      const level = columnOf(levels);
      return change((row) => isScored(row) && cell(row, level) === '1', { [level]: '4' });
    }
    case 'reclassified twice': {
      const row = rows.find((one) => cell(one, `${language} Code`) === 'RFEP') ?? none(file, breakage);
      const day = `${language} Start Date`;
      return [...rows, withCell(file, row, day, `${Number(cell(row, day).slice(0, 4)) + 1}0301`)];
    }
    case 'exit before entry':
      return change((row) => cell(row, columnOf(exits)) !== '', { [columnOf(exits)]: '19990101' });
    case 'dangling reference': {
      const [name, value] = references.find(([one]) => header.includes(one)) ?? none(file, breakage);
      const localIds = ['Local Student ID', 'local_id', 'Local Staff ID'].filter((one) =>
        header.includes(one),
      );
      const changes = Object.fromEntries(localIds.map((one) => [one, '']));
      if (header.includes('CALPADSSchoolCode')) {
        const school = (row: readonly string[]) => `${cell(row, 'CALPADSSchoolCode').slice(0, 7)}9988888`;
        return change(() => true, { CALPADSSchoolCode: school(rows[0] ?? []) });
      }
      return change(() => true, { [name]: value, ...(/ssid|seid/i.test(name) ? changes : {}) });
    }
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
