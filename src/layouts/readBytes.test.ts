import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readBytes } from './readBytes.ts';

async function read(name: string, bytes: Uint8Array, size = 1000): Promise<string> {
  const source = {
    name,
    async *open() {
      for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
    },
  };
  const chunks: Uint8Array[] = [];
  for await (const chunk of readBytes(source)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const text = 'level,cds\n'.repeat(5000);
const packed = gzipSync(text);

test('plain and packed bytes give the same text, whatever the name says of packed ones', async () => {
  assert.equal(await read('x.csv', Buffer.from(text)), text);
  assert.equal(await read('x.csv.gz', packed), text);
  assert.equal(await read('x.csv', packed, 1), text);
});

test('two packed members after each other are one text', async () => {
  assert.equal(await read('x.gz', Buffer.concat([packed, packed])), text + text);
});

test('a packed file cut anywhere is refused as not whole', async () => {
  for (const length of [20, 100, packed.length - 9, packed.length - 1])
    await assert.rejects(read('x.csv.gz', packed.subarray(0, length)), { rule: 'gzipMustBeWhole' });
});

test('a packed file with a changed byte is refused as damaged', async () => {
  const damaged = Buffer.from(packed);
  damaged[damaged.length - 6] = (damaged.at(-6) ?? 0) ^ 0xff;
  await assert.rejects(read('x.csv.gz', damaged), { rule: 'gzipMustBeSound' });
});

test('a name in .gz without packed bytes is refused', async () => {
  await assert.rejects(read('x.csv.gz', Buffer.from(text)), { rule: 'gzipMustBeGzip' });
});

test('an empty file gives no bytes', async () => {
  assert.equal(await read('x.csv', Buffer.alloc(0)), '');
});
