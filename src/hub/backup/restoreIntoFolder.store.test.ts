import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openEmptyStore } from '../../../test/engines.ts';
import { mountSmallDisk } from '../../../test/smallDisk.ts';
import { lockFolder } from '../store/lockFolder.ts';
import { makeBackup } from './makeBackup.store.ts';
import { restoreIntoFolder } from './restoreIntoFolder.store.ts';

const at = new Date('2026-01-05T10:00:00Z');
let folder = '';
const file = () => join(folder, 'large.gz');
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tandem-full-'));
  const store = await openEmptyStore('embedded');
  await store.transaction((connection) =>
    connection.query(
      `insert into mail (mail_id, to_email, subject, body, made_at, next_attempt_at)
       select gen_random_uuid(), 'a@example.org', i::text, string_agg(md5(i || ' ' || j), ''), now(), now()
       from generate_series(1, 300) i, generate_series(1, 2000) j group by i`,
    ),
  );
  await makeBackup(store, file(), at, { force: false });
  await store.close();
});
after(() => rm(folder, { recursive: true }));

for (const [megabytes, where] of [
  [20, 'before the store is made'],
  [60, 'among the 19 MB of rows'],
] as const) {
  test(`a disk of ${megabytes} MB is full ${where}: a refusal, no store, and the lock is free`, async (t) => {
    const disk = mountSmallDisk(megabytes * 1_000_000);
    if ('why' in disk) return t.skip(disk.why);
    try {
      const data = join(disk.folder, 'data');
      await assert.rejects(restoreIntoFolder(data, file(), at), {
        name: 'Refusal',
        message: / disk .*is full\. Make room/,
      });
      assert.deepEqual((await readdir(data)).sort(), ['holder.txt', 'lock.sqlite']);
      lockFolder(data).release();
    } finally {
      disk.unmount();
    }
  });
}
