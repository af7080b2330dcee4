import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { mountSmallDisk } from '../../../test/smallDisk.ts';
import { openEmptyStore } from '../../../test/engines.ts';
import { fillStore } from '../../../test/filledStore.ts';
import { makeBackup } from './makeBackup.store.ts';
import { checkBackup } from './checkBackup.store.ts';

test('a disk of 1 MB that 3 MB do not fit on is a refusal, leaves nothing and keeps the older backup', async (t) => {
  const disk = mountSmallDisk(1024 * 1024);
  if ('why' in disk) return t.skip(disk.why);
  const store = await openEmptyStore('embedded');
  try {
    await fillStore(store);
    const file = join(disk.folder, 'tandem.backup');
    await makeBackup(store, file, new Date(0), { force: false });
    await store.transaction((connection) =>
      connection.query('update mail set body = $1', [randomBytes(3 * 1024 * 1024).toString('base64')]),
    );
    await assert.rejects(makeBackup(store, file, new Date(1), { force: true }), {
      name: 'Refusal',
      message: `The disk that holds ${disk.folder} is full, so no backup was written. Make room, or choose another place.`,
    });
    assert.deepEqual(await readdir(disk.folder), ['tandem.backup']);
    assert.equal((await checkBackup(file)).madeAt, '1970-01-01T00:00:00.000Z');

    const small = join(disk.folder, 'rest');
    await writeFile(small, 'x'.repeat(1024 * 1024)).catch((error: NodeJS.ErrnoException) => {
      assert.equal(error.code, 'ENOSPC');
    });
    assert.ok((await readFile(small)).length < 1024 * 1024);
    await assert.rejects(
      makeBackup(store, join(disk.folder, 'other'), new Date(2), { force: false }),
      /is full/,
    );
  } finally {
    await store.close();
    disk.unmount();
  }
});
