import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SimilarUnit } from './nearestWithin.ts';
import { similarUnits } from './similarUnits.ts';
import { similarUnitsOfAll } from './similarUnitsOfAll.ts';

/** Park & Miller's generator: x <- 16807 x mod (2^31 - 1), from 1. */
function table(rows: number, columns: number): number[][] {
  let x = 1;
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => {
      x = (16807 * x) % 2147483647;
      return (x % 1000) / 100;
    }),
  );
}

/** Forty units, four factors, the last going with the first; unit 7 misses factor 2. */
const forty = table(40, 4).map(([a = 0, b = 0, c = 0, d = 0], unit) => [
  a,
  b,
  unit === 7 ? Number.NaN : c,
  a * 0.8 + d * 0.3,
]);

function close(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-10, `${actual} is not ${expected}`);
}

// Expected digits: numpy 2.4 and scikit-learn 1.9.1 on the 39 complete units: Z = (C - C.mean(0)) / C.std(0);
// P = inv(ledoit_wolf(Z)[0]); distance sqrt(d @ P @ d), contributions d * (P @ d);
// caliper np.quantile(all pairs, 0.05).

test('unit 3 has five units within 1.6, the nearest at 0.980 with a negative contribution', () => {
  const answer = similarUnits(forty, 3, { caliper: 1.6 });
  assert.ok(answer.ok);
  assert.deepEqual(
    answer.similar.map((one) => one.unit),
    [18, 8, 37, 5, 28],
  );
  const [nearest, second] = answer.similar;
  assert.ok(nearest && second);
  close(nearest.distance, 0.9800915976436436);
  for (const [i, expected] of [
    -0.15287328082499904, 0.007167862401744701, 0.18271073305497418, 0.92357422513995,
  ].entries())
    close(nearest.contributions[i] as number, expected);
  close(second.distance, 0.9878889876485687);
  assert.deepEqual(answer.incomplete, [{ unit: 7, missing: [2] }]);
});

test('with no caliper given it is the 5th percentile of the 741 pairs, and unit 0 then has nobody', () => {
  const answer = similarUnits(forty, 0);
  assert.ok(answer.ok);
  close(answer.caliper, 1.1325606525943155);
  assert.deepEqual(answer.similar, []);
  const third = similarUnits(forty, 3, { k: 2 });
  assert.ok(third.ok);
  assert.equal(third.withinCaliper, 3);
  assert.equal(third.similar.length, 2);
});

test('weights 4, 1, 1 and a quarter put unit 8 before unit 18', () => {
  const answer = similarUnits(forty, 3, { caliper: 2, weights: [4, 1, 1, 0.25] });
  assert.ok(answer.ok);
  assert.deepEqual(
    answer.similar.map((one) => one.unit),
    [8, 18, 37, 5],
  );
  const last = answer.similar[3];
  assert.ok(last);
  close(last.distance, 1.9126682921520406);
  for (const [i, expected] of [
    3.046836513332949, 0.1545557630572626, 1.0418173483714304, -0.5849096289578386,
  ].entries())
    close(last.contributions[i] as number, expected);
});

test('a unit that misses a factor is not compared, and the refusal names the factor', () => {
  const refused = { ok: false, reason: 'the unit misses a factor', missing: [2] };
  assert.deepEqual(similarUnits(forty, 7), refused);
});

test('two complete units, equal units and no unit at all are refused by their reason', () => {
  const few = { ok: false, reason: 'fewer than three complete units' };
  assert.deepEqual(similarUnits([[1], [2], [Number.NaN]], 0), few);
  assert.deepEqual(similarUnits([[1], [1], [1]], 0), {
    ok: false,
    reason: 'no factor differs between units',
  });
  assert.throws(() => similarUnits(forty, 40), /no unit 40/);
  assert.throws(() => similarUnits(forty, 3, { weights: [1, 0, 1, 1] }), /positive/);
  assert.throws(() => similarUnits([[1, 2], [1], [3, 4]], 0), /1 factors/);
});

test('a constant factor separates nobody: same distances, contribution 0, named', () => {
  const plain = similarUnits(forty, 3, { caliper: 1.6 });
  const answer = similarUnits(
    forty.map(([a = 0, ...rest]) => [a, 5, ...rest]),
    3,
    { caliper: 1.6 },
  );
  assert.ok(plain.ok && answer.ok);
  assert.deepEqual(answer.constant, [1]);
  assert.equal(answer.similar[0]?.contributions[1], 0);
  assert.deepEqual(
    answer.similar.map((one) => one.distance),
    plain.similar.map((one) => one.distance),
  );
});

test('three units at equal distances come in the order of the table', () => {
  const corners = [
    [0, 0],
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ];
  const answer = similarUnits(corners, 0, { caliper: 9 });
  assert.ok(answer.ok);
  assert.deepEqual(
    answer.similar.map((one) => one.unit),
    [1, 2, 3, 4],
  );
});

test('in 100 random tables contributions sum to the squared distance, distances are mutual and scale is nothing', () => {
  const cell = fc.integer({ min: -50, max: 50 });
  const tables = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 6, max: 12 }))
    .chain(([width, height]) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    );
  fc.assert(
    fc.property(tables, (rows) => {
      const all = similarUnitsOfAll(rows, { caliper: Infinity });
      if (!all.ok) return;
      const scaled = similarUnits(
        rows.map((row) => row.map((value, factor) => 1000 * value * (factor + 1) + 7)),
        0,
        { caliper: Infinity },
      );
      assert.ok(scaled.ok);
      for (const one of scaled.similar) {
        const same: SimilarUnit | undefined = all.nearest
          .get(0)
          ?.similar.find((other) => other.unit === one.unit);
        assert.ok(Math.abs(one.distance - (same?.distance ?? Number.NaN)) < 1e-6);
        const back: SimilarUnit | undefined = all.nearest
          .get(one.unit)
          ?.similar.find((other) => other.unit === 0);
        assert.equal(back?.distance, same?.distance);
      }
      for (const { similar } of all.nearest.values())
        for (const { distance, contributions } of similar) {
          const sum = contributions.reduce((total, value) => total + value, 0);
          assert.ok(Math.abs(sum - distance ** 2) < 1e-8 * (1 + distance ** 2), `${sum} ${distance ** 2}`);
        }
    }),
    { numRuns: 100, seed: 2008 },
  );
});

test('all of 1,000 units by 15 factors at once give what each alone gives, with 5 % of the pairs inside', () => {
  const thousand = table(1000, 15);
  const all = similarUnitsOfAll(thousand);
  assert.ok(all.ok);
  const inside = [...all.nearest.values()].reduce((sum, one) => sum + one.withinCaliper, 0);
  // 499,500 pairs, each seen from both sides; the percentile falls between two of them.
  assert.equal(inside, 2 * 24_975);
  for (const unit of [0, 499, 999]) {
    const alone = similarUnits(thousand, unit);
    assert.ok(alone.ok);
    assert.deepEqual(all.nearest.get(unit)?.similar, alone.similar);
  }
});

test('above 2,000 units the caliper comes from every second unit and lies within 2 % of the whole', () => {
  const many = table(2600, 2);
  const answer = similarUnits(many, 0);
  const half = similarUnits(many.slice(0, 2000), 0);
  assert.ok(answer.ok && half.ok);
  assert.ok(Math.abs(answer.caliper / half.caliper - 1) < 0.02, `${answer.caliper} ${half.caliper}`);
});
