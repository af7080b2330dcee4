import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { openEmptyStore } from '../../../test/engines.ts';
import { mountSmallDisk } from '../../../test/smallDisk.ts';
import { backupFolder } from '../backup/backupFolder.store.ts';
import { makeBackup } from '../backup/makeBackup.store.ts';
import type { Database } from '../store/database.ts';
import { checkBackups } from './checkBackups.store.ts';
import { checkDisk } from './checkDisk.store.ts';

const at = new Date('2026-01-05T10:00:00Z');
const hours = (n: number) => new Date(at.getTime() + n * 3_600_000);
let store: Database;
let root = '';
let folder = '';
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'tandem-doctor-'));
  store = await openEmptyStore('embedded');
});
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'data-'));
  await writeFile(join(folder, 'lock.sqlite'), '');
  await utimes(join(folder, 'lock.sqlite'), at, at);
});
after(async () => {
  await store.close();
  await rm(root, { recursive: true });
});

test('a store of 5 hours needs no backup yet, one of 50 hours does', async () => {
  assert.deepEqual(await checkBackups(folder, hours(5)), {
    what: 'backup',
    well: true,
    says: 'none yet; the running hub makes one within a day',
  });
  const late = await checkBackups(folder, hours(50));
  assert.deepEqual([late.well, late.says.slice(0, 13)], [false, 'there is none']);
});

test('a backup of 3 hours is well, of 3 days is not, and cut off is not', async () => {
  const path = await backupFolder(folder).prepare(at);
  await makeBackup(store, path, at, { force: false });
  const young = await checkBackups(folder, hours(3));
  assert.equal(young.well, true);
  assert.match(
    young.says,
    /^the newest is 3 hours old and whole \(.*tandem-2026-01-05T10-00-00Z\.backup\.gz\)/,
  );
  const old = await checkBackups(folder, hours(73));
  assert.equal(old.well, false);
  assert.match(old.says, /^the newest is 3 days old/);
  await truncate(path, 700);
  const cut = await checkBackups(folder, hours(3));
  assert.equal(cut.well, false);
  assert.match(cut.says, /is cut off in /);
});

test('a failed try is told with its reason, and still when the reason could not be written down', async () => {
  const kept = backupFolder(folder);
  await kept.prepare(at);
  await kept.writeFailure({ at: at.toISOString(), why: 'The disk is full.' });
  assert.deepEqual(await checkBackups(folder, hours(3)), {
    what: 'backup',
    well: false,
    says: 'the last try, at 2026-01-05T10:00:00.000Z, failed: The disk is full. (there is none)',
  });
  await writeFile(join(folder, 'backups', 'failed.json'), '');
  assert.match((await checkBackups(folder, hours(3))).says, /failed: the reason could not be written down/);
});

test('a disk with 1 MB free is found', async (t) => {
  const disk = mountSmallDisk(1_048_576);
  if ('why' in disk) return t.skip(disk.why);
  try {
    await mkdir(join(disk.folder, 'data'));
    assert.deepEqual(await checkDisk(join(disk.folder, 'data'), 250_000_000), {
      what: 'disk',
      well: false,
      says: '1.0 MB free, the store takes 250.0 MB; keep at least 1.0 GB free',
    });
  } finally {
    disk.unmount();
  }
});
