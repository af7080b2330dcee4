import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { closeVault } from '../../src/vault/store/closeVault.ts';
import { standing } from '../../src/vault/store/standing.ts';
import { takeVault } from '../../src/vault/store/takeVault.ts';
import { unsealVault } from '../../src/vault/store/unsealVault.ts';
import { useVault } from '../../src/vault/store/useVault.ts';
import { Refusal } from '../../src/vocabulary/refusal.ts';
import { mountSmallDisk } from '../smallDisk.ts';
import { makeVaultOnDisk, type VaultOnDisk } from './vaultOnDisk.ts';

async function open({ folder, key }: VaultOnDisk): Promise<void> {
  const taken = await takeVault(folder);
  try {
    await unsealVault(taken, key, { at: new Date(), forOneCommand: false });
  } finally {
    taken.release();
  }
}

async function close({ folder, key }: VaultOnDisk): Promise<void> {
  const taken = await takeVault(folder);
  try {
    await closeVault(taken, key, new Date());
  } finally {
    taken.release();
  }
}

test('killed with -9 while it writes: every student that was said to be committed is there, in order', async () => {
  const vault = await makeVaultOnDisk();
  await open(vault);
  const writer = spawn(process.execPath, ['test/vault/vaultWriter.ts', vault.folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  await new Promise<void>((resolve) => {
    writer.stdout.on('data', (text) => {
      said += String(text);
      if (said.split('\n').length > 40) resolve();
    });
  });
  const refused = await takeVault(vault.folder).catch((error: Error) => error);
  assert.ok(refused instanceof Refusal, 'a second process was let in');
  assert.match(refused.message, new RegExp(`process ${writer.pid}`));
  const ended = once(writer, 'exit');
  writer.kill('SIGKILL');
  await ended;
  const last = Number(said.trim().split('\n').at(-1));
  const found = await vault.students();
  assert.ok(found.length >= last, `${last} were committed, ${found.length} are there`);
  assert.deepEqual(
    found,
    Array.from(found, (_, i) => i + 1),
  );
  await close(vault);
  assert.deepEqual(await vault.students(), found);
  vault.remove();
});

test('a full disk while it seals: the earlier seal and the open vault are whole; with room it closes', async (t) => {
  const disk = mountSmallDisk(16 * 1024 * 1024);
  if ('why' in disk) return t.skip(disk.why);
  try {
    const vault = await makeVaultOnDisk(join(disk.folder, 'vault'));
    await vault.add(1);
    const sealed = readFileSync(join(vault.folder, 'vault.duckdb.age'));
    await open(vault);
    await vault.add(2);
    const filler = join(disk.folder, 'filler');
    fillDisk(filler, 1024 * 1024);
    await assert.rejects(close(vault), (error: Error) => {
      assert.ok(error instanceof Refusal, String(error));
      assert.match(
        error.message,
        /^There is no room to seal the vault: it takes \d+ MB .* still stands open\. Make room/,
      );
      return true;
    });
    assert.deepEqual(readFileSync(join(vault.folder, 'vault.duckdb.age')), sealed);
    assert.ok(!existsSync(join(vault.folder, 'vault.duckdb.age.part')));
    assert.deepEqual(await vault.students(), [1, 2]);
    writeFileSync(filler, '');
    await close(vault);
    assert.deepEqual(await vault.students(), [1, 2]);
  } finally {
    disk.unmount();
  }
});

test('a full disk while it opens: nothing stands open and the seal is whole', async (t) => {
  const disk = mountSmallDisk(8 * 1024 * 1024);
  if ('why' in disk) return t.skip(disk.why);
  try {
    const vault = await makeVaultOnDisk(join(disk.folder, 'vault'));
    const filler = join(disk.folder, 'filler');
    fillDisk(filler, 700 * 1024);
    await assert.rejects(
      open(vault),
      /^Refusal: There is no room to open the vault: it takes \d+ MB on the disk/,
    );
    assert.ok(!existsSync(join(vault.folder, 'open')));
    writeFileSync(filler, '');
    assert.deepEqual(await vault.students(), []);
  } finally {
    disk.unmount();
  }
});

test('a full disk while it writes: what was finished is kept, what was not is not, in a sentence', async (t) => {
  const disk = mountSmallDisk(12 * 1024 * 1024);
  if ('why' in disk) return t.skip(disk.why);
  try {
    const vault = await makeVaultOnDisk(join(disk.folder, 'vault'));
    await open(vault);
    await vault.add(1, 2, 3);
    const filler = join(disk.folder, 'filler');
    writeFileSync(filler, Buffer.alloc(4 * 1024 * 1024, 1));
    const use = { at: new Date(), key: async () => undefined, tell: () => undefined };
    const columns = ['student_id', 'district_cds', 'local_id'];
    const much = Array.from({ length: 30_000 }, (_, i) => [i, 'x', String(Math.sin(i)).repeat(20)]);
    await assert.rejects(
      useVault(vault.folder, use, (one) =>
        one.transaction((connection) => connection.append('student', columns, much)),
      ),
      (error: Error) => {
        assert.ok(error instanceof Refusal, String(error));
        assert.match(error.message, /^The disk of .* is full: what was being written is not kept/);
        return true;
      },
    );
    writeFileSync(filler, '');
    assert.deepEqual(await vault.students(), [1, 2, 3]);
    const taken = await takeVault(vault.folder);
    assert.ok(standing(taken.place).open);
    taken.release();
  } finally {
    disk.unmount();
  }
});

/** Leaves so many bytes of a small disk free. */
function fillDisk(path: string, left: number): void {
  const block = Buffer.alloc(64 * 1024, 1);
  try {
    for (;;) writeFileSync(path, block, { flag: 'a' });
  } catch {
    const whole = statSync(path).size;
    assert.ok(whole > left, 'the small disk was full before it was filled');
    writeFileSync(path, Buffer.alloc(whole - left, 1));
  }
}
