import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import Papa from 'papaparse';
import { endOfLastRow } from './endOfLastRow.ts';

test('without quotation marks the last line end decides', () => {
  assert.equal(endOfLastRow('a,b\nc,d\ne', ','), 8);
  assert.equal(endOfLastRow('a,b', ','), 0);
});

test('a line end inside a quotation is no row end', () => {
  assert.equal(endOfLastRow('a,"b\nc"\nd', ','), 8);
  assert.equal(endOfLastRow('x\na,"b\nc', ','), 2);
});

test('a doubled mark does not close, and a mark inside a plain field does not open', () => {
  assert.equal(endOfLastRow('a,"b""\nc"\nd', ','), 10);
  assert.equal(endOfLastRow('5\'10",b\nc', ','), 8);
});

test('cut anywhere, the parts give the same rows as the whole text', () => {
  const cell = fc.oneof(
    fc.stringMatching(/^[ab ]{0,3}$/),
    fc.constantFrom('x,y', 'two\nlines', 'say "hi"', ''),
  );
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(table, fc.nat(), (rows, at) => {
      const text = `${Papa.unparse(rows, { newline: '\n' })}\n`;
      const cut = at % text.length;
      const end = endOfLastRow(text.slice(0, cut), ',');
      const parse = (part: string) =>
        part === '' ? [] : Papa.parse<string[]>(part.slice(0, -1), { delimiter: ',', newline: '\n' }).data;
      assert.deepEqual([...parse(text.slice(0, end)), ...parse(text.slice(end))], parse(text));
    }),
    { seed: 11, numRuns: 500 },
  );
});
