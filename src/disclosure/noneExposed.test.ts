import assert from 'node:assert/strict';
import { test } from 'node:test';
import { independentInterval, wholeIntervals } from '../../test/independentAttack.ts';
import { randomTables } from '../../test/randomTables.ts';
import { auditTable } from './auditTable.ts';
import { protectTable } from './protectTable.ts';
import { loadSolver } from './solver.ts';
import type { Table } from './table.ts';

const solver = await loadSolver();
const noTime = { clock: () => 0, seconds: 0 };

function isProtected(
  { cells }: Table,
  cell: number,
  { lower, upper }: { lower: number; upper: number },
): boolean {
  const { value, protectLower, protectUpper, protectWidth } = cells[cell] as Table['cells'][number];
  return (
    lower <= value - protectLower + 1e-6 &&
    upper >= value + protectUpper - 1e-6 &&
    upper - lower >= protectWidth - 1e-6
  );
}

function asPublished(table: Table, secondary: readonly number[]): Table {
  const hidden = new Set(secondary);
  const cells = table.cells.map((cell, place) =>
    hidden.has(place) ? { ...cell, status: 'suppressed' as const } : cell,
  );
  return { ...table, cells };
}

test('of 500 random linked tables none is exposed under an attack written apart, and none is called infeasible that is not', () => {
  let [protectedTables, infeasible, attacked] = [0, 0, 0];
  for (let seed = 1; seed <= 500; seed++) {
    const table = randomTables(seed);
    const result = protectTable(solver, table, noTime);
    if (!result.ok) {
      infeasible++;
      if (result.reason === 'readers know too much of the cell beforehand') continue;
      const all = new Set(table.cells.flatMap(({ status }, cell) => (status === 'fixed' ? [] : [cell])));
      if (all.size > 40) continue;
      const interval = independentInterval(table, all, result.cell);
      assert.equal(isProtected(table, result.cell, interval), false, `seed ${seed}, cell ${result.cell}`);
      continue;
    }
    protectedTables++;
    assert.ok(
      result.audit.every((one) => one.protected),
      `seed ${seed}`,
    );
    if (result.suppressed.length > 30) continue;
    const hidden = new Set(result.suppressed);
    for (const { cell, lower, upper } of result.audit) {
      const interval = independentInterval(table, hidden, cell);
      attacked++;
      assert.ok(isProtected(table, cell, interval), `seed ${seed}: cell ${cell} is exposed`);
      assert.ok(Math.abs(interval.lower - lower) < 1e-6, `seed ${seed}: ${interval.lower}, not ${lower}`);
      assert.ok(
        interval.upper === upper || Math.abs(interval.upper - upper) < 1e-6,
        `seed ${seed}: ${upper}`,
      );
    }
  }
  assert.ok(
    protectedTables > 300 && infeasible > 30 && attacked > 1500,
    `${protectedTables} ${infeasible} ${attacked}`,
  );
});

test('intervals of whole numbers are those of going through every possible table, in 60 random tables', () => {
  let compared = 0;
  for (let seed = 1; compared < 60; seed++) {
    const table = { ...randomTables(seed), integer: true };
    const hidden = new Set(table.cells.flatMap(({ status }, cell) => (status === 'sensitive' ? [cell] : [])));
    const intervals = hidden.size >= 4 && hidden.size <= 12 ? wholeIntervals(table, hidden) : undefined;
    if (!intervals) continue;
    compared++;
    for (const { cell, lower, upper } of auditTable(solver, table, false).audit)
      assert.deepEqual({ lower, upper }, intervals.get(cell), `seed ${seed}, cell ${cell}`);
  }
});

test('no cheaper suppression exists where the optimum is claimed: all subsets of 40 random tables tried', () => {
  let compared = 0;
  for (let seed = 1; compared < 40; seed++) {
    const table = randomTables(seed);
    const candidates = table.cells.flatMap(({ status }, cell) => (status === 'safe' ? [cell] : []));
    if (candidates.length < 3 || candidates.length > 8) continue;
    const result = protectTable(solver, table, { clock: () => 0, seconds: 1 });
    if (!result.ok || result.secondary.length === 0) continue;
    compared++;
    assert.equal(result.status, 'optimal', `seed ${seed}`);
    const cost = (cells: readonly number[]) =>
      cells.reduce((sum, cell) => sum + (table.cells[cell]?.value ?? 0), 0);
    for (let subset = 0; subset < 2 ** candidates.length; subset++) {
      const secondary = candidates.filter((_, bit) => (subset >> bit) & 1);
      if (cost(secondary) >= result.objective) continue;
      const { status } = auditTable(solver, asPublished(table, secondary), false);
      assert.equal(status, 'exposed', `seed ${seed}: ${secondary.join(' ')} is cheaper`);
    }
  }
});
