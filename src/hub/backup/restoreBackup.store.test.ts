import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { openEmptyStore } from '../../../test/engines.ts';
import { fillStore } from '../../../test/filledStore.ts';
import type { Database } from '../store/database.ts';
import { checkBackup } from './checkBackup.store.ts';
import { makeBackup } from './makeBackup.store.ts';
import { restoreBackup } from './restoreBackup.store.ts';

const at = new Date('2026-01-05T10:00:00Z');
let folder = '';
let whole: Buffer = Buffer.alloc(0);
let target: Database | undefined;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tandem-restore-'));
  const store = await openEmptyStore('embedded');
  await fillStore(store, { cells: 800 });
  await makeBackup(store, join(folder, 'whole'), at, { force: false });
  await store.close();
  whole = await readFile(join(folder, 'whole'));
  target = await openEmptyStore('embedded');
});
after(async () => {
  await target?.close();
  await rm(folder, { recursive: true });
});

/** Restores some bytes into the empty store, which must refuse them and stay empty; answers the refusal. */
async function refusalOf(bytes: Uint8Array): Promise<string> {
  const file = join(folder, 'broken');
  await writeFile(file, bytes);
  assert.ok(target);
  const refused = await restoreBackup(target, file, at).catch((error: Error) => error);
  assert.ok(refused instanceof Error && refused.name === 'Refusal', `${refused}`);
  const [rows] = await target.transaction((connection) =>
    connection.query('select (select count(*) from district) + (select count(*) from person) as rows'),
  );
  assert.equal(rows?.rows, 0);
  return refused.message.replace(file, 'FILE');
}

function altered(from: string | RegExp, to: string): Buffer {
  const text = gunzipSync(whole).toString('utf8');
  const changed = text.replace(from, to);
  assert.notEqual(changed, text, `${from} is not there`);
  return gzipSync(changed);
}

test('a file cut off after each of its tables begins is refused with the name of that table', async () => {
  const text = gunzipSync(whole);
  const starts = [...text.toString('latin1').matchAll(/^\{"table":"(\w+)"\}\n/gm)];
  assert.ok(starts.length > 20);
  for (const { 0: line, 1: name, index } of starts) {
    assert.match(
      await refusalOf(gzipSync(text.subarray(0, index + line.length))),
      new RegExp(`^FILE is cut off in the table ${name}\\. `),
    );
  }
});

test('a file cut off at 12 places of its compressed bytes is refused, the last 4 bytes included', async () => {
  for (let part = 1; part <= 12; part += 1) {
    const length = part === 12 ? whole.length - 4 : Math.floor((whole.length * part) / 12);
    assert.match(await refusalOf(whole.subarray(0, length)), /^FILE is cut off in /);
  }
});

test('one letter changed in a name, a figure or a hash is refused with the table', async () => {
  assert.match(
    await refusalOf(altered('lead@example.org', 'Lead@example.org')),
    /altered or damaged in the table \w+\./,
  );
  assert.match(await refusalOf(altered('\t0.125\t', '\t0.126\t')), /altered or damaged in the table cell/);
  assert.match(
    await refusalOf(altered(/("table":"cell","rows":800,"sha256":")./, '$1x')),
    /in the table cell/,
  );
  assert.match(await refusalOf(altered(/^\{"table":"cell"\}/m, '{"table":"sell"}')), /in the table cell/);
  assert.match(await refusalOf(altered(/("name":"cell".*?"rows":)800/, '$1801')), /in the table cell/);
});

test('a row left out, with the counts and the hash of its table made to fit, is refused by the hash of the whole', async () => {
  const text = gunzipSync(whole).toString('utf8');
  const rows = /\{"table":"party"\}\n(.*\n)(.*\n)/.exec(text);
  const sha256 = createHash('sha256')
    .update(rows?.[1] ?? '')
    .digest('hex');
  const without = text
    .replace(rows?.[2] ?? '', '')
    .replace(/("name":"party".*?"rows":)2/, '$11')
    .replace(/("table":"party","rows":)2,"sha256":"\w+"/, `$11,"sha256":"${sha256}"`);
  assert.match(await refusalOf(gzipSync(without)), /altered or damaged in its first or last line/);
});

test('30 single bytes turned over in the compressed file are each refused', async () => {
  for (let i = 0; i < 30; i += 1) {
    const bytes = Buffer.from(whole);
    const place = Math.floor((whole.length * (i + 0.5)) / 30);
    bytes.writeUInt8(bytes.readUInt8(place) ^ 0x10, place);
    assert.match(await refusalOf(bytes), /^FILE (was altered or damaged|is cut off|is not a backup)/);
  }
});

test('a table that follows the last line is refused', async () => {
  const more = Buffer.concat([gunzipSync(whole), Buffer.from('{"table":"district"}\n\\.\n')]);
  assert.match(await refusalOf(gzipSync(more)), /altered or damaged in its last line/);
});

test('what is no backup is refused: text, nothing, another gzip file, a newer format, no file', async () => {
  assert.match(await refusalOf(Buffer.from('district,name\n')), /^FILE is not a backup of Tandem/);
  assert.match(await refusalOf(Buffer.alloc(0)), /^FILE is (not a backup|cut off)/);
  assert.match(await refusalOf(gzipSync('district,name\n')), /^FILE is not a backup of Tandem/);
  assert.match(await refusalOf(altered('"version":1', '"version":2')), /made by a newer Tandem \(format 2\)/);
  await assert.rejects(checkBackup(join(folder, 'none')), /cannot be read \(ENOENT\)/);
});

test('the file as it was is restored after 60 refusals', async () => {
  assert.ok(target);
  const { rows } = await restoreBackup(target, join(folder, 'whole'), at);
  assert.ok(rows > 800);
});
