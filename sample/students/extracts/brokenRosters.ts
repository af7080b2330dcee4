import { breakExtract } from './brokenExtracts.ts';
import { type ExtractFile, extractText } from './extractFile.ts';

/** A file of a set as bytes. */
export type RosterFile = { readonly name: string; readonly bytes: Uint8Array };

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function rosterBytes(files: readonly ExtractFile[]): RosterFile[] {
  return files.map((file) => ({ name: file.name, bytes: utf8(extractText(file)) }));
}

type Break = (files: readonly ExtractFile[]) => RosterFile[];

/** Gives the value of a column in the first row that has one, or in every row. */
function set(file: string, column: string, value: string | ((old: string) => string), every = false): Break {
  return (files) =>
    rosterBytes(
      files.map((own) => {
        if (own.name !== `${file}.csv`) return own;
        const at = own.header.indexOf(column);
        const first = own.rows.findIndex((row) => row[at] !== '');
        const row = every || first < 0 ? 0 : first;
        const changed = (cells: readonly string[]) =>
          cells.with(at, typeof value === 'string' ? value : value(cells[at] ?? ''));
        return { ...own, rows: own.rows.map((cells, i) => (every || i === row ? changed(cells) : cells)) };
      }),
    );
}

/** Breaks one file as extracts of other kinds are broken. */
function text(file: string, breakage: Parameters<typeof breakExtract>[1]): Break {
  return (files) =>
    files.map((own) =>
      own.name === `${file}.csv`
        ? { name: own.name, bytes: breakExtract(own, breakage) }
        : { name: own.name, bytes: utf8(extractText(own)) },
    );
}

function manifest(property: string, value: string): Break {
  return (files) => {
    const [first, ...others] = files;
    if (!first) throw new RangeError('A set has a manifest.');
    const rows = first.rows
      .map((row) => (row[0] === property ? [property, value] : row))
      .filter(([, one]) => one !== '');
    return rosterBytes([{ ...first, rows }, ...others]);
  };
}

const without =
  (name: string): Break =>
  (files) =>
    rosterBytes(files.filter((one) => one.name !== `${name}.csv`));
const american = (day: string): string => day.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$2/$3/$1');
const europeanDay = '25.08.2024';

/** Ways in which a OneRoster set is broken. */
export const rosterBreakages: Readonly<Record<string, Break>> = {
  'no manifest': without('manifest'),
  'manifest of another version': manifest('oneroster.version', '1.0'),
  'manifest without a version': manifest('manifest.version', ''),
  'manifest names a file that is missing': without('demographics'),
  'manifest calls a file absent that is there': manifest('file.demographics', 'absent'),
  'manifest is silent about a file': manifest('file.demographics', ''),
  'manifest says neither bulk nor delta': manifest('file.users', 'full'),
  'no users at all': (files) =>
    manifest('file.users', 'absent')(files.filter((one) => one.name !== 'users.csv')),
  'delta without a bulk': manifest('file.users', 'delta'),
  'a file that nobody knows': (files) => [
    ...rosterBytes(files),
    { name: 'lunch.csv', bytes: utf8('a,b\n1,2\n') },
  ],
  'shifted column': text('enrollments', 'shifted column'),
  'wrong delimiter': text('users', 'wrong delimiter'),
  'two header lines': text('classes', 'two header lines'),
  'byte-order mark': text('users', 'byte-order mark'),
  'a list without quotation marks': (files) =>
    rosterBytes(files).map((file) => {
      if (file.name !== 'classes.csv') return file;
      const [header = '', first = '', ...rest] = new TextDecoder().decode(file.bytes).split('\n');
      return { ...file, bytes: utf8([header, `${first},Algebra,Geometry`, ...rest].join('\n')) };
    }),
  'column with another name': (files) =>
    rosterBytes(
      files.map((file) => ({
        ...file,
        header: file.header.map((name) => (name === 'classSourcedId' ? 'class_id' : name)),
      })),
    ),
  'same sourcedId twice': (files) =>
    rosterBytes(
      files.map((file) =>
        file.name === 'users.csv' ? { ...file, rows: [...file.rows, ...file.rows.slice(0, 1)] } : file,
      ),
    ),
  'no sourcedId': set('users', 'sourcedId', ''),
  'enrolment of nobody': set('enrollments', 'userSourcedId', 'nobody'),
  'class in no session': set('classes', 'termSourcedIds', 'never'),
  'role that is none': set('enrollments', 'role', 'pupil'),
  'grade that is none': set('users', 'grades', 'third'),
  'grade left blank': set('users', 'grades', ''),
  'day with the month first': set('enrollments', 'beginDate', american, true),
  'day with the day first': set('enrollments', 'beginDate', europeanDay),
  'end before the beginning': set('enrollments', 'endDate', '2001-01-01', true),
  'year named by its beginning': set(
    'academicSessions',
    'schoolYear',
    (year) => String(Number(year) - 1),
    true,
  ),
  'school without a code': set('orgs', 'identifier', '', true),
  'status inactive': set('users', 'status', 'inactive'),
  'SSID of nine digits': set('users', 'userIds', (ids) => ids.replace(/SSID:\d/, 'SSID:')),
};
