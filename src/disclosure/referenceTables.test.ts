import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { auditTable } from './auditTable.ts';
import { parseTable } from './parseTable.ts';
import { protectTable } from './protectTable.ts';
import { loadSolver } from './solver.ts';
import type { Objective, Table } from './table.ts';

const folder = '../shared/reference/numerics';
const solver = await loadSolver();

function reference(t: TestContext, name: string): Table | undefined {
  const path = `${folder}/${name}.table.json`;
  if (!existsSync(path)) {
    t.skip(`${path} is not there: its reference result was NOT checked`);
    return undefined;
  }
  const read = parseTable(readFileSync(path, 'utf8'));
  assert.ok(read.ok);
  return read.table;
}

function protect(table: Table, objective: Objective, seconds = 600) {
  const result = protectTable(solver, table, { objective, clock: () => performance.now() / 1000, seconds });
  assert.ok(result.ok);
  assert.ok(result.audit.every((one) => one.protected));
  return result;
}

/** Fischetti and Salazar (2001), their 3 x 3 example: rows I, II, III; columns A, B, C; II|C is sensitive. */
function investments(protectLower: number, protectUpper: number): Table {
  const rows = [
    [20, 50, 10, 80],
    [8, 19, 22, 49],
    [17, 32, 12, 61],
    [45, 101, 44, 190],
  ];
  const cells = rows.flatMap((row, r) =>
    row.map((value, c) => ({
      id: `${['I', 'II', 'III', 'T'][r]}|${'ABCT'[c]}`,
      value,
      ...(value === 22 ? { status: 'sensitive', protectLower, protectUpper } : { status: 'safe' }),
    })),
  );
  const sum = (ids: string[]) => ({ rhs: 0, terms: ids.map((id, at) => [id, at === 3 ? -1 : 1]) });
  const relations = [
    ...['I', 'II', 'III', 'T'].map((row) => sum([...'ABCT'].map((column) => `${row}|${column}`))),
    ...[...'ABCT'].map((column) => sum(['I', 'II', 'III', 'T'].map((row) => `${row}|${column}`))),
  ];
  const read = parseTable(JSON.stringify({ cells, relations }));
  assert.ok(read.ok);
  return read.table;
}

test('Fischetti and Salazar: 37 protects II|C by 10 and 5, and the interval is [5, 30]; 8 and 17 cost 101, [0, 42]', () => {
  for (const [lower, upper] of [
    [1, 1],
    [5, 5],
    [10, 5],
    [17, 8],
  ] as const) {
    const table = investments(lower, upper);
    const { status, objective, bound, secondary, audit } = protect(table, 'value');
    assert.deepEqual([status, objective, bound], ['optimal', 37, 37]);
    assert.deepEqual(
      secondary.map((cell) => table.cells[cell]?.id),
      ['II|A', 'III|A', 'III|C'],
    );
    assert.deepEqual(audit, [{ cell: 6, lower: 5, upper: 30, protected: true, exact: true }]);
  }
  const { status, objective, secondary, audit } = protect(investments(8, 17), 'value');
  assert.deepEqual([status, objective, secondary.length], ['optimal', 101, 6]);
  assert.deepEqual(audit, [{ cell: 6, lower: 0, upper: 42, protected: true, exact: true }]);
});

test('a protection width of 26 is not met by [5, 30]: something dearer than 37 is hidden', () => {
  const table = investments(1, 1);
  const cells = table.cells.map((cell) => (cell.id === 'II|C' ? { ...cell, protectWidth: 26 } : cell));
  const { status, objective, audit } = protect({ ...table, cells }, 'value');
  assert.equal(status, 'optimal');
  assert.ok(objective > 37 && (audit[0]?.upper ?? 0) - (audit[0]?.lower ?? 0) >= 26, `${objective}`);
});

test('tau-ARGUS Simple2D: 521,926 by value and 4 cells by count are proved to be least', (t) => {
  const table = reference(t, 'tau_simple2d');
  if (!table) return;
  const byValue = protect(table, 'value');
  assert.deepEqual([byValue.status, byValue.objective, byValue.bound], ['optimal', 521_926, 521_926]);
  assert.deepEqual(
    byValue.secondary.map((cell) => table.cells[cell]?.id),
    ['2|Os', '7|4', '7|6', '8|4', '8|5', '9|5'],
  );
  const byCount = protect(table, 'count');
  assert.deepEqual([byCount.status, byCount.objective], ['optimal', 4]);
});

test('sdcTable problemdata: w|b is 47 for everybody before, and 31 is the least that hides it', (t) => {
  const table = reference(t, 'sdctable_problemdata');
  if (!table) return;
  const before = auditTable(solver, table, false);
  assert.equal(before.status, 'exposed');
  const intervals = before.audit.map(({ cell, lower, upper }) => [table.cells[cell]?.id, lower, upper]);
  assert.deepEqual(intervals, [
    ['w|a', 25, 94],
    ['w|b', 47, 47],
    ['w|c', 0, 69],
    ['x|a', 26, 95],
    ['x|c', 0, 69],
    ['y|b', 0, 185],
    ['y|d', 0, 185],
    ['z|b', 906, 1091],
    ['z|d', 585, 770],
  ]);
  const after = protect(table, 'value');
  assert.deepEqual([after.status, after.objective], ['optimal', 31]);
});

test('E1, 728 cells in three ways: 274 by value and 10 by count are proved to be least; without time at most 300', (t) => {
  const table = reference(t, 'E1');
  if (!table) return;
  const byValue = protect(table, 'value');
  assert.deepEqual([byValue.status, byValue.objective, byValue.secondary.length], ['optimal', 274, 14]);
  const byCount = protect(table, 'count');
  assert.deepEqual([byCount.status, byCount.objective], ['optimal', 10]);
  const hasty = protect(table, 'value', 0);
  assert.ok(hasty.objective <= 300 && hasty.bound <= 274, `${hasty.objective}, bound ${hasty.bound}`);
});

test('E1 with the 21 cells that GaussSuppression hides: all 354 intervals found, their ends add up to 6268', (t) => {
  const table = reference(t, 'E1');
  if (!table) return;
  const { patterns } = JSON.parse(readFileSync(`${folder}/E1_patterns.json`, 'utf8')) as {
    patterns: Record<string, string>;
  };
  const asHidden = (pattern: string) => ({
    ...table,
    cells: table.cells.map((cell, place) =>
      pattern[place] === 'x' ? { ...cell, status: 'suppressed' as const } : cell,
    ),
  });
  const { status, audit } = auditTable(solver, asHidden(patterns['GaussSuppression 1.2.3'] ?? ''), false);
  assert.deepEqual([status, audit.length], ['protected', 354]);
  assert.equal(
    audit.reduce((sum, { lower, upper }) => sum + lower + upper, 0),
    6268,
  );
  for (const name of ['proven optimum min value', 'proven optimum min count'])
    assert.equal(auditTable(solver, asHidden(patterns[name] ?? ''), false).status, 'protected', name);
  const alone = auditTable(solver, table, false);
  assert.equal(alone.audit.filter(({ lower, upper }) => lower === upper).length, 13);
});
