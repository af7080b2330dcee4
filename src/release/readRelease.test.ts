import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { exampleRelease, signedBy } from '../../test/exampleRelease.ts';
import { canonicalJson } from '../vocabulary/canonicalJson.ts';
import type { SignedRelease } from '../vocabulary/release.ts';
import { readRelease } from './readRelease.ts';
import { sealRelease } from './sealRelease.ts';

const signed = signedBy(exampleRelease());
const file = sealRelease(signed);
const reason = (bytes: Uint8Array, most?: number): string => {
  const read = readRelease(bytes, most);
  return read.ok ? 'ok' : read.reason;
};
const zipped = (value: unknown): Uint8Array => gzipSync(canonicalJson(value));
const changed = (change: (copy: SignedRelease & Record<string, unknown>) => void): Uint8Array => {
  const copy = structuredClone(signed) as SignedRelease & Record<string, unknown>;
  change(copy);
  return zipped(copy);
};

test('a release file is read as it was sealed and named by the SHA-256 of its release, without signatures', () => {
  const read = readRelease(file);
  assert.ok(read.ok);
  assert.deepEqual(read.signed, signed);
  assert.equal(read.hash, createHash('sha256').update(canonicalJson(signed.release)).digest('hex'));
  assert.deepEqual(sealRelease(read.signed), file);
});

test('what is no release file is refused with a sentence', () => {
  const text = gunzipSync(file);
  assert.match(reason(text), /^The file is not compressed as a release file is/);
  assert.match(reason(new Uint8Array()), /^The file is not compressed/);
  assert.equal(reason(file.subarray(0, file.length - 12)), 'The file is cut short: get it again.');
  const damaged = Uint8Array.from(file, (byte, at) => (at === file.length - 6 ? byte ^ 1 : byte));
  assert.equal(reason(damaged), 'The file is damaged: get it again.');
  assert.match(reason(gzipSync(Buffer.from([0xff, 0xfe]))), /is not UTF-8 text/);
  assert.match(reason(gzipSync('{"a":')), /is no JSON/);
  assert.match(reason(zipped({ cells: [] })), /does not say that it is a release/);
  assert.match(reason(zipped(null)), /does not say that it is a release/);
});

test('a file that would fill the memory is refused before it does: 10 MB of zeros against a limit of 1 MiB', () => {
  assert.equal(
    reason(gzipSync(Buffer.alloc(10_000_000)), 1048576),
    'The file holds more than 1 MiB: no release does.',
  );
});

test('a newer format, an unknown key, a negative count and other spellings of one release are refused', () => {
  assert.match(
    reason(changed(({ release }) => Object.assign(release, { format: 'tandem release 2' }))),
    /^The file is of another format/,
  );
  assert.equal(
    reason(changed((copy) => Object.assign(copy, { note: 'x' }))),
    'The file is not a whole release: its whole has the unknown key note.',
  );
  assert.equal(
    reason(changed(({ release }) => Object.assign(release.tables[0]?.cells[0] ?? {}, { n: -3 }))),
    'The file is not a whole release: release.tables.0.cells.0.n is not as the format says.',
  );
  assert.match(reason(gzipSync(JSON.stringify(signed, null, 1))), /not in canonical form/);
  const twice = gunzipSync(file).toString().replace('"sequence":1', '"sequence":7,"sequence":1');
  assert.match(reason(gzipSync(twice)), /not in canonical form/);
});

test('nothing hides in a file beside the release: not behind it, not in a second member, not in its head', () => {
  assert.equal(
    reason(Buffer.concat([file, Buffer.from('Ana Ruiz, 5th grade')])),
    'The file goes on after the end of the release (bytes: 19): it was not written by Tandem.',
  );
  assert.match(
    reason(Buffer.concat([file, gzipSync('more')])),
    /^The file goes on after the end of the release \(bytes: 24\)/,
  );
  assert.match(reason(Buffer.concat([gzipSync(''), file])), /^The file goes on after /);
  const named = Buffer.from(file);
  named[3] = 0x08;
  const withName = Buffer.concat([named.subarray(0, 10), Buffer.from('student.csv\0'), named.subarray(10)]);
  assert.match(reason(withName), /^The head of the file holds more than that of a release file/);
  for (const most of [1, 9, 10, 11, file.length - 9, file.length - 1])
    assert.match(
      reason(file.subarray(0, most)),
      most === 1 ? /not compressed/ : /cut short/,
      `${most} bytes`,
    );
});

test('200,000 brackets in each other, whole or cut off, and 200,000 parts that are no cells are refused by name', () => {
  const start = '{"release":{"format":"tandem release 1","tables":';
  const many = (text: string): string => text.repeat(200_000);
  const dense = /^What is in the file is made of more and smaller parts than any release/;
  assert.match(reason(gzipSync(`${start}${many('[')}${many(']')}},"signatures":[]}`)), dense);
  assert.match(reason(gzipSync(`${start}${many('[')}`)), dense);
  assert.match(reason(gzipSync(`${start}[${many('0,')}0]},"signatures":[]}`)), dense);
  assert.match(reason(gzipSync(`${start}[${many('{},')}{}]},"signatures":[]}`)), dense);
  // Each deep enough to be met by what follows, with as much text as a release has.
  const deep = `${many('{"a long enough name":')}1${many('}')}`;
  assert.match(reason(gzipSync(`${start}[${deep}]},"signatures":[]}`)), /^The file is not a whole release: /);
  assert.match(reason(gzipSync(`${start}[${deep}`)), /is no JSON/);
});

test('cells as short as they can be, 3,000 of them, are no bomb', () => {
  const copy = structuredClone(signed);
  const [table] = copy.release.tables;
  assert.ok(table);
  const coded = {
    place: '10621660106740',
    grade: '3',
    group: 'EL',
    seen: 'coded',
    n: 11,
    from: 0,
    to: 5,
  } as const;
  const cells = Array.from({ length: 3000 }, () => coded);
  const read = readRelease(
    sealRelease({ ...copy, release: { ...copy.release, tables: [{ ...table, cells }] } }),
  );
  assert.equal(read.ok, true);
});
