import { type Connection, type Database, sqlState } from '../store/database.ts';
import { type Migration, migrate, readMigrations } from '../store/migrate.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import {
  dropSchema,
  selectForeignKeys,
  selectLandedMigrations,
  selectStoredTables,
  setCopyFormat,
} from './backup.store.ts';
import type { BackupHeader } from './backupHeader.ts';
import { backupMustBeOfThisSchema } from './backupMustBeOfThisSchema.ts';
import { checkBackup } from './checkBackup.store.ts';
import { leftOut } from './leftOut.ts';
import { type BackupReport, sizeOf } from './makeBackup.store.ts';
import { readBackup } from './readBackup.store.ts';
import { storeMustBeEmpty } from './storeMustBeEmpty.store.ts';

export type RestoreReport = Omit<BackupReport, 'bytes'> & {
  /** The migrations that brought the backup's schema forward to this program's. */
  readonly migrated: readonly string[];
};

/**
 * Fills an empty store with a backup, in one transaction: the store is brought to the backup's schema, its rows are loaded, and
 * then it goes forward to this program's schema. The file is read in full and every hash compared before the store is touched, and
 * again before anything is committed. Throws a Refusal, and leaves the store as it was, when the file is not whole or of
 * a newer Tandem, or the store is not empty.
 */
export async function restoreBackup(
  database: Database,
  file: string,
  at: Date,
  known: readonly Migration[] = readMigrations(),
): Promise<RestoreReport> {
  const { header, needed } = await checkRestorable(file, known);
  const migrated = await database
    .transaction(async (connection) => {
      await setCopyFormat(connection);
      await storeMustBeEmpty(connection);
      await makeSchema(connection, database, needed, at);
      await loadRows(connection, file);
      return migrate(sameTransaction(connection, database), at, [...known]);
    })
    .catch((error: unknown) => {
      throw refusalOf(error, file);
    });
  await database.transaction((connection) => connection.query('analyze'));
  return { file, ...sizeOf(header), migrated };
}

/** Reads a backup in full; answers its header and the migrations its rows need. Throws a Refusal unless it may be restored. */
export async function checkRestorable(
  file: string,
  known: readonly Migration[] = readMigrations(),
): Promise<{ header: BackupHeader; needed: readonly Migration[] }> {
  const header = await checkBackup(file);
  const schema = backupMustBeOfThisSchema(header.migrations, known);
  if ('refusal' in schema) throw new Refusal(`${file} ${schema.refusal}`);
  return { header, needed: schema.needed };
}

/** The schema of exactly these migrations; a store that has been through others, and is empty, is made anew. */
async function makeSchema(
  connection: Connection,
  database: Database,
  needed: readonly Migration[],
  at: Date,
): Promise<void> {
  const landed = await selectLandedMigrations(connection);
  const fits =
    landed.length <= needed.length && landed.every(({ sha256 }, i) => sha256 === needed[i]?.sha256);
  if (!fits) await dropSchema(connection);
  await migrate(sameTransaction(connection, database), at, [...needed]);
}

/**
 * Without foreign keys while rows come in: the engine would look up each row of each, which takes four times as long as to
 * compare the tables at the end.
 */
async function loadRows(connection: Connection, file: string): Promise<void> {
  const foreignKeys = await selectForeignKeys(connection);
  for (const { drop } of foreignKeys) await connection.query(drop);
  const stored = new Map((await selectStoredTables(connection)).map((table) => [table.name, table]));
  await readBackup(file, async ({ tables }) => {
    for await (const { table, rows } of tables) {
      const into = stored.get(table.name);
      if (!into || leftOut.has(table.name) || into.columns.join() !== table.columns.join()) {
        throw new Refusal(`${file} has a table ${table.name} that its own schema has not.`);
      }
      const statement = `copy ${into.quoted} (${into.quotedColumns}) from stdin`;
      await connection.copyIn(statement, asText(rows));
    }
  });
  for (const { add } of foreignKeys) await connection.query(add);
}

async function* asText(blocks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  for await (const block of blocks) yield block.toString('utf8');
}

/** Rows that agree with their hash and do not fit the schema were written by something else than `tandem backup`. */
function refusalOf(error: unknown, file: string): unknown {
  const state = sqlState(error) ?? '';
  const { message, where } = error as { message: string; where?: string };
  if (/^2[23]/.test(state)) {
    const place = where?.split('\n')[0];
    return new Refusal(`${file} has rows that do not fit: ${message}${place ? ` (${place})` : ''}.`, {
      cause: error,
    });
  }
  if (state === '53100') return new Refusal("The store's disk is full. Make room, or choose another place.");
  return error;
}

/** The open transaction in the shape of a store, so that what begins transactions of its own becomes part of it. */
function sameTransaction(connection: Connection, database: Database): Database {
  return { ...database, transaction: (run) => run(connection) };
}
