import type { Connection, Database } from '../store/database.ts';
import { setCopyFormat } from './backup.store.ts';
import type { BackupHeader } from './backupHeader.ts';
import { backupHeader, backupText, TableChanged } from './backupText.ts';
import { readInTurns, type Turn } from './readInTurns.store.ts';
import { readWhole } from './readWhole.store.ts';
import type { RowSource } from './rowSource.ts';
import { type WriteOptions, writeBackupFile } from './writeBackupFile.store.ts';

export type BackupReport = {
  readonly file: string;
  readonly bytes: number;
  readonly madeAt: string;
  readonly migrations: number;
  readonly tables: number;
  readonly rows: number;
};

const mostTries = 3;

/**
 * Writes a store, as it is at one moment, to a file in constant memory. PostgreSQL goes on answering meanwhile; the embedded
 * store answers nobody else until its rows are read. Throws a Refusal when the file cannot be written.
 */
export function makeBackup(
  database: Database,
  path: string,
  at: Date,
  options: WriteOptions,
): Promise<BackupReport> {
  return write(path, at, options, (useSource) =>
    database.transaction(async (connection) => {
      await connection.query('set transaction isolation level repeatable read, read only');
      await setCopyFormat(connection);
      const isEmbedded = database.engine === 'embedded';
      await useSource(await (isEmbedded ? readInTurns((work) => work(connection)) : readWhole(connection)));
    }),
  );
}

/**
 * The same of an embedded store that is at work: each page is read in a transaction of its own, between the requests. When rows
 * are changed or deleted in the middle of it, it begins again; after three tries nobody else gets a turn.
 */
export async function makeBackupBetweenRequests(
  database: Database,
  path: string,
  at: Date,
  options: WriteOptions,
): Promise<BackupReport & { readonly tries: number }> {
  const turn: Turn = (work) =>
    database.transaction(async (connection: Connection) => {
      await connection.query('set transaction read only');
      await setCopyFormat(connection);
      return work(connection);
    });
  for (let tries = 1; tries <= mostTries; tries += 1) {
    try {
      const report = await write(path, at, options, async (useSource) => useSource(await readInTurns(turn)));
      return { ...report, tries };
    } catch (error) {
      if (!(error instanceof TableChanged)) throw error;
    }
  }
  return { ...(await makeBackup(database, path, at, options)), tries: mostTries + 1 };
}

/** `read` gives the source to what it is handed, for as long as the source can be read. */
async function write(
  path: string,
  at: Date,
  options: WriteOptions,
  read: (useSource: (source: RowSource) => Promise<void>) => Promise<void>,
): Promise<BackupReport> {
  let header: BackupHeader | undefined;
  const bytes = await writeBackupFile(path, options, (keep) =>
    read((source) => {
      header = backupHeader(source, at);
      return keep(backupText(source, header));
    }),
  );
  if (!header) throw new Error('a backup was written of nothing');
  return { file: path, bytes, ...sizeOf(header) };
}

/** What a header says of a backup's size. */
export function sizeOf(header: BackupHeader): Omit<BackupReport, 'file' | 'bytes'> {
  return {
    madeAt: header.madeAt,
    migrations: header.migrations.length,
    tables: header.tables.length,
    rows: header.tables.reduce((rows, table) => rows + table.rows, 0),
  };
}
