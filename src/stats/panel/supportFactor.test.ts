import assert from 'node:assert/strict';
import { test } from 'node:test';
import { supportFactor } from './supportFactor.ts';

test("columns (3, 4) and (0, 5) with ridge 0 solve G'G y = (25, 45) as y = (1, 1), whatever was put in and taken out", () => {
  const values = Float64Array.from([3, 4, 0, 5, 7, 7, 1, 2]);
  const factor = supportFactor(2, 1);
  for (const from of [0, 4, 6, 4, 6, 4]) factor.append(values, from, 0.5);
  factor.truncate(0);
  factor.append(values, 0, 0);
  factor.append(values, 2, 0);
  assert.ok(
    Math.abs(Math.abs(factor.pivot(0)) - 5) < 1e-15 && Math.abs(Math.abs(factor.pivot(1)) - 3) < 1e-14,
  );
  const right = Float64Array.from([45, 45]);
  factor.solve(right);
  for (const value of right) assert.ok(Math.abs(value - 1) < 1e-14, String(right));
});

test('two equal columns of length 1 with ridge 1e-14 keep a pivot of sqrt(2e-14) to seven digits, which squares would lose', () => {
  const factor = supportFactor(1, 2);
  const values = Float64Array.from([1, 1]);
  factor.append(values, 0, 1e-7);
  factor.append(values, 1, 1e-7);
  const right = Float64Array.from([1, 1]);
  factor.solve(right);
  assert.ok(Math.abs((right[0] as number) + (right[1] as number) - 1) < 1e-8, String(right));
  assert.ok(Math.abs(Math.abs(factor.pivot(1)) - Math.SQRT2 * 1e-7) < 1e-14);
});
