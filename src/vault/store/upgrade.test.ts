import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { Refusal } from '../../vocabulary/refusal.ts';
import { readUpgrades, upgrade } from './upgrade.ts';

const upgrades = readUpgrades();
const at = new Date('2026-11-25T08:00:00Z');

async function schemaOf(instance: DuckDBInstance): Promise<unknown> {
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(
    'select table_name, column_name, data_type, is_nullable from information_schema.columns order by table_name, ordinal_position',
  );
  return reader.getRowsJson();
}

/** One row in every table, each column that must not be null with the plainest value of its type. */
async function fillTables(instance: DuckDBInstance): Promise<string[]> {
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(
    `select table_name, list(if(column_name = 'student_group', 'GROUP', data_type) order by ordinal_position)
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'main' and table_type = 'BASE TABLE' and table_name <> 'upgrade' group by 1 order by 1`,
  );
  const tables = reader.getRowsJS() as [string, string[]][];
  for (const [table, types] of tables) {
    const values = types.map((type) =>
      type === 'DATE'
        ? "date '2024-02-03'"
        : type.endsWith('[]')
          ? "['a']"
          : type.startsWith('TIME')
            ? 'now()'
            : type === 'BOOLEAN'
              ? 'true'
              : type === 'GROUP'
                ? "'ALL'"
                : type === 'VARCHAR' || type.startsWith('ENUM')
                  ? "'7'"
                  : '7',
    );
    await connection.run(`insert into "${table}" values (${values.join(', ')})`);
  }
  return tables.map(([table]) => table);
}

test(`a vault of each of the ${upgrades.length - 1} earlier schemas, with data, comes forward and keeps every row`, async () => {
  const fresh = await DuckDBInstance.create();
  await upgrade(await fresh.connect(), at);
  const newest = await schemaOf(fresh);
  for (let landed = 1; landed < upgrades.length; landed++) {
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    await upgrade(connection, at, upgrades.slice(0, landed));
    const tables = await fillTables(instance);
    assert.ok(tables.length >= landed, 'the fixture holds no tables');
    const ran = await upgrade(connection, at);
    assert.deepEqual(
      ran,
      upgrades.slice(landed).map(({ name }) => name),
    );
    assert.deepEqual(await schemaOf(instance), newest, `from ${upgrades[landed - 1]?.name}`);
    for (const table of tables) {
      const reader = await connection.runAndReadAll(`select count(*)::integer from "${table}"`);
      assert.deepEqual(reader.getRowsJS(), [[1]], `${table} from ${upgrades[landed - 1]?.name}`);
    }
    assert.deepEqual(await upgrade(connection, at), [], 'a second time changes nothing');
    instance.closeSync();
  }
});

test('an upgrade that fails leaves nothing of itself; a newer or a changed schema is refused', async () => {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await upgrade(connection, at, upgrades.slice(0, 1));
  const before = await schemaOf(instance);
  const broken = {
    name: '0002-broken.sql',
    sql: 'create table half (a integer); select no from nowhere;',
    sha256: 'x',
  };
  await assert.rejects(upgrade(connection, at, [...upgrades.slice(0, 1), broken]), /nowhere/);
  assert.deepEqual(await schemaOf(instance), before);
  await assert.rejects(
    upgrade(connection, at, []),
    (error: Error) => error instanceof Refusal && /newer Tandem \(0001-files\.sql\)/.test(error.message),
  );
  const changed = [{ name: '0001-files.sql', sql: '', sha256: 'y' }];
  await assert.rejects(
    upgrade(connection, at, changed),
    /0001-files\.sql differs from the one this vault went through/,
  );
  instance.closeSync();
});
