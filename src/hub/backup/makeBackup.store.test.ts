import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { onEachEngine, openEmptyStore } from '../../../test/engines.ts';
import { fillStore, idOf } from '../../../test/filledStore.ts';
import type { Database } from '../store/database.ts';
import { makeBackup, makeBackupBetweenRequests } from './makeBackup.store.ts';

const at = new Date('2026-01-05T10:00:00Z');
let folder = '';
let store: Database | undefined;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tandem-make-'));
});
after(async () => {
  await store?.close();
  await rm(folder, { recursive: true });
});

async function filledStore(): Promise<Database> {
  if (store) return store;
  store = await openEmptyStore('embedded');
  await fillStore(store, { cells: 24_000 });
  return store;
}

async function textOf(name: string): Promise<string> {
  return gunzipSync(await readFile(join(folder, name))).toString('utf8');
}

function write(database: Database, sql: string): Promise<unknown> {
  return database.transaction((connection) => connection.query(sql));
}

/** Acts again and again until a backup is made. */
async function meanwhile<T>(
  making: Promise<T>,
  act: () => Promise<unknown>,
): Promise<{ result: T; acts: number }> {
  const made = new AbortController();
  const ending = making.finally(() => made.abort());
  let acts = 0;
  for (; !made.signal.aborted; acts += 1) await act();
  return { result: await ending, acts };
}

test('pages of 24,000 cells are the rows in the order of their key, each once', async () => {
  const database = await filledStore();
  await makeBackup(database, join(folder, 'paged'), at, { force: false });
  const [expected] = await database.transaction(async (connection) =>
    Array.fromAsync(
      connection.copyOut(
        'copy (select * from cell order by district_id, school_id, measure_id, school_year, grade, student_group, source_id) to stdout',
      ),
    ),
  );
  const rows = Buffer.from(expected ?? []).toString('utf8');
  assert.equal(rows.split('\n').length, 24_001);
  assert.ok((await textOf('paged')).includes(`{"table":"cell"}\n${rows}\\.\n`));
});

test('rows added while a backup is made between requests are not in it, and it is the store of its first moment', async () => {
  const database = await filledStore();
  await makeBackup(database, join(folder, 'before'), at, { force: false });
  const making = makeBackupBetweenRequests(database, join(folder, 'during'), at, { force: false });
  await write(
    database,
    `insert into district (district_id, cds, level, name) values ('${idOf(5)}', '10621660000005', 'district', 'late')`,
  );
  assert.equal((await making).tries, 1);
  assert.equal(await textOf('during'), await textOf('before'));
});

test('a row changed meanwhile begins the backup again, and the second is the store after it: 2 tries', async () => {
  const database = await filledStore();
  const making = makeBackupBetweenRequests(database, join(folder, 'changed'), at, { force: false });
  await write(database, "update district set name = 'changed meanwhile' where name = 'late'");
  assert.equal((await making).tries, 2);
  assert.match(await textOf('changed'), /changed meanwhile/);
});

test('where rows change all the time the fourth try lets nobody else in', async () => {
  const database = await filledStore();
  const making = makeBackupBetweenRequests(database, join(folder, 'busy'), at, { force: false });
  const { result } = await meanwhile(making, () =>
    write(database, "update district set name = name || '.' where cds = '10621660000005'"),
  );
  assert.equal(result.tries, 4);
  assert.match(await textOf('busy'), /changed meanwhile\.+\t/);
});

test('requests have their turn between the pages: no fewer than the backup has tables', async () => {
  const database = await filledStore();
  const making = makeBackupBetweenRequests(database, join(folder, 'queue'), at, { force: false });
  const { result, acts } = await meanwhile(making, () => write(database, 'select 1'));
  assert.ok(result.tables > 20 && acts > result.tables, `${acts} requests, ${result.tables} tables`);
});

test('a file that is there is refused, and with force replaced; a backup that is stopped leaves nothing', async () => {
  const database = await filledStore();
  const file = join(folder, 'there');
  await writeFile(file, 'mine');
  await assert.rejects(makeBackup(database, file, at, { force: false }), /is there already/);
  assert.equal(await readFile(file, 'utf8'), 'mine');
  const signal = AbortSignal.timeout(20);
  await assert.rejects(makeBackup(database, file, at, { force: true, signal }), /abort/);
  assert.equal(await readFile(file, 'utf8'), 'mine');
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.endsWith('.partial')),
    [],
  );
  await makeBackup(database, file, at, { force: true });
  assert.equal((await stat(file)).mode & 0o777, 0o600, 'only its owner may read it');
});

test('a folder that is not there is refused', async () => {
  const database = await filledStore();
  await assert.rejects(
    makeBackup(database, join(folder, 'none', 'x'), at, { force: false }),
    /There is no folder .*none/,
  );
});

onEachEngine('a copy out', (engineStore) => {
  test('gives 50,000 rows, and one that is left after its first bytes leaves the store working', async () => {
    const statement = 'copy (select i from generate_series(1, 50000) i) to stdout';
    const all = await engineStore().transaction((connection) =>
      Array.fromAsync(connection.copyOut(statement)),
    );
    assert.equal(Buffer.concat(all).toString().split('\n')[49_999], '50000');
    await assert.rejects(
      engineStore().transaction(async (connection) => {
        for await (const _ of connection.copyOut(
          'copy (select i from generate_series(1, 2000000) i) to stdout',
        )) {
          throw new Error('enough');
        }
      }),
      /enough/,
    );
    const rows = await engineStore().transaction((connection) => connection.query('select 1 as one'));
    assert.deepEqual(rows, [{ one: 1 }]);
  });

  test('passes on an error of the statement', async () => {
    await assert.rejects(
      engineStore().transaction((connection) =>
        Array.fromAsync(connection.copyOut('copy (select 1/0) to stdout')),
      ),
      /division by zero/,
    );
  });
});
