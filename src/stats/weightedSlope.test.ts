import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weightedSlope } from './weightedSlope.ts';

function close(actual: number, expected: number): void {
  assert.ok(
    Math.abs(actual - expected) < 1e-12 * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );
}

// Expected values: exact fractions (Python's fractions.Fraction on the formulas of the docstring); the second also
// by numpy.polyfit(x, y, 1, w=1/sqrt(v), cov='unscaled'): 2.03830037, variance 0.00262698.

test('three years on a line rise 24/5 a year with variance 7/26 and chi-square 0', () => {
  const line = weightedSlope([
    { x: 2023, value: -80.6, variance: 0.25 },
    { x: 2024, value: -75.8, variance: 0.5 },
    { x: 2025, value: -71, variance: 1 },
  ]);
  assert.ok(line.ok);
  close(line.slope, 24 / 5);
  close(line.standardError, Math.sqrt(7 / 26));
  close(line.meanX, 14165 / 7);
  assert.ok(line.chiSquare < 1e-20);
  assert.equal(line.degreesOfFreedom, 1);
});

test('five uneven points have slope 817654/401145 and chi-square 135026/80229', () => {
  const points = [
    { x: 1, value: 3.1, variance: 0.04 },
    { x: 2, value: 4.9, variance: 0.09 },
    { x: 4, value: 9.2, variance: 0.01 },
    { x: 7, value: 14.8, variance: 0.25 },
    { x: 8, value: 17.5, variance: 0.16 },
  ];
  const line = weightedSlope(points, 0.9);
  assert.ok(line.ok);
  close(line.slope, 817654 / 401145);
  close(line.standardError, Math.sqrt(5269 / 2005725));
  close(line.chiSquare, 135026 / 80229);
  close(line.interval[0], 817654 / 401145 - 1.6448536269514722 * Math.sqrt(5269 / 2005725));
  const backwards = weightedSlope(points.toReversed(), 0.9);
  assert.ok(backwards.ok);
  close(backwards.slope, line.slope);
});

test('two points have their difference as slope, variance 4/25 and no degree of freedom', () => {
  const line = weightedSlope([
    { x: 0, value: 10, variance: 3 },
    { x: 5, value: -20, variance: 1 },
  ]);
  assert.ok(line.ok);
  close(line.slope, -6);
  close(line.standardError, 0.4);
  assert.equal(line.degreesOfFreedom, 0);
});

test('one point and two of one year are refused, a variance of 0 is a fault', () => {
  const point = { x: 1, value: 2, variance: 3 };
  assert.deepEqual(weightedSlope([point]), { ok: false, reason: 'fewer than two points' });
  assert.deepEqual(weightedSlope([point, point]), { ok: false, reason: 'all points at one x' });
  assert.throws(() => weightedSlope([point, { ...point, variance: 0 }]), /positive/);
  assert.throws(() => weightedSlope([point, { ...point, value: Number.NaN }]), /not finite/);
  assert.throws(() => weightedSlope([point, point], 95), /between 0 and 1/);
});
