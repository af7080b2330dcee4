import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quantile } from './quantile.ts';

test('ten numbers have the type-7 quantiles of numpy', () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3];
  // numpy 2.4: [np.quantile(values, p) for p in ...]
  for (const [p, expected] of [
    [0, 1],
    [0.05, 1],
    [0.25, 2.25],
    [0.37, 3],
    [0.5, 3.5],
    [0.9, 6.3],
    [0.999, 8.973],
    [1, 9],
  ] as const)
    assert.ok(Math.abs(quantile(values, p) - expected) < 1e-12, `${p}: ${quantile(values, p)}`);
  assert.deepEqual(values, [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]);
});

test('the quantiles of 0 to 1,000 in any order are the positions themselves, and of one number that number', () => {
  const values = Array.from({ length: 1001 }, (_, i) => (i * 375) % 1001);
  for (const p of [0, 0.05, 0.333, 0.5, 0.999, 1])
    assert.ok(Math.abs(quantile(values, p) - 1000 * p) < 1e-9, String(p));
  assert.equal(quantile([7], 0.3), 7);
  assert.equal(quantile(Float64Array.of(2, 2, 2, 2), 0.7), 2);
});

test('no numbers, NaN among them and a share of 1.2 are refused', () => {
  assert.throws(() => quantile([], 0.5), /at least one/);
  assert.throws(() => quantile([1, Number.NaN, 3], 0.5), /NaN/);
  assert.throws(() => quantile([1], 1.2), /between 0 and 1/);
});
