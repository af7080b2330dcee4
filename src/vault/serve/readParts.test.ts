import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readParts } from './readParts.ts';
import { safeName } from './readUpload.ts';

type Read = { readonly name: string; readonly fileName: string | null; readonly text: string };

/** Reads a body that comes in pieces of so many bytes. */
async function parts(body: Buffer, size: number): Promise<Read[]> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < body.length; from += size) yield body.subarray(from, from + size);
  }
  const read: Read[] = [];
  for await (const { name, fileName, bytes } of readParts(pieces(), 'line')) {
    const chunks: Buffer[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    read.push({ name, fileName, text: Buffer.concat(chunks).toString('latin1') });
  }
  return read;
}

/** As Chromium writes it: a field, a file that holds what looks like a boundary, an empty file, one named with quotes. */
const form = Buffer.from(
  [
    '--line',
    'Content-Disposition: form-data; name="csrf"',
    '',
    'a token',
    '--line',
    'Content-Disposition: form-data; name="files"; filename="Año 2024.csv"',
    'Content-Type: text/csv',
    '',
    'one\r\n--lin\r\n--\r\n-line two\r\n',
    '--line',
    'Content-Disposition: form-data; name="files"; filename=""',
    'Content-Type: application/octet-stream',
    '',
    '',
    '--line',
    'Content-Disposition: form-data; name="files"; filename="%22a%22.txt"',
    '',
    'x',
    '--line--',
    '',
  ].join('\r\n'),
);

for (const size of [1, 2, 7, 64, form.length]) {
  test(`a form of 4 parts is the same 4 in pieces of ${size} bytes`, async () => {
    assert.deepEqual(await parts(form, size), [
      { name: 'csrf', fileName: null, text: 'a token' },
      { name: 'files', fileName: 'Año 2024.csv', text: 'one\r\n--lin\r\n--\r\n-line two\r\n' },
      { name: 'files', fileName: '', text: '' },
      { name: 'files', fileName: '"a".txt', text: 'x' },
    ]);
  });
}

test('a form that ends before its last boundary is refused wherever it ends', async () => {
  for (let length = 0; length < form.length - 4; length += 5) {
    await assert.rejects(parts(form.subarray(0, length), 32), /^Refusal: What was sent ended too early/);
  }
});

test('a head of 20,000 letters is none that a browser makes', async () => {
  await assert.rejects(
    parts(Buffer.from(`--line\r\n${'x'.repeat(20_000)}`), 1000),
    /no form that a browser makes/,
  );
});

const names: readonly (readonly [string, string])[] = [
  ['caaspp.csv', 'caaspp.csv'],
  ['../../etc/passwd', 'etc/passwd'],
  ['C:\\extracts\\senr.txt', 'C/extracts/senr.txt'],
  ['/a/b/c/d/e/f.csv', 'b/c/d/e/f.csv'],
  ['oneroster/users.csv', 'oneroster/users.csv'],
  ['..', 'file without a name'],
  ['a\u0000b\n.csv', 'ab.csv'],
];
for (const [sent, name] of names) {
  test(`a file that calls itself ${JSON.stringify(sent)} is kept as ${name}`, () => {
    assert.equal(safeName(sent), name);
  });
}
