import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { certifyWeights } from './certifyWeights.ts';
import { gapsToTarget } from './gapsToTarget.ts';
import type { SimplexProblem } from './simplexProblem.ts';
import { type CertifiedWeights, simplexWeights } from './simplexWeights.ts';

type Small = {
  readonly columns: readonly (readonly number[])[];
  readonly target: readonly number[];
  /** The ridge is 1 / parts. */
  readonly parts: number;
  readonly intercept: boolean;
};

function problemOf({ columns, target, parts, intercept }: Small): SimplexProblem {
  return {
    rows: target.length,
    columns: columns.length,
    matrix: Float64Array.from(columns.flat()),
    target: Float64Array.from(target),
    ridge: 1 / parts,
    intercept,
  };
}

/**
 * The optimum in whole numbers: of all supports the one whose equations give positive weights and no cheaper column
 * outside. Gaps, centred where there is an intercept and then multiplied by the number of rows, are whole.
 */
function optimumByEnumeration({ columns, target, parts, intercept }: Small): number[] {
  const rows = target.length;
  const times = intercept ? rows : 1;
  const gaps = columns.map((column) => {
    const gap = column.map((value, i) => value - (target[i] as number));
    const sum = intercept ? gap.reduce((total, value) => total + value, 0) : 0;
    return gap.map((value) => BigInt(times * value - sum));
  });
  const curvature = gaps.map((a, j) =>
    gaps.map((b, k) => {
      const product = a.reduce((sum, value, i) => sum + value * (b[i] as bigint), 0n);
      return product * BigInt(parts) + (j === k ? BigInt(times * times) : 0n);
    }),
  );
  for (let mask = 1; mask < 2 ** columns.length; mask++) {
    const support = columns.map((_, j) => j).filter((j) => mask & (1 << j));
    const inner = support.map((j) => support.map((k) => (curvature[j] as bigint[])[k] as bigint));
    const whole = determinant(inner);
    const shares = support.map((_, k) =>
      determinant(inner.map((row) => row.map((value, l) => (l === k ? 1n : value)))),
    );
    if (shares.some((part) => part <= 0n)) continue;
    const isCheaper = (j: number) =>
      support.reduce(
        (sum, k, l) => sum + ((curvature[j] as bigint[])[k] as bigint) * (shares[l] as bigint),
        0n,
      ) < whole;
    if (columns.some((_, j) => !support.includes(j) && isCheaper(j))) continue;
    const sum = shares.reduce((total, part) => total + part, 0n);
    const weights = columns.map(() => 0);
    for (const [l, k] of support.entries())
      weights[k] = Number(((shares[l] as bigint) * 10n ** 18n) / sum) / 1e18;
    return weights;
  }
  throw new Error('a strictly convex problem has an optimum');
}

/** By expansion along the first row; the matrices have at most six. */
function determinant(matrix: readonly (readonly bigint[])[]): bigint {
  const [head, ...below] = matrix;
  if (!head) return 1n;
  return head.reduce((sum, value, k) => {
    if (value === 0n) return sum;
    const minor = determinant(below.map((row) => row.filter((_, l) => l !== k)));
    return sum + (k % 2 === 0 ? value : -value) * minor;
  }, 0n);
}

const small = fc
  .record({ rows: fc.integer({ min: 1, max: 4 }), count: fc.integer({ min: 1, max: 6 }) })
  .chain(({ rows, count }) => {
    const numbers = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: rows, maxLength: rows });
    return fc.record({
      columns: fc.array(numbers, { minLength: count, maxLength: count }),
      target: numbers,
      parts: fc.constantFrom(1, 16, 2 ** 20, 2 ** 45),
      intercept: fc.boolean(),
    });
  });

function mustBeProven(found: CertifiedWeights): void {
  const { stationarity, dual, primal } = found.certificate;
  assert.ok(stationarity <= 1e-12 && dual <= 1e-12 && primal <= 1e-12, JSON.stringify(found.certificate));
}

test('on 3,000 problems of up to 4 x 6 the weights are those of enumeration in whole numbers to 1e-7, with proof', () => {
  fc.assert(
    fc.property(small, (problem) => {
      const found = simplexWeights(problemOf(problem));
      const expected = optimumByEnumeration(problem);
      for (const [j, weight] of expected.entries())
        assert.ok(Math.abs((found.weights[j] as number) - weight) < 1e-7, `${found.weights} for ${expected}`);
      mustBeProven(found);
    }),
    { numRuns: 3000, seed: 7 },
  );
});

test('where to begin changes nothing: any columns named at the start lead to the same weights', () => {
  fc.assert(
    fc.property(small, fc.array(fc.nat(5), { maxLength: 8 }), (problem, named) => {
      const start = named.filter((column) => column < problem.columns.length);
      const plain = simplexWeights(problemOf(problem)).weights;
      const begun = simplexWeights(problemOf(problem), start).weights;
      for (const [j, weight] of plain.entries()) assert.ok(Math.abs(weight - (begun[j] as number)) < 1e-7);
    }),
    { numRuns: 1000, seed: 8 },
  );
});

test('one column has all the weight, and equal columns share it evenly, with and without a ridge', () => {
  const alone = simplexWeights(problemOf({ columns: [[5, 7]], target: [0, 0], parts: 1, intercept: true }));
  assert.deepEqual([...alone.weights], [1]);
  assert.equal(alone.certificate.smallestInactiveMultiplier, null);
  const columns = [
    [1, 5],
    [3, 3],
    [1, 5],
    [1, 5],
  ];
  const { weights } = simplexWeights({
    rows: 2,
    columns: 4,
    matrix: Float64Array.from(columns.flat()),
    target: Float64Array.from([2, 4]),
    ridge: 0,
    intercept: false,
  });
  for (const [j, expected] of [1 / 6, 1 / 2, 1 / 6, 1 / 6].entries())
    assert.ok(Math.abs((weights[j] as number) - expected) < 1e-12);
});

test('without a ridge, of all weights that reach the target those of smallest norm: 0.2 for each of 1 to 5 around 3', () => {
  const problem = {
    rows: 1,
    columns: 5,
    matrix: Float64Array.from([1, 2, 3, 4, 5]),
    target: Float64Array.of(3),
  };
  const found = simplexWeights({ ...problem, ridge: 0, intercept: false });
  for (const weight of found.weights) assert.ok(Math.abs(weight - 0.2) < 1e-12, String(found.weights));
  mustBeProven(found);
});

test('all columns are the target, or differ by their level only with an intercept: even weights', () => {
  for (const intercept of [true, false]) {
    const columns = intercept ? [1, 2, 3, 4, 8, 9] : [1, 2, 1, 2, 1, 2];
    const found = simplexWeights({
      rows: 2,
      columns: 3,
      matrix: Float64Array.from(columns),
      target: Float64Array.from([1, 2]),
      ridge: 0,
      intercept,
    });
    for (const weight of found.weights) assert.ok(Math.abs(weight - 1 / 3) < 1e-15);
    mustBeProven(found);
  }
});

test('a column equal to the target among 37 random ones takes the weight but for the ridge', () => {
  const random = xoroshiro128plus(11);
  const matrix = Float64Array.from({ length: 19 * 38 }, () => 100 * uniformFloat64(random));
  const found = simplexWeights({
    rows: 19,
    columns: 38,
    matrix,
    target: matrix.slice(7 * 19, 8 * 19),
    ridge: 1e-9,
    intercept: false,
  });
  assert.ok((found.weights[7] as number) > 1 - 1e-9);
  mustBeProven(found);
});

test('1,000 columns of 18 rows, some 1,000 times as large as others, are weighed with proof for each strength of the ridge', () => {
  const random = xoroshiro128plus(12);
  for (const ridge of [0, 1e-10, 1e-3, 1, 1000])
    for (const intercept of [true, false]) {
      const matrix = Float64Array.from({ length: 18 * 1000 }, (_, k) => {
        return 10 ** (3 * ((Math.floor(k / 18) % 10) / 9)) * (uniformFloat64(random) - 0.4);
      });
      const target = Float64Array.from({ length: 18 }, () => uniformFloat64(random));
      mustBeProven(simplexWeights({ rows: 18, columns: 1000, matrix, target, ridge, intercept }));
    }
});

test('the certificate tells wrong weights: half and half, where all belongs to the first, is off by 6 curvatures', () => {
  const gaps = gapsToTarget({
    rows: 2,
    columns: 2,
    matrix: Float64Array.from([1, 0, 3, 4]),
    target: Float64Array.from([0, 0]),
    ridge: 0,
    intercept: false,
  });
  const { stationarity, primal } = certifyWeights(gaps, Float64Array.from([0.5, 0.5]));
  assert.ok(Math.abs(stationarity - 6) < 1e-12);
  assert.equal(primal, 0);
  assert.equal(certifyWeights(gaps, Float64Array.from([0.75, 0.5])).primal, 0.25);
  assert.equal(certifyWeights(gaps, Float64Array.from([1.5, -0.5])).primal, 0.5);
  assert.ok(Math.abs(certifyWeights(gaps, Float64Array.from([0, 1])).dual - 22) < 1e-12);
  assert.ok(certifyWeights(gaps, Float64Array.from([1, 0])).unique);
});

test('no rows, no columns, a number that is none and a negative ridge are faults', () => {
  const good = problemOf({
    columns: [
      [1, 2],
      [3, 4],
    ],
    target: [1, 1],
    parts: 1,
    intercept: false,
  });
  assert.throws(() => simplexWeights({ ...good, columns: 0 }), /at least one row and one column/);
  assert.throws(() => simplexWeights({ ...good, columns: 3 }), /4 and 2 numbers are not 3 columns of 2/);
  assert.throws(() => simplexWeights({ ...good, ridge: -1 }), /not negative/);
  assert.throws(
    () => simplexWeights({ ...good, matrix: Float64Array.of(1, 2, 3, Number.NaN) }),
    /cannot take NaN/,
  );
});
