import { basename } from 'node:path';
import type { SetFile } from '../edfi/recogniseEdfi.ts';
import { isManifest } from '../intake/fileSets.ts';
import type { IntakeLayout } from '../intake/layout.ts';
import { type RowBatch, readLines } from '../intake/readLines.ts';
import { ReadingStopped } from '../intake/readingStopped.ts';
import type { RecognisedFile } from '../intake/recogniseFile.ts';
import { columnMustStand } from './columnMustStand.ts';
import { deltaMustFollowABulk } from './deltaMustFollowABulk.ts';
import { layoutOfRoster } from './layoutOneRoster.ts';
import {
  filesThatMustStand,
  idColumnOf,
  type RosterFile,
  rosterFields,
  rosterFiles,
} from './oneRosterFiles.ts';
import { readManifest } from './readManifest.ts';
import { type HeldRoster, type Manifest, rosterHeader } from './rosterRecord.ts';
import { isStateIdColumn } from './rosterStudentIds.ts';
import { setMustSayWhoIsEnrolled } from './setMustSayWhoIsEnrolled.ts';

/**
 * Opens a OneRoster set, whose first file is its manifest, as rows of `rosterHeader`; undefined for other files. `held`
 * gives what the vault has of an earlier set; without it only the kind of file is told. Throws ReadingStopped for a
 * manifest that does not hold, for changes of nothing, and for files without the standard's columns.
 */
export async function recogniseOneRoster(
  files: readonly SetFile[],
  layouts: readonly IntakeLayout[],
  held?: () => Promise<HeldRoster>,
): Promise<RecognisedFile | undefined> {
  const layout = layouts.find(({ id }) => id === 'oneroster');
  if (!layout || !files[0] || !isManifest(files[0].path)) return undefined;
  const manifest = await readManifest(files);
  const before = (await held?.()) ?? [];
  if (held) mustBeWhole(manifest, new Set(before.map(({ file }) => file)));
  const said = new Set(Object.values(manifest.modes));
  const how = ['bulk', 'delta'].filter((mode) => said.has(mode as 'bulk')).join(' and ');
  return {
    layout: layoutOfRoster(layout, manifest, before),
    profile: `${manifest.version} ${how || 'without files'}`,
    header: rosterHeader,
    batches: rosterRows(files, manifest),
  };
}

function mustBeWhole({ version, modes }: Manifest, before: ReadonlySet<RosterFile>): void {
  const loose = rosterFiles.filter((file) => modes[file] === 'delta' && !before.has(file));
  if (loose.length > 0) throw deltaMustFollowABulk(loose);
  const missing = filesThatMustStand(version).filter((file) => modes[file] === 'absent' && !before.has(file));
  if (missing.length > 0) throw setMustSayWhoIsEnrolled(missing);
}

/** A row a record; lines count on from file to file, the third cell is the line within the file. */
async function* rosterRows(
  files: readonly SetFile[],
  { version, modes }: Manifest,
): AsyncGenerator<RowBatch> {
  let before = 0;
  for (const file of rosterFiles.filter((one) => modes[one] !== 'absent')) {
    const own = files.find(({ path }) => basename(path).toLowerCase() === `${file.toLowerCase()}.csv`);
    if (!own) throw new RangeError('The manifest was held against the files.');
    let last = 0;
    try {
      for await (const batch of recordsOf(own, file, version)) {
        yield { rows: batch.rows, lines: batch.lines.map((line) => before + line) };
        last = batch.lines.at(-1) ?? last;
      }
    } catch (cause) {
      if (!(cause instanceof ReadingStopped)) throw cause;
      const { rule, valueClass, message, remedy } = cause.breach;
      const named = message.startsWith(`${file}.csv`) ? message : `${file}.csv: ${message}`;
      throw new ReadingStopped(rule, cause.line, valueClass, named, remedy);
    }
    before += last;
  }
}

async function* recordsOf(
  { path, encoding }: SetFile,
  file: RosterFile,
  version: Manifest['version'],
): AsyncGenerator<RowBatch> {
  const fields = rosterFields[version][file] ?? {};
  let header: readonly string[] | undefined;
  let kept: readonly (readonly [string, number])[] = [];
  for await (const { rows, lines } of readLines(path, ',', encoding)) {
    const records: (readonly string[])[] = [];
    const own: number[] = [];
    for (const [i, cells] of rows.entries()) {
      const line = lines[i] ?? 0;
      if (!header) {
        header = cells.map((cell) => cell.trim());
        kept = columnsOf(file, header, fields);
        continue;
      }
      if (cells[0]?.trim() === header[0] && cells[1]?.trim() === header[1]) throw headerMustStandOnce(line);
      const trouble = cells.length === header.length ? '' : `${cells.length} ${header.length}`;
      const record: Record<string, string> = {};
      for (const [name, at] of kept) {
        const cell = cells[at]?.trim();
        if (cell) record[name] = cell;
      }
      records.push([file, JSON.stringify(record), String(line), trouble]);
      own.push(line);
    }
    if (records.length > 0) yield { rows: records, lines: own };
  }
}

/** The columns that are kept: the file's own, those of every file, and what a district adds of a student's state id. */
function columnsOf(
  file: RosterFile,
  header: readonly string[],
  fields: Readonly<Record<string, 'must' | 'may'>>,
): (readonly [string, number])[] {
  const id = idColumnOf(file, header);
  const must = [
    id,
    'status',
    'dateLastModified',
    ...Object.keys(fields).filter((name) => fields[name] === 'must'),
  ];
  const missing = must.filter((name) => !header.includes(name));
  if (missing.length > 0) throw columnMustStand(file, header, missing);
  const more = file === 'users' ? header.filter(isStateIdColumn) : [];
  const names = [...new Set([...must, ...Object.keys(fields), ...more])].filter((name) =>
    header.includes(name),
  );
  return names.map((name) => [name === id ? 'sourcedId' : name, header.indexOf(name)]);
}

function headerMustStandOnce(line: number): ReadingStopped {
  return new ReadingStopped(
    'headerMustStandOnce',
    line,
    'column names',
    'a second line of column names stands below the first',
    'remove one of the two, or export the set again',
  );
}
