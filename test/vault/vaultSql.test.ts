import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { upgrade } from '../../src/vault/store/upgrade.ts';
import { parseStatements } from '../../src/vocabulary/sqlStatements.ts';

// The views of measuring stand on each other, not on the schema; every test of a measure runs them.
const isLayered = /\/(schema|measuring)\//;
const files = globSync('src/vault/**/*.sql').filter((file) => !isLayered.test(file));
const statements = files.flatMap((file) =>
  [...parseStatements(readFileSync(file, 'utf8'), file).values()].map((statement) => ({
    file,
    ...statement,
  })),
);

test(`DuckDB accepts each of the ${statements.length} statements in ${files.length} files of the vault against its schema`, async () => {
  assert.ok(statements.length >= 10, 'the statements were not found');
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  await upgrade(connection, new Date());
  const refused: string[] = [];
  for (const { file, name, text, parameters } of statements) {
    try {
      const prepared = await connection.prepare(text);
      if (prepared.parameterCount !== parameters.length) {
        throw new Error(`${parameters.length} parameters are named, DuckDB sees ${prepared.parameterCount}`);
      }
      prepared.destroySync();
      // The changes of a what-if are made to copies, which stand before them.
      if (file.endsWith('changeRows.sql') && name.startsWith('copy')) await connection.run(text);
    } catch (error) {
      refused.push(`${file} ${name}: ${(error as Error).message}`);
    }
  }
  assert.deepEqual(refused, []);
});
