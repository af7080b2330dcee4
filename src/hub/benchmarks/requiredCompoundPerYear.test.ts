import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requiredCompoundPerYear } from './requiredCompoundPerYear.ts';

test('from 40 to 48.4 in two years takes 10 % a year, from 32 to 4 in three a fall of 50 %', () => {
  const up = requiredCompoundPerYear({ year: 2025, value: 40 }, { year: 2027, value: 48.4 });
  assert.ok(Math.abs((up ?? 0) - 10) < 1e-9);
  const down = requiredCompoundPerYear({ year: 2025, value: 32 }, { year: 2028, value: 4 });
  assert.ok(Math.abs((down ?? 0) + 50) < 1e-9);
});

test('distance from standard below zero, and no year left, have no compound pace', () => {
  assert.equal(requiredCompoundPerYear({ year: 2025, value: -71 }, { year: 2028, value: -45 }), null);
  assert.equal(requiredCompoundPerYear({ year: 2028, value: 40 }, { year: 2028, value: 45 }), null);
});
