import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lineReader } from './lineReader.ts';

async function* chunksOf(text: string, cuts: readonly number[]): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (const [i, place] of places.slice(1).entries()) yield bytes.subarray(places[i], place);
}

test('lines and rows come out the same wherever the text is cut, in 300 ways', async () => {
  const row = fc.stringMatching(/^[ab\t\\.é]{0,8}$/).filter((line) => line !== '\\.');
  await fc.assert(
    fc.asyncProperty(fc.array(row), fc.array(fc.nat()), async (rows, cuts) => {
      const seen: Buffer[] = [];
      const text = `first\n${rows.map((line) => `${line}\n`).join('')}\\.\nlast\n`;
      const reader = lineReader(chunksOf(text, cuts), (bytes) => seen.push(bytes));
      assert.equal(String(await reader.line(99)), 'first');
      const blocks: Buffer[] = [];
      for await (const block of reader.rows()) {
        assert.equal(block.at(-1), 10, 'a block ends with a whole line');
        blocks.push(block);
      }
      assert.equal(Buffer.concat(blocks).toString(), rows.map((line) => `${line}\n`).join(''));
      assert.equal(String(await reader.line(99)), 'last');
      assert.equal(await reader.line(99), undefined);
      assert.equal(Buffer.concat(seen).toString(), text);
    }),
    { numRuns: 300 },
  );
});

test('a text that ends within a line or within rows, and a line of more than 9 bytes, are errors', async () => {
  await assert.rejects(lineReader(chunksOf('half', []), () => undefined).line(9), /ends within a line/);
  await assert.rejects(
    lineReader(chunksOf('0123456789', []), () => undefined).line(9),
    /longer than 9 bytes/,
  );
  const { rows } = lineReader(chunksOf('a\nb\n', []), () => undefined);
  await assert.rejects(Array.fromAsync(rows()), /ends within rows/);
});
