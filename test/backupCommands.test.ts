import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { openEmptyStore } from './engines.ts';
import { fillStore } from './filledStore.ts';
import { makeBackup } from '../src/hub/backup/makeBackup.store.ts';
import { lockFolder } from '../src/hub/store/lockFolder.ts';
import { openStoreAsItIs } from '../src/hub/store/openStoreAsItIs.ts';
import { backupCommand } from '../src/commands/backup.ts';
import type { Command } from '../src/commands/command.ts';
import { doctorCommand } from '../src/commands/doctor.ts';
import { restoreCommand } from '../src/commands/restore.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type StoreCommand = (
  args: string[],
  io: Parameters<Command>[1],
  environment: Environment,
) => ReturnType<Command>;

let root = '';
const inRoot = (...parts: string[]) => join(root, ...parts);
/** A folder with a filled embedded store, restored by the command itself. */
const data = () => inRoot('data');

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'tandem-command-'));
  const store = await openEmptyStore('embedded');
  await fillStore(store);
  await store.transaction((connection) => connection.query("delete from cell where measure_id <> '_a'"));
  await makeBackup(store, inRoot('first.gz'), new Date('2026-01-05T10:00:00Z'), { force: false });
  await store.close();
});
after(() => rm(root, { recursive: true }));

async function run(command: StoreCommand, args: string[], environment: Environment = {}) {
  let [out, err] = ['', ''];
  const io = {
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
  };
  const code = await command(args, io, environment);
  return { code, out, err };
}

function refused(command: StoreCommand, args: string[], message: RegExp, environment: Environment = {}) {
  return assert.rejects(run(command, args, environment), { name: 'Refusal', message });
}

async function tablesOf(file: string): Promise<string> {
  const text = gunzipSync(await readFile(file)).toString('utf8');
  return text.slice(text.indexOf('\n'), text.lastIndexOf('{'));
}

test('restore makes the store of a new folder, clears what a killed restore left, and says what came: exit 0', async () => {
  await mkdir(inRoot('data', 'postgres.restoring'), { recursive: true });
  await writeFile(inRoot('data', 'postgres.restoring', 'PG_VERSION'), 'half');
  const { code, out, err } = await run(restoreCommand, [inRoot('first.gz'), '--data', data()]);
  assert.match(out, /^The store of 2026-01-05T10:00:00\.000Z is restored: \d+ rows of \d+ tables\.\n$/);
  assert.deepEqual([code, err], [0, '']);
  assert.deepEqual((await readdir(data())).sort(), ['holder.txt', 'lock.sqlite', 'postgres']);
});

test('backup writes the same tables again and answers with its size, in words and as JSON: exit 0', async () => {
  const { code, out, err } = await run(backupCommand, [inRoot('second.gz'), '--data', data(), '--json']);
  const { rows, tables, bytes, file } = JSON.parse(out) as Record<string, unknown>;
  assert.deepEqual([code, err, file], [0, '', inRoot('second.gz')]);
  assert.equal(bytes, (await readFile(inRoot('second.gz'))).length);
  assert.ok(Number(rows) > 30 && Number(tables) > 20);
  assert.equal(await tablesOf(inRoot('second.gz')), await tablesOf(inRoot('first.gz')));
  const again = await run(backupCommand, [inRoot('second.gz'), '--data', data(), '--force']);
  assert.match(again.out, / holds \d+ rows of \d+ tables \(\d+\.\d kB\) and was read back whole\.\n$/);
});

test('the store goes to PostgreSQL by DATABASE_URL, and its backup there has the same tables', async () => {
  const admin = process.env.TANDEM_TEST_POSTGRESQL ?? assert.fail('TANDEM_TEST_POSTGRESQL is not set');
  const name = `tandem_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  await client.query(`create database ${name}`);
  try {
    const environment = { DATABASE_URL: Object.assign(new URL(admin), { pathname: `/${name}` }).href };
    assert.equal((await run(restoreCommand, [inRoot('first.gz')], environment)).code, 0);
    assert.equal((await run(backupCommand, [inRoot('server.gz')], environment)).code, 0);
    assert.equal(await tablesOf(inRoot('server.gz')), await tablesOf(inRoot('first.gz')));
    await refused(restoreCommand, [inRoot('first.gz')], /not empty: .* Nothing was restored\.$/, environment);
    const { code, out } = await run(doctorCommand, [], environment);
    assert.match(out, /^well {2}store: on a server, answers; PostgreSQL/);
    assert.match(out, /\nAll is well\.\n$/);
    assert.equal(code, 0);
  } finally {
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  }
});

test('a file that is there, a store that is not, and a store that is not empty are refused, and change nothing', async () => {
  await refused(backupCommand, [inRoot('first.gz'), '--data', data()], /first\.gz is there already\./);
  await refused(
    backupCommand,
    [inRoot('new.gz'), '--data', inRoot('none')],
    /^There is no store in .*none\./,
  );
  await refused(
    restoreCommand,
    [inRoot('first.gz'), '--data', data()],
    /not empty: it has rows .* a new folder with --data.* Nothing was restored\.$/,
  );
  await writeFile(inRoot('text.gz'), 'text');
  await refused(
    restoreCommand,
    [inRoot('text.gz'), '--data', inRoot('none')],
    /not a backup of Tandem.* Nothing was restored\.$/,
  );
  await refused(restoreCommand, [inRoot('no.gz'), '--data', inRoot('none')], /cannot be read \(ENOENT\)/);
  await refused(
    restoreCommand,
    [inRoot('first.gz'), '--data', inRoot('text.gz', 'x')],
    /cannot be used for a store \(ENOTDIR\).* Nothing was restored\.$/,
  );
  assert.ok(!(await readdir(root)).includes('none'), 'no folder is made for a refusal');
});

test('while another process holds the store, backup is refused and doctor looks at the rest: exit 1', async () => {
  const lock = lockFolder(data());
  try {
    await refused(backupCommand, [inRoot('new.gz'), '--data', data()], /in use by another Tandem process/);
    await refused(restoreCommand, [inRoot('first.gz'), '--data', data()], /in use by another Tandem process/);
    const { code, out } = await run(doctorCommand, ['--data', data()]);
    assert.match(out, /^LOOK {2}store: The store in .* is in use by another Tandem process/);
    assert.match(out, /\nwell {2}disk: \d/);
    assert.match(out, /\nwell {2}backup: none yet/);
    assert.match(out, /\n1 of 3 need looking after\.\n$/);
    assert.equal(code, 1);
  } finally {
    lock.release();
  }
});

test('doctor finds the restored store well, in 11 checks, and changes nothing: exit 0', async () => {
  const { code, out, err } = await run(doctorCommand, ['--data', data(), '--json']);
  const { checks } = JSON.parse(out) as { checks: { what: string; well: boolean; says: string }[] };
  assert.deepEqual(
    checks.filter(({ well }) => !well),
    [],
  );
  assert.equal(checks.length, 11);
  assert.deepEqual([code, err], [0, '']);
});

test('doctor on a store of an older schema says so and leaves it as it is: exit 1', async () => {
  const store = await openStoreAsItIs({ folder: data() });
  await store.transaction((connection) => connection.query("delete from migration where name > '0003'"));
  await store.close();
  for (const _ of [1, 2]) {
    const { code, out } = await run(doctorCommand, ['--data', data()]);
    assert.match(out, /\nLOOK {2}schema: the store is older than this program;/);
    assert.equal(code, 1);
  }
  const report = await run(backupCommand, [inRoot('older.gz'), '--data', data(), '--json']);
  assert.equal(
    (JSON.parse(report.out) as { migrations: number }).migrations,
    2,
    'a backup brings nothing forward',
  );
});

test('wrong uses and help', async () => {
  for (const command of [backupCommand, restoreCommand]) {
    await assert.rejects(run(command, []), { name: 'WrongUse', message: 'Name one file.' });
    await assert.rejects(run(command, ['a', 'b']), { name: 'WrongUse' });
    await assert.rejects(run(command, ['a', '--yaml']), { name: 'WrongUse' });
    const { code, out } = await run(command, ['--help']);
    assert.match(out, /^tandem (backup|restore) FILE \[--data DIR\]/);
    assert.match(out, /sessions/i);
    assert.equal(code, 0);
  }
});
