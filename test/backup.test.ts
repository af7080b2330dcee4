import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { findBrokenAuditLine } from '../src/hub/audit/audit.store.ts';
import { makeBackup } from '../src/hub/backup/makeBackup.store.ts';
import { restoreBackup } from '../src/hub/backup/restoreBackup.store.ts';
import type { Database } from '../src/hub/store/database.ts';
import { readMigrations } from '../src/hub/store/migrate.ts';
import { openPostgresqlDatabase } from '../src/hub/store/postgresqlDatabase.ts';
import { asOperator, noPartnership } from '../src/hub/store/view.ts';
import { onEachEngine, openEmptyStore, openStoreAt } from './engines.ts';
import { awkwardText, fillStore, idOf, secrets } from './filledStore.ts';
import { schemaText } from './schemaText.ts';

const at = new Date('2026-01-05T10:00:00Z');
const fresh = { force: false };
let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tandem-backup-'));
});
after(() => rm(folder, { recursive: true }));

/** Each table's bytes by its name, and the whole text. */
async function contents(file: string): Promise<{ text: string; tables: Record<string, string> }> {
  const text = gunzipSync(await readFile(file)).toString('utf8');
  const parts = text.matchAll(/^\{"table":"(\w+)"\}\n([\s\S]*?)^\\\.\n/gm);
  return { text, tables: Object.fromEntries([...parts].map(([, name, rows]) => [name, rows ?? ''])) };
}

async function using<T>(opening: Promise<Database>, run: (store: Database) => Promise<T>): Promise<T> {
  const store = await opening;
  try {
    return await run(store);
  } finally {
    await store.close();
  }
}

test('20,000 cells and awkward text go embedded, PostgreSQL, embedded and keep every byte of every table', async () => {
  const files = ['first', 'second', 'third'].map((name) => join(folder, `${name}.backup`));
  const [first = '', second = '', third = ''] = files;
  await using(openEmptyStore('embedded'), async (store) => {
    await fillStore(store, { cells: 20_000 });
    const report = await makeBackup(store, first, at, fresh);
    assert.equal(report.file, first);
    assert.equal(report.migrations, readMigrations().length);
    assert.equal(report.bytes, (await readFile(first)).length);
  });
  const seen = await contents(first);
  assert.equal(seen.tables.cell?.split('\n').length, 20_001);
  await using(openEmptyStore('postgresql'), async (store) => {
    await restoreBackup(store, first, at);
    await makeBackup(store, second, at, fresh);
    const [row] = await store.transaction((c) => c.query('select name, body from person, mail'));
    assert.deepEqual(row, { name: awkwardText, body: awkwardText });
  });
  await using(openEmptyStore('embedded'), async (store) => {
    const { rows, migrated } = await restoreBackup(store, second, at);
    assert.ok(rows > 20_000);
    assert.deepEqual(migrated, []);
    await makeBackup(store, third, at, fresh);
  });
  for (const file of [second, third]) assert.deepEqual((await contents(file)).tables, seen.tables);
});

test('a PostgreSQL that sorts a before B, and whose role has settings of its own, writes the same bytes', async () => {
  const file = join(folder, 'collation.backup');
  const again = join(folder, 'collation-again.backup');
  await using(openEmptyStore('embedded'), async (store) => {
    await fillStore(store);
    await makeBackup(store, file, at, fresh);
  });
  await using(openEnglishPostgresql(), async (store) => {
    const [row] = await store.transaction((c) =>
      c.query("select 'a' < 'B' as folds, 'a' < 'B' collate \"C\" as bytes"),
    );
    assert.deepEqual(row, { folds: true, bytes: false });
    await restoreBackup(store, file, at);
    await makeBackup(store, again, at, fresh);
  });
  assert.deepEqual((await contents(again)).tables, (await contents(file)).tables);
});

/** A database with English sorting, another time zone, date style and number of digits. */
async function openEnglishPostgresql(): Promise<Database> {
  const admin = new URL(
    process.env.TANDEM_TEST_POSTGRESQL ?? assert.fail('TANDEM_TEST_POSTGRESQL is not set'),
  );
  const name = `tandem_${randomBytes(6).toString('hex')}`;
  const onServer = async (...statements: string[]) => {
    const client = new pg.Client({ connectionString: admin.href });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  await onServer(
    `create database ${name} template template0 locale_provider icu icu_locale 'en-US'`,
    `alter database ${name} set timezone = 'America/Los_Angeles'`,
    `alter database ${name} set datestyle = 'German'`,
    `alter database ${name} set extra_float_digits = 0`,
    `alter database ${name} set bytea_output = 'escape'`,
  );
  const store = await openPostgresqlDatabase(Object.assign(new URL(admin), { pathname: `/${name}` }).href, 4);
  return {
    ...store,
    close: async () => {
      await store.close();
      await onServer(`drop database ${name} with (force)`);
    },
  };
}

onEachEngine('a backup', (store, engine) => {
  const file = () => join(folder, `${engine}.backup`);

  test('names every table of the store but the 7 left out, and holds no session, link or token', async () => {
    await fillStore(store());
    await makeBackup(store(), file(), at, fresh);
    const { text, tables } = await contents(file());
    const inStore = await store().transaction((connection) =>
      connection.query(
        "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
      ),
    );
    const missing = inStore.map(({ name }) => String(name)).filter((name) => !(name in tables));
    assert.deepEqual(missing.sort(), [
      'attempt',
      'migration',
      'push_token',
      'reply_address',
      'session',
      'sign_in_link',
      'signed_link_token',
    ]);
    for (const secret of Object.values(secrets)) assert.ok(!text.includes(secret));
    assert.ok(tables.mail?.includes('lead@example.org'));
  });

  test('holds all that a row of this schema is: no sequence keeps a place outside the tables', async () => {
    const sequences = await store().transaction((connection) =>
      connection.query(
        "select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace",
      ),
    );
    assert.deepEqual(
      sequences,
      [],
      'a sequence is not in a backup: restoring would hand out its numbers again',
    );
  });

  test('restores 2 chains of 3 acts that are whole, the roles and row-level security', async () => {
    await using(openEmptyStore(engine), async (other) => {
      await restoreBackup(other, file(), at);
      for (const id of [noPartnership, idOf(20)]) {
        assert.equal(await asOperator(other, (view) => findBrokenAuditLine(view, id)), undefined);
      }
      assert.equal(await schemaText(other), await schemaText(store()));
    });
  });

  test('is refused by a store that holds rows, which it names', async () => {
    await assert.rejects(
      restoreBackup(store(), file(), at),
      /not empty: it has rows \(2 in adoption, 1 in adoption_result, 1 in agreement, 1 in agreement_end and in \d+ more tables\)/,
    );
  });

  // Stores in the world stand at one of the first nine or at the newest; the embedded engine, three times slower, takes the first two.
  const schemas = [...readMigrations().entries()].filter(
    ([i], _, all) => i < (engine === 'postgresql' ? 9 : 2) || i >= all.length - 1,
  );
  for (const [i, { name }] of schemas) {
    test(`of the schema up to ${name} restores into an empty store of the newest`, async () => {
      const old = join(folder, `${engine}-${name}.backup`);
      await using(openStoreAt(engine, i + 1, at), async (older) => {
        await fillStore(older, { migrations: i + 1 });
        await makeBackup(older, old, at, fresh);
      });
      await using(openEmptyStore(engine), (newest) => restoresForward(newest, old, i + 1));
      if (i === 1) await using(openStoreAt(engine, 1, at), (oldest) => restoresForward(oldest, old, i + 1));
    });
  }

  async function restoresForward(other: Database, old: string, migrations: number): Promise<void> {
    const later = readMigrations().slice(migrations);
    const { migrated } = await restoreBackup(other, old, at);
    assert.deepEqual(
      migrated,
      later.map(({ name }) => name),
    );
    assert.equal(await schemaText(other), await schemaText(store()));
    const again = join(folder, 'again.backup');
    await makeBackup(other, again, at, { force: true });
    assert.equal((await contents(again)).tables.person, (await contents(old)).tables.person);
  }

  test('of a newer schema, or of one that differs, is refused with the name of the migration', async () => {
    await using(openEmptyStore(engine), async (other) => {
      const known = readMigrations();
      await assert.rejects(
        restoreBackup(other, file(), at, known.slice(0, -1)),
        new RegExp(`newer Tandem \\(${known.at(-1)?.name}\\)`),
      );
      const edited = known.map((migration, i) =>
        i === 1 ? { ...migration, sha256: 'f'.repeat(64) } : migration,
      );
      await assert.rejects(
        restoreBackup(other, file(), at, edited),
        /its migration 0002-evidence\.sql differs/,
      );
    });
  });
});
