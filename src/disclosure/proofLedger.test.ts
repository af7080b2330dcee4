import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomTables } from '../../test/randomTables.ts';
import { linkedTable } from './linkedTable.ts';
import { neededWitnesses } from './neededWitnesses.ts';
import { addWitness, emptyProof, lackingNeed } from './proof.ts';
import { proofLedger } from './proofLedger.ts';
import { proveByRings } from './proveByRings.ts';
import { isGuarded } from './suppression.ts';
import { isPossible } from './witness.ts';

/** The witnesses that rings find with everything hidden, of a table drawn by a seed. */
function drawn(seed: number) {
  const table = linkedTable(randomTables(seed));
  const hidden = new Uint8Array(table.cellCount).fill(1);
  const guarded = [...hidden.keys()].filter((cell) => isGuarded(table, cell));
  const witnesses = proveByRings(table, hidden, emptyProof(table), guarded);
  return { table, hidden, guarded, witnesses };
}

test('the ledger shows what the witnesses left show, whatever is published and taken back, on 100 random tables', () => {
  let forgotten = 0;
  for (let seed = 1; seed <= 100; seed++) {
    const { table, hidden, guarded, witnesses } = drawn(seed);
    const ledger = proofLedger(table, hidden, witnesses, guarded);
    const isAsShown = () => {
      const shown = emptyProof(table);
      for (const one of witnesses) if (isPossible(one, hidden)) addWitness(table, shown, one);
      for (const cell of guarded)
        for (const side of ['below', 'above'] as const)
          assert.ok(
            Math.abs((ledger.proof[side][cell] ?? 0) - (shown[side][cell] ?? 0)) < 1e-9,
            `seed ${seed}`,
          );
    };
    isAsShown();
    for (let cell = seed % 3; cell < table.cellCount; cell += 3) {
      if (isGuarded(table, cell)) continue;
      hidden[cell] = 0;
      const { touched, takeBack } = ledger.publish([cell]);
      forgotten += touched.length;
      isAsShown();
      if (cell % 2 === 0) continue;
      hidden[cell] = 1;
      takeBack();
      isAsShown();
    }
  }
  assert.ok(forgotten > 200, `${forgotten}`);
});

test('fewer witnesses leave no cell with less than it needs that all of them protect, on 100 random tables', () => {
  let [all, kept] = [0, 0];
  for (let seed = 1; seed <= 100; seed++) {
    const { table, hidden, guarded, witnesses } = drawn(seed);
    const needed = neededWitnesses(table, hidden, [...witnesses, ...witnesses]);
    const lackingBy = (some: typeof witnesses) => {
      const proof = emptyProof(table);
      for (const one of some) addWitness(table, proof, one);
      return guarded.filter((cell) => lackingNeed(table, proof, cell) !== undefined);
    };
    assert.deepEqual(lackingBy([...needed]), lackingBy(witnesses), `seed ${seed}`);
    all += 2 * witnesses.length;
    kept += needed.length;
  }
  assert.ok(kept > 0 && kept <= all / 2, `${kept} of ${all}`);
});
