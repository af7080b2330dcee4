import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matrix } from './matrix.ts';

const content = { caption: 'Alignment', corner: 'Benchmark', columns: ['Plan goal', 'Person'] };

test('a hole is said in words, a link leads on, and both stand under their column', () => {
  const cells = [
    { state: 'there', words: 'LCAP goal 1', href: '/g/1' },
    { state: 'hole', words: 'No person' },
  ] as const;
  const markup = String(matrix({ ...content, rows: [{ header: 'Mathematics', cells }] }));
  assert.match(markup, /<th scope="row"[^>]*>Mathematics<\/th>/);
  assert.match(
    markup,
    /data-label="Plan goal"><span class="cell"><span class="matrix-cell matrix-there">.*<a href="\/g\/1">LCAP goal 1<\/a>/,
  );
  assert.match(markup, /matrix-hole.*No person/);
});

test('a row with 1 cell under 2 columns is a fault', () => {
  const rows = [{ header: 'Mathematics', cells: [{ state: 'there', words: 'x' } as const] }];
  assert.throws(() => matrix({ ...content, rows }), /fewer cells/);
});
