import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupTimeEstimate } from './groupTimeEstimate.ts';
import { groupTimePreTest } from './groupTimePreTest.ts';

function effectOf(
  group: number,
  time: number,
  effect: number,
  influence: readonly number[],
  measurable = true,
) {
  const rule = { level: 0.95, measurable, rounding: 0 };
  return { ...groupTimeEstimate(effect, Float64Array.from(influence), rule), group, time };
}

test('two effects of variances 1/8 and 1/2 and covariance 1/8 give the statistic 26/3 and p exp(-13/3)', () => {
  // V = [1/8 1/8; 1/8 1/2], a = (1, 1/2): a' V^-1 a by hand; two degrees of freedom leave exp(-W / 2).
  const found = groupTimePreTest([
    effectOf(3, 1, 1, [1, -1, 0, 0]),
    effectOf(3, 2, 0.5, [1, -1, Math.sqrt(3), -Math.sqrt(3)]),
    effectOf(3, 3, 99, [1, 1, 1, 1]),
  ]);
  assert.ok(Math.abs((found?.statistic ?? 0) - 26 / 3) < 1e-12, String(found?.statistic));
  assert.ok(Math.abs((found?.p ?? 0) - Math.exp(-13 / 3)) < 1e-12);
  assert.equal(found?.degreesOfFreedom, 2);
});

test('no time before treatment, effects without error and effects that depend on each other have no test', () => {
  assert.equal(groupTimePreTest([effectOf(1, 1, 1, [1, -1])]), null);
  assert.equal(groupTimePreTest([effectOf(2, 1, 1, [1, -1], false)]), null);
  assert.equal(groupTimePreTest([effectOf(3, 1, 1, [1, -1]), effectOf(3, 2, 1, [2, -2])]), null);
});
