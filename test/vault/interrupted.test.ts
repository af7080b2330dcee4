import assert from 'node:assert/strict';
import fs, { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, test } from 'node:test';
import { closeVault } from '../../src/vault/store/closeVault.ts';
import { initVault } from '../../src/vault/store/initVault.ts';
import { standing } from '../../src/vault/store/standing.ts';
import { takeVault } from '../../src/vault/store/takeVault.ts';
import { unsealVault } from '../../src/vault/store/unsealVault.ts';
import { makeKeyFile } from '../../src/vault/store/vaultKey.ts';
import { makeVaultOnDisk, vaultIn } from './vaultOnDisk.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tandem-interrupted-'));
after(() => rmSync(scratch, { recursive: true }));

const watched = ['renameSync', 'rmSync', 'writeFileSync', 'mkdirSync'] as const;

/**
 * Runs `work` and copies `folder` before each of its steps on the disk: what a process killed at that moment would leave,
 * for what it gave to the operating system survives it. The steps themselves are the real ones. Answers the copies.
 */
async function copiesBeforeEachStep(folder: string, work: () => Promise<unknown>): Promise<string[]> {
  const copies: string[] = [];
  const copy = (): void => {
    if (copies.length > 0 && sameFiles(copies.at(-1) ?? '', folder)) return;
    const to = join(scratch, `${copies.length}-${Math.random()}`);
    cpSync(folder, to, { recursive: true });
    copies.push(to);
  };
  const real = Object.fromEntries(watched.map((name) => [name, fs[name]]));
  for (const name of watched) {
    Object.assign(fs, {
      [name]: (...args: never[]) => {
        copy();
        return (real[name] as (...args: never[]) => unknown)(...args);
      },
    });
  }
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  }
  copy();
  return copies;
}

/** Two moments that differ in no file's name and size are one. */
function sameFiles(one: string, other: string): boolean {
  const [a, b] = [one, other].map((folder) =>
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return `${relative(folder, path)} ${entry.isFile() ? fs.statSync(path).size : ''}`;
      })
      .sort(),
  );
  return JSON.stringify(a) === JSON.stringify(b);
}

/** A step inside a long writing: half of the new file is there. */
function halve(path: string): void {
  if (existsSync(path)) fs.truncateSync(path, Math.floor(fs.statSync(path).size / 2));
}

test('killed before any step of a closing: nothing is lost, and the next use says what happened and closes', async () => {
  const vault = await makeVaultOnDisk();
  await vault.add(1);
  const taken = await takeVault(vault.folder);
  await unsealVault(taken, vault.key, { at: new Date(), forOneCommand: false });
  taken.release();
  await vault.add(2, 3);
  const copies = await copiesBeforeEachStep(vault.folder, async () => {
    const again = await takeVault(vault.folder);
    await closeVault(again, vault.key, new Date());
    again.release();
  });
  assert.ok(copies.length >= 6, `only ${copies.length} steps were seen`);
  const stood = { open: 0, closed: 0, told: new Set<string>() };
  for (const [step, folder] of copies.entries()) {
    halve(join(folder, 'vault.duckdb.age.part'));
    const left = vaultIn(folder, vault.key);
    assert.deepEqual(await left.students(), [1, 2, 3], `before step ${step}`);
    left.told.filter((sentence) => /interrupted/.test(sentence)).forEach((one) => stood.told.add(one));
    const found = await takeVault(folder);
    if (standing(found.place).open) {
      stood.open++;
      await closeVault(found, vault.key, new Date());
    } else stood.closed++;
    found.release();
    assert.ok(!existsSync(join(folder, 'open')), `before step ${step} something stays open`);
  }
  assert.ok(stood.open >= 3 && stood.closed >= 2, JSON.stringify(stood));
  assert.ok(
    [...stood.told].some((one) => /^A closing that began .* was interrupted\. Nothing is lost/.test(one)),
  );
  assert.ok([...stood.told].some((one) => /sealed and verified\. It is closed now/.test(one)));
  vault.remove();
});

test('killed before any step of an opening: the sealed vault is whole, and opens', async () => {
  const vault = await makeVaultOnDisk();
  await vault.add(7);
  const copies = await copiesBeforeEachStep(vault.folder, async () => {
    const taken = await takeVault(vault.folder);
    await unsealVault(taken, vault.key, { at: new Date(), forOneCommand: true });
    taken.release();
  });
  assert.ok(copies.length >= 4, `only ${copies.length} steps were seen`);
  const told = new Set<string>();
  for (const [step, folder] of copies.entries()) {
    halve(join(folder, 'open', 'vault.duckdb.part'));
    const left = vaultIn(folder, vault.key);
    assert.deepEqual(await left.students(), [7], `before step ${step}`);
    for (const sentence of left.told) told.add(sentence);
  }
  assert.ok(
    [...told].some((one) =>
      one.startsWith('An opening was interrupted. Nothing is lost: the sealed vault is whole'),
    ),
  );
  assert.ok([...told].some((one) => /was stopped before it could seal it again.*stands open/.test(one)));
  vault.remove();
});

test('killed before any step of its making: it is a vault that opens, or is simply made again', async () => {
  const folder = join(scratch, 'new');
  fs.mkdirSync(folder);
  const { key } = await makeKeyFile(new Date());
  const district = { cds: '10621660000000', name: 'Fresno Unified' };
  const copies = await copiesBeforeEachStep(folder, () => initVault(folder, district, key, new Date()));
  assert.ok(copies.length >= 6, `only ${copies.length} steps were seen`);
  let whole = 0;
  for (const copy of copies) {
    if (existsSync(join(copy, 'vault.json'))) whole++;
    else await initVault(copy, district, key, new Date());
    assert.deepEqual(await vaultIn(copy, key).students(), []);
  }
  assert.equal(whole, 1);
});
