import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkedTables, partitionsOfStudents } from '../../test/linkedTables.ts';
import { auditTable } from './auditTable.ts';
import { parseTable } from './parseTable.ts';
import { protectTable } from './protectTable.ts';
import { loadSolver } from './solver.ts';
import type { Table } from './table.ts';

const solver = await loadSolver();
const clock = () => performance.now() / 1000;

function table(cells: readonly object[], relations: readonly object[]): Table {
  const read = parseTable(JSON.stringify({ cells, relations }));
  assert.ok(read.ok, read.ok ? '' : read.problems.join('\n'));
  return read.table;
}

const row = {
  rhs: 0,
  terms: [
    ['a', 1],
    ['b', 1],
    ['c', 1],
    ['t', -1],
  ],
};

test('a group of 3 that needs hiding up to 11 takes the 20 with it, not the 7 that cannot hide it up to 11', () => {
  const cells = [
    { id: 'a', value: 3, status: 'sensitive', protectLower: 3, protectUpper: 8 },
    { id: 'b', value: 7, status: 'safe' },
    { id: 'c', value: 20, status: 'safe' },
    { id: 't', value: 30, status: 'fixed' },
  ];
  const result = protectTable(solver, table(cells, [row]), { clock, seconds: 10 });
  assert.ok(result.ok);
  assert.deepEqual([result.status, result.secondary, result.objective], ['optimal', [2], 20]);
  assert.deepEqual(result.audit, [{ cell: 0, lower: 0, upper: 23, protected: true, exact: true }]);
});

test('a cell whose row is fixed but for it is named: nothing protects it', () => {
  const cells = [
    { id: 'a', value: 3, status: 'sensitive', protectLower: 1, protectUpper: 1 },
    { id: 'b', value: 7, status: 'fixed' },
    { id: 'c', value: 20, status: 'fixed' },
    { id: 't', value: 30, status: 'fixed' },
  ];
  const result = protectTable(solver, table(cells, [row]), { clock, seconds: 10 });
  assert.deepEqual(result, { ok: false, reason: 'no suppression protects the cell', cell: 0 });
});

test('a count of 3 cannot be hidden 5 downwards when everybody knows that it is not negative', () => {
  const cells = [
    { id: 'a', value: 3, status: 'sensitive', protectLower: 5 },
    { id: 'b', value: 7 },
    { id: 'c', value: 20 },
    { id: 't', value: 30 },
  ];
  const result = protectTable(solver, table(cells, [row]), { clock, seconds: 10 });
  assert.deepEqual(result, { ok: false, reason: 'readers know too much of the cell beforehand', cell: 0 });
});

test('what an earlier release hid protects without cost, and what readers know beforehand limits it', () => {
  const cells = [
    { id: 'a', value: 3, status: 'sensitive', protectLower: 2, protectUpper: 2 },
    { id: 'b', value: 7, status: 'suppressed' },
    { id: 'c', value: 20 },
    { id: 't', value: 30 },
  ];
  const free = protectTable(solver, table(cells, [row]), { clock, seconds: 10 });
  assert.ok(free.ok);
  assert.deepEqual([free.objective, free.suppressed], [0, [0, 1]]);
  const known = cells.map((cell) => (cell.id === 'b' ? { ...cell, lower: 6, upper: 8 } : cell));
  const paid = protectTable(solver, table(known, [row]), { clock, seconds: 10 });
  assert.ok(paid.ok);
  assert.deepEqual([paid.objective, paid.secondary], [20, [2]]);
});

test('a cell in no relation is hidden by its bounds alone, without an upper limit where none is known', () => {
  const cells = [
    { id: 'a', value: 3, status: 'sensitive', protectLower: 1, protectUpper: 5 },
    { id: 'b', value: 2, status: 'sensitive', protectUpper: 1, upper: 4 },
  ];
  const result = protectTable(solver, table(cells, []), { clock, seconds: 1 });
  assert.ok(result.ok);
  assert.deepEqual(result.audit, [
    { cell: 0, lower: 0, upper: Number.POSITIVE_INFINITY, protected: true, exact: true },
    { cell: 1, lower: 0, upper: 4, protected: true, exact: true },
  ]);
});

test('two halves that add up to a published 5 are exposed to one who knows that counts are whole only where they are', () => {
  const cells = [
    { id: 'a', value: 2, status: 'sensitive', protectLower: 1, protectUpper: 1 },
    { id: 'b', value: 1, status: 'suppressed' },
    { id: 't', value: 5, status: 'fixed' },
  ];
  const relations = [
    {
      rhs: 0,
      terms: [
        ['a', 2],
        ['b', 1],
        ['t', -1],
      ],
    },
  ];
  const asReal = auditTable(solver, table(cells, relations), false);
  assert.deepEqual(asReal.audit, [{ cell: 0, lower: 0, upper: 2.5, protected: false, exact: true }]);
  const asWhole = auditTable(solver, { ...table(cells, relations), integer: true }, false);
  assert.deepEqual(asWhole.audit, [{ cell: 0, lower: 0, upper: 2, protected: false, exact: true }]);
});

test('a linked table of 2,744 cells is protected at once, and time brings the cost down and the bound up', () => {
  const shape = { districts: 2, schoolsPerDistrict: 12, grades: 6, studentsPerSchool: 300, protect: 2 };
  const linked = linkedTables({ ...shape, partitions: partitionsOfStudents.slice(0, 3) }, 3);
  const hasty = protectTable(solver, linked, { clock: () => 0, seconds: 0 });
  assert.ok(hasty.ok);
  let asked = 0;
  const patient = protectTable(solver, linked, { clock: () => asked++ / 1000, seconds: 2 });
  assert.ok(patient.ok);
  for (const result of [hasty, patient]) {
    assert.ok(result.audit.length > 500 && result.audit.every((one) => one.protected));
    assert.ok(result.bound <= result.objective);
  }
  assert.ok(patient.objective <= hasty.objective && patient.bound >= hasty.bound);
  assert.ok(patient.bound >= 0.9 * patient.objective, `${patient.bound} of ${patient.objective}`);
});
