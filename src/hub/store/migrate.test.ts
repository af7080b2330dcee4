import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEachEngine } from '../../../test/engines.ts';
import { migrate, readMigrations, splitScript } from './migrate.ts';

const at = new Date('2026-01-05T10:00:00Z');

onEachEngine('migrate', (store) => {
  test('has nothing to do on a store that has been through every migration', async () => {
    assert.deepEqual(await migrate(store(), at), []);
  });

  test('runs what is new and no more, and takes back one that fails', async () => {
    const known = readMigrations();
    const added = {
      name: '9998-more.sql',
      sql: "create table more (id int); comment on table more is 'placement=local';",
      sha256: 'a',
    };
    const broken = {
      name: '9999-broken.sql',
      sql: 'create table broken (id int); select nonsense;',
      sha256: 'b',
    };
    await assert.rejects(migrate(store(), at, [...known, added, broken]), /nonsense/);
    const tables = await store().transaction((connection) =>
      connection.query("select relname as name from pg_class where relname in ('more', 'broken')"),
    );
    assert.deepEqual(tables, [{ name: 'more' }]);
    assert.deepEqual(await migrate(store(), at, [...known, added]), []);
  });

  test('refuses a store that a newer program has changed', async () => {
    await assert.rejects(migrate(store(), at), /changed by a newer Tandem \(9998-more\.sql\)/);
  });

  test('refuses when a landed migration was edited', async () => {
    const edited = readMigrations().map((migration, i) =>
      i === 0 ? { ...migration, sha256: 'c' } : migration,
    );
    await assert.rejects(migrate(store(), at, edited), /0001-.*differs from the one this store went through/);
  });
});

test('splitScript cuts at semicolons outside quotes, dollar quotes and comments', () => {
  assert.deepEqual(splitScript("select ';'; -- a; b\ndo $$ begin; end $$;\n-- only a comment\n"), [
    "select ';'",
    '-- a; b\ndo $$ begin; end $$',
  ]);
});
