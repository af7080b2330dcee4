import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leastSquares } from './leastSquares.ts';
import { solveLower } from './solveLower.ts';
import { solveLowerTransposed } from './solveLowerTransposed.ts';

function close(actual: number, expected: number, within = 1e-12): void {
  assert.ok(
    Math.abs(actual - expected) <= within * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );
}

/** Longley (1967), as NIST gives it: employed, price deflator, product, unemployed, armed forces, population, year. */
const longley = [
  [60323, 83, 234289, 2356, 1590, 107608, 1947],
  [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
  [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
  [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
  [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
  [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
  [64989, 99, 365385, 1870, 3547, 115094, 1953],
  [63761, 100, 363112, 3578, 3350, 116219, 1954],
  [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
  [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
  [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
  [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
  [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
  [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
  [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
  [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
] as const;

test("Longley's nearly collinear table has the coefficients that NIST certifies", () => {
  const columns = [
    longley.map(() => 1),
    ...[1, 2, 3, 4, 5, 6].map((j) => longley.map((row) => row[j] as number)),
  ];
  const fit = leastSquares(
    columns,
    longley.map(([employed]) => employed),
  );
  assert.ok(fit);
  const certified = [
    -3482258.63459582, 15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359,
    -0.0511041056535807, 1829.15146461355,
  ];
  for (const [j, value] of certified.entries())
    assert.ok(Math.abs((fit.coefficients[j] as number) / value - 1) < 1e-8, `${fit.coefficients[j]}`);
});

test('three points of weights 1, 2 and 3 lie about the line 0.4 + 1.2 x, with X W X inverse from the factor', () => {
  // By hand: the sums of w, wx, wxx, wy, wxy are 6, 8, 14, 12, 20, the determinant 20.
  const [x, y, w] = [
    [0, 1, 2],
    [1, 1, 3],
    [1, 2, 3],
  ] as const;
  const fit = leastSquares([[1, 1, 1], x], y, w);
  assert.ok(fit);
  close(fit.coefficients[0] as number, 0.4);
  close(fit.coefficients[1] as number, 1.2);
  const inverse = solveLowerTransposed(fit.lower, solveLower(fit.lower, [1, 0]));
  close(inverse[0] as number, 14 / 20);
  close(inverse[1] as number, -8 / 20);
});

test('a row of weight 0 counts for nothing, and a constant alone gives the weighted mean', () => {
  close(leastSquares([[1, 1, 1]], [1, 2, 99], [3, 1, 0])?.coefficients[0] as number, 1.25);
});

test('a column that repeats another, or that is 0, is collinear; fewer rows than columns too', () => {
  const ones = [1, 1, 1];
  assert.equal(leastSquares([ones, [5, 5, 5]], [1, 2, 3]), undefined);
  assert.equal(leastSquares([ones, [0, 0, 0]], [1, 2, 3]), undefined);
  assert.equal(leastSquares([[1], [2]], [1]), undefined);
  assert.ok(leastSquares([ones, [5, 5, 5.001]], [1, 2, 3]));
  assert.throws(() => leastSquares([], []), RangeError);
  assert.throws(() => leastSquares([[1, 2]], [1]), RangeError);
  assert.throws(() => leastSquares([[1, 2]], [1, 2], [1, -1]), RangeError);
});
