import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalCdf } from './normalCdf.ts';

test('the normal share has 13 right digits from -37 to 8 standard deviations', () => {
  // mpmath 1.3 with 60 digits: mp.nstr(ncdf(mpf(z)), 18)
  for (const [z, expected] of [
    [-37, 5.725571222524577e-300],
    [-20, 2.7536241186062337e-89],
    [-6, 9.86587645037698e-10],
    [-5.6, 1.0717590258310907e-8],
    [-3, 0.0013498980316300946],
    [-1, 0.15865525393145705],
    [-0.67, 0.25142889509531013],
    [0, 0.5],
    [0.3, 0.6179114221889527],
    [1, 0.8413447460685429],
    [2, 0.9772498680518208],
    [8, 0.9999999999999993],
  ] as const)
    assert.ok(Math.abs(normalCdf(z) / expected - 1) < 1e-13, `${z}: ${normalCdf(z)}`);
});

test('the ends are 0 and 1, and no number has no share', () => {
  assert.equal(normalCdf(-Infinity), 0);
  assert.equal(normalCdf(Infinity), 1);
  assert.equal(normalCdf(-40), 0);
  assert.ok(Number.isNaN(normalCdf(Number.NaN)));
});
