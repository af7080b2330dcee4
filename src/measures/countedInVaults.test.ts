import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { countedInVaults } from './countedInVaults.ts';

test('a vault counts exactly the measures that have a rule', () => {
  const rules = readdirSync(new URL('./rules/', import.meta.url)).map((name) => name.replace('.sql', ''));
  assert.deepEqual(countedInVaults.map(({ id }) => id).toSorted(), rules.toSorted());
});
