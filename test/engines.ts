import { randomBytes } from 'node:crypto';
import { after, before, describe } from 'node:test';
import pg from 'pg';
import type { Database } from '../src/hub/store/database.ts';
import { migrate, readMigrations } from '../src/hub/store/migrate.ts';
import { openPostgresqlDatabase } from '../src/hub/store/postgresqlDatabase.ts';
import { openEmbeddedCopy } from './embeddedFolder.ts';

type Engine = Database['engine'];

/** Opens a new, migrated, empty store on an engine; `close` removes it. */
export async function openEmptyStore(engine: Engine, at = new Date()): Promise<Database> {
  if (engine === 'embedded') return openEmbeddedCopy(at);
  const database = await openPostgresqlLike(process.env.TANDEM_TEST_POSTGRESQL_MIGRATED ?? 'template1');
  await migrate(database, at);
  return database;
}

/** Opens a store that has been through the first so many migrations. */
export async function openStoreAt(engine: Engine, migrations: number, at: Date): Promise<Database> {
  const database = await (engine === 'embedded'
    ? openEmptyStore(engine, at)
    : openPostgresqlLike('template1'));
  if (engine === 'embedded') {
    await database.transaction(async (connection) => {
      await connection.query('drop schema public cascade');
      await connection.query('create schema public');
    });
  }
  await migrate(database, at, readMigrations().slice(0, migrations));
  return database;
}

/** A database of its own on the server of the tests, copied from another one. */
async function openPostgresqlLike(template: string): Promise<Database> {
  const admin = process.env.TANDEM_TEST_POSTGRESQL;
  if (!admin)
    throw new Error(
      'TANDEM_TEST_POSTGRESQL is not set: run the suite with `npm test`, which starts a PostgreSQL.',
    );
  const name = `tandem_${randomBytes(6).toString('hex')}`;
  await onServer(admin, `create database ${name} template ${template} strategy file_copy`);
  const database = await openPostgresqlDatabase(
    Object.assign(new URL(admin), { pathname: `/${name}` }).href,
    4,
  );
  return {
    ...database,
    close: async () => {
      await database.close();
      await onServer(admin, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

type Tests = (store: () => Database, engine: Engine) => void;

/**
 * Describes the same tests once on the embedded store and once on PostgreSQL. `store()` is the engine's database inside a test; it is shared by
 * the tests of the block.
 */
export function onEachEngine(name: string, tests: Tests): void {
  for (const engine of ['embedded', 'postgresql'] as const) onEngine(engine, name, tests);
}

/** The same on one engine: for what no statement decides. */
export function onEngine(engine: Engine, name: string, tests: Tests): void {
  describe(`${name} (${engine})`, () => {
    let database: Database | undefined;
    before(async () => {
      database = await openEmptyStore(engine);
    });
    after(() => database?.close());
    tests(() => {
      if (!database) throw new Error('the store opens before the first test');
      return database;
    }, engine);
  });
}
