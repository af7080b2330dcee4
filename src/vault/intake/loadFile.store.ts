import { recogniseEdfi } from '../edfi/recogniseEdfi.ts';
import { selectHeldRoster } from '../oneroster/heldRoster.store.ts';
import { recogniseOneRoster } from '../oneroster/recogniseOneRoster.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { Vault, VaultConnection } from '../store/vault.ts';
import { settleEffectiveDates } from './effectiveDates.store.ts';
import { factColumns } from './factColumns.ts';
import type { FileOutcome } from './fileOutcome.ts';
import { type FileSet, setOf } from './fileSets.ts';
import { type FindingList, findingList } from './findingList.ts';
import { selectHeaders, selectKnowledge, writePlaces, writeStudents } from './knowledge.store.ts';
import type { IntakeLayout, RowReader } from './layout.ts';
import { type OpenSink, openSink } from './openSink.ts';
import { ReadingStopped } from './readingStopped.ts';
import { type RecognisedFile, recogniseFile } from './recogniseFile.ts';
import { type StudentMemory, studentMemory } from './studentMemory.store.ts';
import { surveyFiles } from './surveyFiles.ts';
import { takePlace } from './takePlace.store.ts';

const statements = readVaultStatements(import.meta.url, [
  'selectFileBySha',
  'selectNextFile',
  'insertFile',
  'removeRefusedFile',
  'removeFindingsOfRefused',
]);

export type Loading = {
  readonly layouts: readonly IntakeLayout[];
  readonly now: () => Date;
  /** Told how many rows of the file are read. */
  readonly progress?: (file: string, rows: number) => void;
};

type Read = {
  readonly file: number;
  readonly recognised: RecognisedFile;
  readonly reader: RowReader;
  readonly rows: number;
  readonly kept: number;
  readonly newStudents: number;
  readonly supersedes: FileOutcome['supersedes'];
};

/** Thrown within the transaction of a file that has errors, so that nothing of it stays. */
class FileRefused extends Error {
  readonly read: Read;
  constructor(read: Read) {
    super('the file has errors');
    this.read = read;
  }
}

const rowsAtATime = 20_000;

/**
 * Loads one file, or several that are one set, whole or not at all, in one transaction: with an error nothing is kept but
 * its findings. The same content again changes nothing. A file that says the same of the same year as an earlier one takes
 * its place, and the outcome says how many rows were added, removed and changed. Files of one load share the memory of the
 * students.
 */
export async function loadFile(
  vault: Vault,
  set: string | readonly string[] | FileSet,
  loading: Loading,
  students: StudentMemory = studentMemory(),
): Promise<FileOutcome> {
  const { paths, name: file, stopped, sha256: packed } = setOf(set);
  const [first = ''] = paths;
  const findings = findingList();
  const say = (status: FileOutcome['status'], read?: Read): FileOutcome => ({
    file,
    path: first,
    status,
    layout: read?.reader.scope() ?? null,
    title: read?.recognised.layout.title ?? null,
    profile: read?.recognised.profile ?? null,
    schoolYear: read?.reader.year() ?? null,
    rows: read?.rows ?? 0,
    kept: status === 'loaded' ? (read?.kept ?? 0) : 0,
    newStudents: status === 'loaded' ? (read?.newStudents ?? 0) : 0,
    errors: findings.errors(),
    notes: findings.all() - findings.errors(),
    rules: [...findings.counts].map(([key, one]) => ({ rule: key.split(' ')[0] ?? key, ...one })),
    findings: findings.kept(),
    supersedes: status === 'loaded' ? (read?.supersedes ?? null) : null,
  });
  let sha256 = packed;
  try {
    if (stopped) throw stopped;
    const survey = await surveyFiles(paths);
    sha256 = survey.sha256;
    const before = await vault.rows<{ superseded_by: number | null }>(statements.selectFileBySha, { sha256 });
    if (before.length > 0) return say('unchanged');
    const { encoding } = survey.files[0] ?? { encoding: 'utf-8' };
    const headers = await selectHeaders(vault);
    const recognised =
      (await recogniseOneRoster(survey.files, loading.layouts, () => selectHeldRoster(vault))) ??
      (await recogniseEdfi(survey.files, loading.layouts)) ??
      (await recogniseFile(first, file, encoding, loading.layouts, headers));
    const sha = survey.sha256;
    const read = await vault.transaction(async (connection) => {
      const done = await readInto(
        connection,
        vault.district.cds,
        recognised,
        file,
        findings,
        loading,
        students,
      );
      if (findings.errors() > 0) throw new FileRefused(done);
      await forgetRefusal(connection, sha);
      await writeFile(connection, vault, file, sha, done, findings, loading.now());
      return done;
    });
    students.keep(read.file);
    return say('loaded', read);
  } catch (cause) {
    students.forget();
    if (cause instanceof ReadingStopped) findings.add(cause.breach, cause.line);
    else if (isUnreadable(cause)) findings.add(fileMustBeReadable, null);
    else if (!(cause instanceof FileRefused)) throw cause;
    const read = cause instanceof FileRefused ? cause.read : undefined;
    const sha = sha256 ?? 'not read';
    await vault.transaction(async (connection) => {
      const [next] = await connection.rows<{ file_id: number }>(statements.selectNextFile);
      await forgetRefusal(connection, sha);
      const refused = { file: next?.file_id ?? 1, rows: read?.rows ?? 0, reader: read?.reader };
      await writeFile(connection, vault, file, sha, refused, findings, loading.now());
    });
    return say('refused', read);
  }
}

async function readInto(
  connection: VaultConnection,
  district: string,
  recognised: RecognisedFile,
  name: string,
  findings: FindingList,
  { progress }: Loading,
  students: StudentMemory,
): Promise<Read> {
  const { layout, profile, header, batches } = recognised;
  const known = await selectKnowledge(connection, district, layout.asks);
  const [next] = await connection.rows<{ file_id: number }>(statements.selectNextFile);
  const file = next?.file_id ?? 1;
  const register = await students.register(connection);
  const open = openSink(file, findings, register, known);
  const reader = layout.open(header, profile, open.sink, known, name);
  let [rows, kept] = [0, 0];
  for await (const batch of batches) {
    for (const [i, cells] of batch.rows.entries()) {
      open.at(batch.lines[i] ?? 0);
      rows += 1;
      const before = open.facts();
      if (cells.length === header.length) reader.read(cells, open.line());
      else columnsMustBeTheHeaders(cells.length, header.length, open);
      if (open.facts() > before) kept += 1;
    }
    progress?.(name, rows);
    await flush(connection, open, rowsAtATime);
  }
  const before = open.facts();
  reader.end();
  kept += open.facts() - before;
  if (rows === 0) open.sink.breach(fileMustHaveRows, null);
  await flush(connection, open, 1);
  const newStudents = await writeStudents(connection, register, district);
  await writePlaces(connection, open.places.values());
  const read = { file, recognised, reader, rows, kept: Math.min(kept, rows), newStudents };
  if (findings.errors() > 0) return { ...read, supersedes: null };
  const year = reader.year() ?? 0;
  const arriving = { file, district, scope: reader.scope(), year, facts: open.facts() };
  const supersedes = await takePlace(connection, arriving, findings);
  for (const table of [layout.byEffectiveDate ?? []].flat())
    await settleEffectiveDates(connection, table, file, year);
  for (const { statement, values = {}, ...rule } of layout.fileRules ?? []) {
    const broken = await connection.rows<{ line: number }>(statement, { file, ...values });
    for (const { line } of broken) findings.add(rule, line);
  }
  return { ...read, supersedes };
}

async function flush(connection: VaultConnection, { waiting }: OpenSink, least: number): Promise<void> {
  for (const [table, rows] of waiting) {
    if (rows.length < least) continue;
    await connection.append(table, [...factColumns[table], 'file_id', 'line'], rows);
    rows.length = 0;
  }
}

async function forgetRefusal(connection: VaultConnection, sha256: string): Promise<void> {
  await connection.run(statements.removeFindingsOfRefused, { sha256 });
  await connection.run(statements.removeRefusedFile, { sha256 });
}

async function writeFile(
  connection: VaultConnection,
  vault: Vault,
  name: string,
  sha256: string,
  read: Pick<Read, 'file' | 'rows'> & { readonly reader: RowReader | undefined; readonly kept?: number },
  findings: FindingList,
  at: Date,
): Promise<void> {
  await connection.run(statements.insertFile, {
    file: read.file,
    name,
    sha256,
    layout: read.reader?.scope() ?? 'unknown',
    profile: read.reader?.profile ?? null,
    year: read.reader?.year() ?? 0,
    district: vault.district.cds,
    rows: read.rows,
    kept: read.kept ?? 0,
    findings: findings.all(),
    at,
  });
  const columns = ['file_id', 'line', 'column_name', 'rule', 'severity', 'value_class', 'message', 'remedy'];
  const rows = findings
    .kept()
    .map((one) => [
      read.file,
      one.line,
      one.column,
      one.rule,
      one.severity,
      one.valueClass,
      one.message,
      one.remedy,
    ]);
  if (rows.length > 0) await connection.append('finding', columns, rows);
}

function columnsMustBeTheHeaders(has: number, width: number, { sink }: OpenSink): void {
  sink.breach({
    rule: 'columnsMustBeTheHeaders',
    severity: 'error',
    column: null,
    valueClass: `${has} columns`,
    message: `the row has ${has} columns, the header ${width}`,
    remedy: 'look for a missing or doubled delimiter, or one inside a name without quotation marks',
  });
}

function isUnreadable(cause: unknown): boolean {
  const { code, syscall } = cause as { code?: unknown; syscall?: unknown };
  return syscall !== undefined && ['EACCES', 'EPERM', 'ENOENT', 'EISDIR', 'EIO'].includes(String(code));
}

const fileMustBeReadable = {
  rule: 'fileMustBeReadable',
  severity: 'error',
  column: null,
  valueClass: 'a file that cannot be read',
  message: 'the operating system does not let the vault read the file',
  remedy: 'look whether it is there and whose it is; close it in other programs',
} as const;

const fileMustHaveRows = {
  rule: 'fileMustHaveRows',
  severity: 'error',
  column: null,
  valueClass: 'no rows',
  message: 'there is no row below the header',
  remedy: 'export it again; an empty file takes nobody’s place',
} as const;
