import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomTables } from '../../test/randomTables.ts';
import { linkedTable } from './linkedTable.ts';
import { parseTable } from './parseTable.ts';
import { ringSearch } from './ringSearch.ts';
import type { Table, TableCell } from './table.ts';
import { checkedMoves } from './witness.ts';

/** Two schools by two groups, with sums; cells 0 to 3 are inside, 4 and 5 sums of schools, 6 and 7 of groups. */
function twoByTwo(hidden: readonly number[]): Table {
  const values = [3, 9, 6, 20, 12, 26, 9, 29];
  const cells = values.map((value, id): TableCell => {
    const status = hidden.includes(id) ? 'suppressed' : 'safe';
    const bounds = { lower: 0, upper: Number.POSITIVE_INFINITY };
    return {
      id: String(id),
      value,
      weight: value,
      status,
      ...bounds,
      protectLower: 0,
      protectUpper: 0,
      protectWidth: 0,
    };
  });
  const sum = (whole: number, ...parts: readonly number[]) => ({
    rhs: 0,
    terms: [...parts.map((part) => [part, 1] as const), [whole, -1] as const],
  });
  const relations = [sum(4, 0, 1), sum(5, 2, 3), sum(6, 0, 2), sum(7, 1, 3)];
  return { cells, relations, objective: 'weight', integer: false };
}

test('of four hidden cells 3 can be 9: the ring takes 6 from 6 and from 9, and gives 6 to 20; 10 it cannot be', () => {
  const table = linkedTable(twoByTwo([0, 1, 2, 3]));
  const search = ringSearch(table, table.hidden);
  const found = search.reach(0, 6, { nodes: 50, mayHide: false });
  const moves = new Map([...(found?.cells ?? [])].map((cell, at) => [cell, found?.deviations[at]]));
  assert.deepEqual(
    [0, 1, 2, 3].map((cell) => moves.get(cell)),
    [6, -6, -6, 6],
  );
  const farther = search.reach(0, 7, { nodes: 50, mayHide: false });
  assert.equal(farther?.deviations[[...farther.cells].indexOf(0)], 6);
});

test('with one hidden cell there is no ring, unless others may be hidden: the two sums of 21 are', () => {
  const table = linkedTable(twoByTwo([0]));
  const search = ringSearch(table, table.hidden);
  assert.equal(search.reach(0, 6, { nodes: 50, mayHide: false }), undefined);
  const found = search.reach(0, 6, { nodes: 200, mayHide: true });
  const others = [...(found?.cells ?? [])].filter((cell) => cell !== 0);
  assert.equal(
    others.reduce((sum, cell) => sum + (table.values[cell] ?? 0), 0),
    21,
  );
});

test('500 cells of 1 make up for 100 one by one; a way of 500 is not crept along', () => {
  const ones = Array.from({ length: 500 }, (_, at) => ({ id: `b${at}`, value: 1, status: 'suppressed' }));
  const cells = [{ id: 'a', value: 900, status: 'suppressed' }, ...ones, { id: 't', value: 1400 }];
  const terms = cells.map(({ id }) => [id, id === 't' ? -1 : 1]);
  const read = parseTable(JSON.stringify({ cells, relations: [{ rhs: 0, terms }] }));
  assert.ok(read.ok);
  const table = linkedTable(read.table);
  const search = ringSearch(table, table.hidden);
  assert.equal(search.reach(0, 100, { nodes: 1, mayHide: false })?.cells.length, 101);
  assert.equal(search.reach(0, 500, { nodes: 1, mayHide: false }), undefined);
});

test('every ring of 200 random tables is a table that agrees with all that is published', () => {
  let rings = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const table = linkedTable(randomTables(seed));
    const search = ringSearch(table, table.hidden);
    for (let cell = 0; cell < table.cellCount; cell++) {
      if (table.hidden[cell] !== 1) continue;
      for (const amount of [-2, 3]) {
        const found = search.reach(cell, amount, { nodes: 60, mayHide: false });
        if (!found) continue;
        rings++;
        assert.ok(
          found.cells.every((one) => table.hidden[one] === 1),
          `seed ${seed}`,
        );
        assert.ok(checkedMoves(table, found.cells, found.deviations), `seed ${seed}, cell ${cell}`);
      }
    }
  }
  assert.ok(rings > 500, `${rings}`);
});
