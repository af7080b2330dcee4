import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from './database.ts';
import { openEmbeddedDatabase } from './embeddedDatabase.ts';
import { lockFolder } from './lockFolder.ts';
import { migrate, readMigrations } from './migrate.ts';
import { openPostgresqlDatabase } from './postgresqlDatabase.ts';

const packageFolder = fileURLToPath(new URL('../../../', import.meta.url));

/** Where the hub keeps its rows: PostgreSQL by its address, or a folder of its own. */
export type StoreAddress = { readonly databaseUrl: string } | { readonly folder: string };

/**
 * Opens the store and brings it to the newest schema. An embedded store is locked for this process first; `close`
 * gives the lock back. Throws a Refusal when the folder is in use or the schema is newer than this program.
 */
export async function openStore(address: StoreAddress, at: Date): Promise<Database> {
  if ('databaseUrl' in address) {
    const database = await openPostgresqlDatabase(address.databaseUrl);
    return migrated(database, at);
  }
  const lock = lockFolder(address.folder);
  try {
    const rows = join(address.folder, 'postgres');
    const isNew = !existsSync(join(rows, 'PG_VERSION'));
    const database = await openEmbeddedDatabase({
      folder: rows,
      template: isNew ? await embeddedTemplate(at) : null,
    });
    await migrated(database, at);
    return { ...database, close: () => database.close().finally(() => lock.release()) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** A store that cannot be brought forward is closed again: its thread or its connections would keep the process alive. */
async function migrated<T extends Database>(database: T, at: Date): Promise<T> {
  try {
    await migrate(database, at);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * A migrated, empty embedded store as an archive: making one takes some ten seconds, starting from one half a second. It is made once for
 * each schema and kept under node_modules/.cache.
 */
export async function embeddedTemplate(at: Date): Promise<string> {
  const hash = createHash('sha256').update(
    readFileSync(join(packageFolder, 'node_modules/@electric-sql/pglite/package.json')),
  );
  for (const migration of readMigrations()) hash.update(migration.name).update(migration.sha256);
  const folder = join(packageFolder, 'node_modules/.cache/tandem');
  const path = join(folder, `embedded-${hash.digest('hex').slice(0, 16)}.tar.gz`);
  if (existsSync(path)) return path;
  const database = await openEmbeddedDatabase({ folder: null, template: null });
  await migrate(database, at);
  const archive = await database.dump('gzip');
  await database.close();
  mkdirSync(folder, { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, archive);
  renameSync(unfinished, path);
  return path;
}
