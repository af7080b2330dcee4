import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { openDatabase } from './openDatabase.ts';

const folder = mkdtempSync(join(tmpdir(), "tandem-duck's-"));
const [readable, elsewhere, temporary] = ['readable', 'elsewhere', 'temporary'].map((name) =>
  join(folder, name),
) as [string, string, string];
let instance: DuckDBInstance;
let connection: DuckDBConnection;

before(async () => {
  for (const path of [readable, elsewhere, temporary]) mkdirSync(path);
  writeFileSync(join(readable, 'a.csv'), 'a,b\n1,2\n');
  writeFileSync(join(elsewhere, 'b.csv'), 'a,b\n1,2\n');
  writeFileSync(join(elsewhere, 'c.csv'), 'a,b\n1,2\n');
  writeFileSync(join(temporary, 'duckdb_temp_storage.tmp'), 'what a killed process spilled');
  instance = await openDatabase(
    { file: join(folder, 'v.duckdb'), temporary },
    { memory: '64MB', temporaryDisk: '1GB', threads: 1 },
    { folders: [readable], files: [join(elsewhere, 'c.csv')] },
  );
  connection = await instance.connect();
});
after(() => {
  instance.closeSync();
  rmSync(folder, { recursive: true });
});

const q = (path: string): string => `'${path.replaceAll("'", "''")}'`;

test('SQL reads the folder and the file that it was given', async () => {
  for (const path of [join(readable, 'a.csv'), join(elsewhere, 'c.csv')]) {
    const reader = await connection.runAndReadAll(`select b from read_csv(${q(path)})`);
    assert.deepEqual(reader.getRowsJson(), [['2']]);
  }
});

const shut = [
  `select * from read_text('/etc/passwd')`,
  `select * from read_blob('/proc/self/environ')`,
  `select * from read_csv(${q(join(elsewhere, 'b.csv'))})`,
  `select * from read_csv(${q(join(readable, '..', 'elsewhere', 'b.csv'))})`,
  `select * from glob('/etc/*')`,
  `select * from ${q(join(elsewhere, 'b.csv'))}`,
  `attach ${q(join(elsewhere, 'x.duckdb'))} as x`,
  `copy (select 1) to ${q(join(elsewhere, 'x.csv'))}`,
  `export database ${q(elsewhere)}`,
  `import database '/tmp'`,
  `install httpfs`,
  `load httpfs`,
  `select * from read_csv('https://example.org/a.csv')`,
  `set enable_external_access = true`,
  `set allowed_directories = ['/']`,
  `reset allowed_directories`,
  `set lock_configuration = false`,
  `set temp_directory = '/tmp'`,
  `set memory_limit = '8GB'`,
  `pragma temp_directory = '/tmp'`,
];
for (const sql of shut) {
  test(`SQL cannot: ${sql.replaceAll(folder.replaceAll("'", "''"), '…')}`, async () => {
    await assert.rejects(
      connection.runAndReadAll(sql),
      /disabled (by|through) configuration|configuration has been locked|Cannot change|extension .* (disabled|not found)/i,
    );
  });
}

test('what was spilled before is gone, and what is spilled now holds no word of the students', async () => {
  assert.ok(!existsSync(join(temporary, 'duckdb_temp_storage.tmp')));
  assert.equal(statSync(temporary).mode & 0o777, 0o700);
  await connection.run(
    `create temp table big as select 'Rumpelstilzchen' || (i % 7) as name, random() as r, i from range(1500000) t(i) order by r`,
  );
  const spilled = readdirSync(temporary).map((name) => join(temporary, name));
  const bytes = spilled.reduce((sum, path) => sum + statSync(path).size, 0);
  assert.ok(bytes > 1_000_000, `only ${bytes} bytes were spilled: nothing was tried`);
  for (const path of spilled) assert.ok(!readFileSync(path).includes('Rumpelstilzchen'), path);
});
