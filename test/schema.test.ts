import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { onEachEngine } from './engines.ts';
import { schemaText } from './schemaText.ts';

const schemaFile = new URL('../migrations/schema.txt', import.meta.url);

/** Citus-readiness: the rules of placement (decisions/0006) as one query; a row is a breach. */
const placementLint = readFileSync(new URL('./placementLint.sql', import.meta.url), 'utf8');

onEachEngine('the migrated schema', (store) => {
  test('is the one written down in migrations/schema.txt', async () => {
    const text = await schemaText(store());
    if (process.env.TANDEM_WRITE_SCHEMA) writeFileSync(schemaFile, text);
    assert.equal(
      text,
      readFileSync(schemaFile, 'utf8'),
      'run TANDEM_WRITE_SCHEMA=1 npm test -- --only schema and review the difference',
    );
  });

  test('breaks no rule of placement', async () => {
    const breaches = await store().transaction((connection) => connection.query(placementLint));
    assert.deepEqual(breaches, []);
  });

  test('breaks a rule of placement once a table is made without one', async () => {
    await assert.rejects(
      store().transaction(async (connection) => {
        await connection.query('create table stray (id int)');
        const breaches = await connection.query(placementLint);
        assert.deepEqual(breaches, [{ tbl: 'stray', problem: 'no placement comment' }]);
        throw new Error('undo');
      }),
      /undo/,
    );
  });

  test('secures by row every table that names a partnership, the public directory aside', async () => {
    const open = await store().transaction((connection) =>
      connection.query(
        `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'partnership_id'
         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity order by 1`,
      ),
    );
    assert.deepEqual(
      open.map((row) => row.name),
      ['partnership', 'party'],
    );
  });

  test('leaves the application role no way round row-level security', async () => {
    const [role] = await store().transaction((connection) =>
      connection.query(
        "select rolsuper, rolbypassrls, rolcanlogin from pg_roles where rolname = 'tandem_app'",
      ),
    );
    assert.deepEqual(role, { rolsuper: false, rolbypassrls: false, rolcanlogin: false });
  });
});
