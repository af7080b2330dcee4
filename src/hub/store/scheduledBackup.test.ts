import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openEmptyStore } from '../../../test/engines.ts';
import { fillStore } from '../../../test/filledStore.ts';
import { backupFolder } from '../backup/backupFolder.store.ts';
import { checkBackup } from '../backup/checkBackup.store.ts';
import type { Database } from './database.ts';
import { type BackupLogLine, type BackupSchedule, startScheduledBackups } from './scheduledBackup.ts';

let store: Database;
let root = '';
let folder = '';
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'tandem-schedule-'));
  store = await openEmptyStore('embedded');
  await fillStore(store);
});
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'data-'));
});
after(async () => {
  await store.close();
  await rm(root, { recursive: true });
});

const start = Date.parse('2026-01-05T10:00:00Z');

/** Runs a schedule until so many lines are logged; the clock goes an hour each time it is looked at. */
async function run(lines: number, options: Partial<BackupSchedule>): Promise<BackupLogLine[]> {
  const logged: BackupLogLine[] = [];
  const enough = new AbortController();
  let looks = 0;
  const schedule = startScheduledBackups({
    database: store,
    folder,
    now: () => new Date(start + looks++ * 3_600_000),
    log: (line) => {
      logged.push(line);
      if (logged.length === lines) enough.abort();
    },
    everyMs: 1,
    firstAfterMs: 1,
    retryAfterMs: 1,
    ...options,
  });
  await sleep(20_000, undefined, { signal: enough.signal }).catch(() => undefined);
  await schedule.stop();
  return logged.slice(0, lines);
}

test("of 9 backups the newest 7 are kept, each of them whole, and the operator's own file stays", async () => {
  await mkdir(join(folder, 'backups'));
  await writeFile(join(folder, 'backups', 'mine.backup.gz'), 'mine');
  await writeFile(join(folder, 'backups', 'tandem-2026-01-05T09-00-00Z.backup.gz.77.partial'), 'killed');
  const logged = await run(9, {});
  assert.deepEqual(
    logged.map(({ kind }) => kind),
    Array(9).fill('backup'),
  );
  const names = await readdir(join(folder, 'backups'));
  assert.equal(names.length, 8);
  assert.ok(names.includes('mine.backup.gz'));
  const kept = await backupFolder(folder).list();
  assert.equal(kept.length, 7);
  for (const { file, madeAt } of kept) {
    assert.equal((await checkBackup(file)).madeAt, madeAt.toISOString());
  }
  assert.deepEqual(
    kept.map(({ file }) => file),
    logged
      .slice(-7)
      .toReversed()
      .map((line) => line.kind === 'backup' && line.file),
  );
});

test('a backup of 30 minutes ago is young enough: in 300 ms none is made, and after a day one is due at once', async () => {
  const kept = backupFolder(folder);
  await writeFile(await kept.prepare(new Date(start - 30 * 60_000)), 'young');
  const logged: BackupLogLine[] = [];
  const options = {
    database: store,
    folder,
    log: (line: BackupLogLine) => logged.push(line),
    firstAfterMs: 1,
  };
  const early = startScheduledBackups({ ...options, now: () => new Date(start) });
  await sleep(300);
  await early.stop();
  assert.equal(logged.length, 0);
  assert.equal(
    (await run(1, { everyMs: 60_000, now: () => new Date(start + 25 * 3_600_000) }))[0]?.kind,
    'backup',
  );
});

test('a failure is logged and written down, tried again, and forgotten after the next that succeeds', async () => {
  await writeFile(join(folder, 'backups'), 'a file where the folder should be');
  const failed = await run(2, {});
  assert.deepEqual(
    failed.map(({ kind }) => kind),
    ['backup failed', 'backup failed'],
  );

  await rm(join(folder, 'backups'));
  const kept = backupFolder(folder);
  const broken = { ...store, transaction: () => Promise.reject(new Error('the store does not answer')) };
  const [line] = await run(1, { database: broken });
  assert.deepEqual(line?.kind === 'backup failed' && line.why, 'the store does not answer');
  assert.equal((await kept.readFailure())?.why, 'the store does not answer');
  assert.equal((await run(1, {}))[0]?.kind, 'backup');
  assert.equal(await kept.readFailure(), null);
});

test('stopping in the middle of a backup leaves nothing of it', async () => {
  const schedule = startScheduledBackups({
    database: { ...store, transaction: (work) => sleep(10).then(() => store.transaction(work)) },
    folder,
    now: () => new Date(start),
    log: () => assert.fail('nothing is made'),
    firstAfterMs: 1,
  });
  const backups = async () => readdir(join(folder, 'backups')).catch(() => []);
  while ((await backups()).length === 0) await sleep(10);
  assert.match((await backups())[0] ?? '', /\.backup\.gz\.\d+\.partial$/);
  await schedule.stop();
  assert.deepEqual(await backups(), []);
});
