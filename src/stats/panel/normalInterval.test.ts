import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalInterval } from './normalInterval.ts';
import { smallestDetectableEffect } from './smallestDetectableEffect.ts';

function near(found: number, expected: number): void {
  assert.ok(Math.abs(found - expected) < 1e-12, `${found} is not ${expected}`);
}

test('-15.6 with error 9.4 lies from -34.02 to 2.82 with 95 %, R: -15.6 + c(-1, 1) * qnorm(0.975) * 9.4', () => {
  const [lower, upper] = normalInterval(-15.6, 9.4);
  near(lower, -34.02366145467651);
  near(upper, 2.82366145467651);
  const [low, high] = normalInterval(0, 1, 0.9);
  near(low, -1.64485362695147);
  near(high, 1.64485362695147);
  assert.deepEqual(normalInterval(3, 0), [3, 3]);
});

test('an error of 1 shows 2.8016 with 80 % power at 5 %, 3.6048 with 95 % power at 5 %: R 4.2.2 qnorm', () => {
  near(smallestDetectableEffect(1), 2.80158521811297);
  near(smallestDetectableEffect(1, { power: 0.95 }), 3.60481761149153);
  near(smallestDetectableEffect(2, { level: 0.1, power: 0.5 }), 3.28970725390294);
  assert.equal(smallestDetectableEffect(0), 0);
});

test('levels, powers and errors that are none are faults', () => {
  assert.throws(() => normalInterval(0, -1), RangeError);
  assert.throws(() => normalInterval(0, 1, 1), RangeError);
  assert.throws(() => normalInterval(0, Number.NaN), RangeError);
  assert.throws(() => smallestDetectableEffect(-1), RangeError);
  assert.throws(() => smallestDetectableEffect(1, { power: 1 }), RangeError);
  assert.throws(() => smallestDetectableEffect(1, { level: 0 }), RangeError);
});
