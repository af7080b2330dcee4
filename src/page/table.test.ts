import assert from 'node:assert/strict';
import { test } from 'node:test';
import { table, type Table } from './table.ts';

type Row = { readonly name: string; readonly n: string };
const content: Table<Row> = {
  caption: 'Students tested',
  columns: [
    { header: 'District', kind: 'header', cell: (row) => row.name },
    { header: 'Tested', kind: 'number', cell: (row) => row.n },
  ],
  rows: [{ name: 'Fresno', n: '41,203' }],
};

test('a table has its caption, 2 column headers and a row header, and keeps its roles when it is stacked', () => {
  const markup = String(table(content));
  assert.match(markup, /<caption>Students tested<\/caption>/);
  assert.equal(markup.match(/<th scope="col"/g)?.length, 2);
  assert.match(markup, /<th scope="row" class="header" role="rowheader">Fresno<\/th>/);
  assert.match(
    markup,
    /<td class="number" role="cell" data-label="Tested"><span class="cell">41,203<\/span><\/td>/,
  );
  assert.match(markup, /<table class="table table-stack" role="table">/);
});

test('a scrolling table is a named region that the keyboard reaches', () => {
  const markup = String(table({ ...content, phone: 'scroll' }));
  assert.match(markup, /<div class="scroll" role="region" aria-label="Students tested" tabindex="0">/);
  assert.doesNotMatch(markup, /data-label/);
});

test('without rows the empty words span all 2 columns', () => {
  assert.match(
    String(table({ ...content, rows: [], empty: 'None yet.' })),
    /colspan="2"[^>]*>None yet\.<\/td>/,
  );
});
