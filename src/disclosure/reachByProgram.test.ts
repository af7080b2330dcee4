import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomTables } from '../../test/randomTables.ts';
import { attackComponent } from './attackComponent.ts';
import { hiddenComponents } from './hiddenComponents.ts';
import { linkedTable } from './linkedTable.ts';
import { reachByProgram } from './reachByProgram.ts';
import { loadSolver } from './solver.ts';
import { checkedMoves } from './witness.ts';

test('a program moves a cell as far as an attack with everything hidden does, by a table that is checked, on 40 random tables', async () => {
  const solver = await loadSolver();
  let moved = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const table = linkedTable(randomTables(seed));
    const all = Uint8Array.from(table.cost, (cost, cell) =>
      table.hidden[cell] === 1 || Number.isFinite(cost) ? 1 : 0,
    );
    const cell = table.hidden.indexOf(1);
    if (cell < 0) continue;
    const [component] = hiddenComponents(table, all, [cell]);
    if (!component) continue;
    const attack = attackComponent(solver, table, component);
    for (const side of ['below', 'above'] as const) {
      const far = Math.min(3, attack.reach(cell, side, 3).deviation);
      const found = reachByProgram(solver, table, table.hidden, cell, side === 'above' ? 3 : -3);
      const by = found?.deviations[found.cells.indexOf(cell)] ?? 0;
      // Whole tables move by whole students.
      const least = table.whole && far >= 1 ? Math.floor(far + 1e-6) : far;
      assert.ok(Math.abs(by) >= least - 1e-6, `seed ${seed}: ${by} of ${far}`);
      if (found) moved += checkedMoves(table, found.cells, found.deviations) ? 1 : Number.NaN;
    }
    attack.dispose();
  }
  assert.ok(moved > 30, `${moved}`);
});
