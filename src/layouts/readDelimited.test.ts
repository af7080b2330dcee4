import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDelimited } from './readDelimited.ts';

const comma = { kind: 'delimited', delimiter: ',', encoding: 'utf-8' } as const;

async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

async function rowsOf(text: string, size = 1 << 16): Promise<[number, ...string[]][]> {
  const rows: [number, ...string[]][] = [];
  for await (const batch of readDelimited(pieces(text, size), comma))
    for (const [i, row] of batch.rows.entries()) rows.push([batch.lines[i] ?? 0, ...row]);
  return rows;
}

test('rows carry the line they begin on: a quoted line end and a blank line are counted', async () => {
  assert.deepEqual(await rowsOf('a,b\n"two\nlines",1\n\nlast,"2"\n'), [
    [1, 'a', 'b'],
    [2, 'two\nlines', '1'],
    [5, 'last', '2'],
  ]);
});

test('CRLF line ends, quoted last fields and a missing last line end are read', async () => {
  assert.deepEqual(await rowsOf('a,"b"\r\n"c","d"\r\ne,f'), [
    [1, 'a', 'b'],
    [2, 'c', 'd'],
    [3, 'e', 'f'],
  ]);
});

test('the pieces a file comes in change nothing: every size from 1 byte gives the same rows and lines', async () => {
  const text = 'h1,h2\nDoña,"a ""quoted"" word"\n"x\ny\nz",2\nK–5,\n\n,last\n';
  const whole = await rowsOf(text);
  assert.equal(whole.length, 5);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 70 }), async (size) => {
      assert.deepEqual(await rowsOf(text, size), whole);
    }),
    { seed: 5, numRuns: 70 },
  );
});

test('a quotation that never closes stops at the line where it opens', async () => {
  await assert.rejects(rowsOf('a,b\n1,2\n3,"4\n5,6\n7,8\n'), { rule: 'quotationMustBeClosed', line: 3 });
});

test('text behind a closing mark stops at its line', async () => {
  await assert.rejects(rowsOf('a,b\n"1"x,2\n3,4\n'), { rule: 'quotationMustBeClosed', line: 2 });
});

test('a wrong byte deep in the file is named with its line', async () => {
  const start = Buffer.from(`a,b\n${'1,2\n'.repeat(100_000)}`);
  const bytes = (async function* () {
    yield start;
    yield Buffer.from([0x33, 0x2c, 0xf1, 0x0a]);
  })();
  await assert.rejects(
    async () => {
      for await (const batch of readDelimited(bytes, comma)) assert.ok(batch.rows.length > 0);
    },
    { rule: 'encodingMustBeTheLayouts', line: 100_002 },
  );
});
