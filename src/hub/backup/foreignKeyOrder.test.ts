import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foreignKeyOrder } from './foreignKeyOrder.ts';

function order(...tables: [name: string, rows: number, ...refersTo: string[]][]): string {
  const named = tables.map(([name, rows, ...refersTo]) => ({ name, rows, refersTo }));
  return foreignKeyOrder(named)
    .map(({ name }) => name)
    .join(' ');
}

test('4 tables come after those they refer to, the small ones first', () => {
  assert.equal(
    order(
      ['cell', 9000, 'district', 'source'],
      ['district', 50],
      ['person', 3],
      ['source', 2, 'file'],
      ['file', 2],
    ),
    'file source person district cell',
  );
});

test('2 tables that refer to each other come last, by name', () => {
  assert.equal(order(['a', 1, 'b'], ['b', 0, 'a'], ['c', 5]), 'c a b');
});
