import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chiSquareTail } from './chiSquareTail.ts';

// R 4.2.2, pchisq(x, df, lower.tail = FALSE).
const table = [
  [7.7912366272, 5, 0.1681224949238977],
  [6.8418249816593, 5, 0.2326722805732922],
  [3.84, 1, 0.05004352124870522],
  [100, 3, 1.554159431389605e-21],
  [1, 2, 0.6065306597126334],
  [0.01, 7, 0.9999999992430589],
  [2000, 1990, 0.4329733865079222],
  [30, 10, 0.0008566412107753005],
] as const;

test('shares above a number are those of R, from 1e-21 to nearly 1 and for 1 to 1,990 degrees of freedom', () => {
  for (const [x, degrees, share] of table) {
    const found = chiSquareTail(x, degrees);
    assert.ok(Math.abs(found / share - 1) < 1e-11, `${x} on ${degrees}: ${found} is not ${share}`);
  }
});

test('all of it lies above 0, none above infinity; half a degree of freedom is a fault', () => {
  assert.deepEqual([chiSquareTail(0, 4), chiSquareTail(-1, 4), chiSquareTail(Infinity, 4)], [1, 1, 0]);
  assert.throws(() => chiSquareTail(1, 0.5), RangeError);
  assert.throws(() => chiSquareTail(1, 0), RangeError);
});
