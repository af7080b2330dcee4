import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cholesky } from './cholesky.ts';
import { solveLower } from './solveLower.ts';
import { solveLowerTransposed } from './solveLowerTransposed.ts';

test('the textbook matrix 4 12 -16, 12 37 -43, -16 -43 98 has the factor 2, 6 1, -8 5 3', () => {
  const matrix = [
    [4, 12, -16],
    [12, 37, -43],
    [-16, -43, 98],
  ];
  assert.deepEqual(cholesky(matrix), [[2], [6, 1], [-8, 5, 3]]);
});

test('a matrix with a zero, a negative or a lost pivot has no factor; one number has its root', () => {
  assert.equal(
    cholesky([
      [1, 1],
      [1, 1],
    ]),
    undefined,
  );
  assert.equal(
    cholesky([
      [1, 2],
      [2, 1],
    ]),
    undefined,
  );
  assert.equal(cholesky([[0]]), undefined);
  assert.deepEqual(cholesky([[9]]), [[3]]);
});

test('forward then backward substitution solves the 8 x 8 Lehmer matrix whose solution is 1 to 8', () => {
  const matrix = Array.from({ length: 8 }, (_, i) =>
    Array.from({ length: 8 }, (__, j) => (Math.min(i, j) + 1) / (Math.max(i, j) + 1)),
  );
  const right = matrix.map((row) => row.reduce((sum, value, j) => sum + value * (j + 1), 0));
  const lower = cholesky(matrix);
  assert.ok(lower);
  const solution = solveLowerTransposed(lower, solveLower(lower, right));
  for (const [i, value] of solution.entries()) assert.ok(Math.abs(value - (i + 1)) < 1e-12, String(value));
  assert.throws(() => solveLower(lower, [1]), RangeError);
  assert.throws(() => solveLowerTransposed(lower, [1]), RangeError);
});
