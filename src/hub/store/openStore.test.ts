import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openStore } from './openStore.ts';

test('a store that a newer program has changed is refused, closed and unlocked: the same process can ask again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-open-'));
  const at = new Date('2026-01-05T10:00:00Z');
  try {
    const store = await openStore({ folder }, at);
    await store.transaction((connection) =>
      connection.query("insert into migration (name, sha256, landed_at) values ('9999-later.sql', 'a', $1)", [
        at,
      ]),
    );
    await store.close();
    for (const _ of [1, 2])
      await assert.rejects(openStore({ folder }, at), /changed by a newer Tandem \(9999-later\.sql\)/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
