import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Decrypter, Encrypter } from 'age-encryption';
import { sealFile } from './sealFile.ts';
import { checkKey, unsealFile } from './unsealFile.ts';
import { makeKeyFile, parseKeyFile, type VaultKey } from './vaultKey.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-age-'));
after(() => rmSync(folder, { recursive: true }));
const [clear, sealed, opened] = ['clear', 'sealed', 'opened'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
const { key } = await makeKeyFile(new Date());
const other = (await makeKeyFile(new Date())).key;
// A low work factor keeps the test short; the format is the same.
const passphrase: VaultKey = { kind: 'passphrase', passphrase: 'four words at random', workFactor: 10 };
const sizes = [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000];

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

for (const [kind, one] of [
  ['a key file', key],
  ['a passphrase', passphrase],
] as const) {
  test(`age-encryption opens what we seal with ${kind}, and we what it seals: ${sizes.length} sizes around a chunk`, async () => {
    for (const size of sizes) {
      const bytes = randomBytes(size);
      writeFileSync(clear, bytes);
      assert.equal(await sealFile(clear, sealed, one), sha256(bytes));
      const decrypter = new Decrypter();
      if (one.kind === 'passphrase') decrypter.addPassphrase(one.passphrase);
      else decrypter.addIdentity(one.identity);
      assert.equal(sha256(await decrypter.decrypt(readFileSync(sealed))), sha256(bytes), `${size} bytes`);

      const encrypter = new Encrypter();
      encrypter.setScryptWorkFactor(10);
      if (one.kind === 'passphrase') encrypter.setPassphrase(one.passphrase);
      else encrypter.addRecipient(one.recipient);
      writeFileSync(sealed, await encrypter.encrypt(bytes));
      assert.deepEqual(await unsealFile(sealed, opened, one), { sha256: sha256(bytes) });
      assert.equal(sha256(readFileSync(opened)), sha256(bytes), `${size} bytes`);
    }
  });
}

test('a file that was cut anywhere or changed in any part is damaged, never opened', async () => {
  writeFileSync(clear, randomBytes(150_000));
  await sealFile(clear, sealed, key);
  const whole = readFileSync(sealed);
  const payload = whole.length - 150_000 - 3 * 16;
  const lengths = [
    0,
    20,
    payload - 20,
    payload - 16,
    payload,
    payload + 10,
    payload + 65_552,
    whole.length - 1,
  ];
  for (const length of lengths) {
    writeFileSync(sealed, whole.subarray(0, length));
    assert.deepEqual(await unsealFile(sealed, undefined, key), { problem: 'damaged' }, `cut at ${length}`);
  }
  const header = [3, payload - 30];
  for (const place of [...header, payload - 8, payload + 5, payload + 70_000, whole.length - 3]) {
    const changed = Buffer.from(whole);
    changed[place] = (changed[place] ?? 0) ^ 4;
    writeFileSync(sealed, changed);
    assert.deepEqual(await unsealFile(sealed, undefined, key), { problem: 'damaged' }, `changed at ${place}`);
  }
  writeFileSync(sealed, Buffer.concat([whole, Buffer.from('x')]));
  assert.deepEqual(await unsealFile(sealed, undefined, key), { problem: 'damaged' }, 'one byte more');
});

test('a wrong key file and a wrong passphrase are told from a damaged file', async () => {
  writeFileSync(clear, 'students');
  await sealFile(clear, sealed, key);
  assert.equal(await checkKey(sealed, key), undefined);
  assert.equal(await checkKey(sealed, other), 'wrong key');
  assert.deepEqual(await unsealFile(sealed, undefined, other), { problem: 'wrong key' });
  await sealFile(clear, sealed, passphrase);
  assert.equal(await checkKey(sealed, { ...passphrase, passphrase: 'four words at randon' }), 'wrong key');
});

test('a key file holds one key among comments; others are refused without repeating what they hold', async () => {
  const { text, key: made } = await makeKeyFile(new Date('2026-11-25T08:00:00Z'));
  assert.deepEqual(await parseKeyFile(text.replaceAll('\n', '\r\n'), 'k'), made);
  const secret = text.split('\n')[2] ?? '';
  for (const wrong of ['', 'hunter2', text + secret, secret.replace(/.{4}$/, 'QQQQ')]) {
    await assert.rejects(parseKeyFile(wrong, 'k'), (error: Error) => {
      assert.match(error.message, /^(k is no key file|The key in k is damaged)/);
      return !/hunter2|SECRET-KEY-1[A-Z0-9]/.test(error.message);
    });
  }
});
