import assert from 'node:assert/strict';
import { test } from 'node:test';
import Papa from 'papaparse';
import { toCsv } from './toCsv.ts';

test('commas, quotes, line ends, blanks and a first blank survive a reader of CSV', () => {
  const rows = [
    { a: 'Nightjar, Marl and Loam', b: 1, c: null },
    { a: null, b: -2.5, c: 'says "yes"' },
    { a: 'two\nlines', b: 0, c: 'K–5' },
  ];
  const text = [...toCsv(['a', 'b', 'c'], rows)].join('');
  assert.equal(text, 'a,b,c\n"Nightjar, Marl and Loam",1,\n,-2.5,"says ""yes"""\n"two\nlines",0,K–5\n');
  assert.deepEqual(Papa.parse(text, { header: true, skipEmptyLines: true }).data, [
    { a: 'Nightjar, Marl and Loam', b: '1', c: '' },
    { a: '', b: '-2.5', c: 'says "yes"' },
    { a: 'two\nlines', b: '0', c: 'K–5' },
  ]);
});

test('20,000 rows come in pieces of whole lines, and no rows give the header alone', () => {
  const pieces = [...toCsv(['n', 'square'], squares(20_000))];
  assert.ok(pieces.length > 2);
  assert.ok(pieces.every((piece) => piece.endsWith('\n')));
  assert.equal(pieces.join('').split('\n').length, 20_002);
  assert.deepEqual([...toCsv(['n', 'square'], [])], ['n,square\n']);
});

function* squares(count: number): Generator<{ n: number; square: number }> {
  for (let n = 0; n < count; n += 1) yield { n, square: n * n };
}
