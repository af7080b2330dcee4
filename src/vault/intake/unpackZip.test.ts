import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { ReadingStopped } from './readingStopped.ts';
import { unpackZip } from './unpackZip.ts';
import { zipMustStayInBounds } from './zipMustStayInBounds.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-zip-'));
after(() => rmSync(folder, { recursive: true }));
let written = 0;

/** The names and texts that come out, or the rule that was broken; and that nothing was written then. */
async function unpack(bytes: Uint8Array): Promise<string[] | string> {
  written += 1;
  const [path, into] = [join(folder, `${written}.zip`), join(folder, `into-${written}`)];
  writeFileSync(path, bytes);
  try {
    const paths = await unpackZip(path, into, (name) => name.endsWith('.csv'));
    return paths.map((one) => `${basename(one)} ${readFileSync(one, 'utf8')}`);
  } catch (cause) {
    assert.ok(cause instanceof ReadingStopped, String(cause));
    return `${cause.breach.rule}: ${cause.message}`;
  }
}

function zip(files: Readonly<Record<string, string>>, level: 0 | 6 = 6): Buffer {
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([n, t]) => [n, strToU8(t)])), { level }),
  );
}

test('files stored or packed come out as they went in, whatever else lies beside them', async () => {
  const long = 'a,b\n'.repeat(50_000);
  for (const level of [0, 6] as const) {
    const out = await unpack(
      zip({ 'x/users.csv': long, 'x/é.csv': '', 'x/read.me': 'no', '__MACOSX/x/._users.csv': 'no' }, level),
    );
    assert.deepEqual(out, [`users.csv ${long}`, 'é.csv ']);
  }
});

test('an archive cut short, changed in one byte, or no archive at all is said to be damaged', async () => {
  const whole = zip({ 'users.csv': 'sourcedId,status\n1,active\n' }, 0);
  const damaged = Buffer.from(whole);
  damaged[whole.indexOf('active')] = 0x41;
  const packed = zip({ 'users.csv': 'sourcedId,status\n'.repeat(99) });
  const scrambled = Buffer.from(packed).fill(0xff, 45, 55);
  for (const bytes of [
    whole.subarray(0, whole.length - 30),
    damaged,
    scrambled,
    Buffer.from('PK\x03\x04 no archive'),
  ])
    assert.match(String(await unpack(bytes)), /^zipMustBeWhole/);
});

test('names that lead out of the folder or stand twice are refused, and nothing is written', async () => {
  for (const name of ['../up.csv', 'a/../../up.csv', '/root.csv', 'C:\\windows.csv', '..\\up.csv'])
    assert.match(
      String(await unpack(zip({ [name]: 'a' }))),
      /^zipNamesMustStayInside: a file in it is named/,
    );
  const twice = String(await unpack(zip({ 'a.csv': '1', 'A.csv': '2' })));
  assert.match(twice, /^zipNamesMustStayInside: two files/);
  assert.deepEqual(
    readdirSync(folder).filter((name) => !/^\d+\.zip$|^into-\d+$/.test(name)),
    [],
  );
});

test('68 MB of nothing in 70 kB, 10,001 files and a size that lies are not unpacked', async () => {
  const bomb = zipSync({ 'bomb.csv': new Uint8Array(68_000_000) });
  assert.ok(bomb.length < 75_000);
  assert.match(
    String(await unpack(bomb)),
    /^zipMustStayInBounds: unpacked it would have more than 200 times/,
  );
  const lie = Buffer.from(bomb);
  lie.writeUInt32LE(1000, lie.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24);
  assert.match(String(await unpack(lie)), /^zipMustBeWhole: a file in the archive is larger than it says/);
  assert.match(zipMustStayInBounds(10_001, 1, 1)?.message ?? '', /more than 10000 files/);
  assert.equal(zipMustStayInBounds(10_000, 60_000_000, 1000), undefined);
});

test('a locked archive and an unknown method are told apart', async () => {
  const plain = zip({ 'a.csv': '1' });
  const at = plain.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  const locked = Buffer.from(plain);
  locked.writeUInt16LE(1, at + 8);
  assert.match(String(await unpack(locked)), /^zipMustNotBeLocked: the archive is locked by a password/);
  const other = Buffer.from(plain);
  other.writeUInt16LE(14, at + 10);
  assert.match(String(await unpack(other)), /^zipMustNotBeLocked: .* by a method/);
});
