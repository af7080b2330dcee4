import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { benjaminiHochberg } from './benjaminiHochberg.ts';

function close(actual: readonly number[], expected: readonly number[]): void {
  assert.equal(actual.length, expected.length);
  for (const [i, value] of expected.entries())
    assert.ok(Math.abs((actual[i] as number) - value) <= 1e-15, `${actual[i]} is not ${value}`);
}

// Expected digits: R 4.2.2, p.adjust(p, "BH").

test('of the fifteen p-values in the paper of 1995 four are called at 5 %, nine at 10 %', () => {
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];
  const { adjusted, called } = benjaminiHochberg(p, 0.05);
  close(
    adjusted,
    [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714286, 0.06385714285714286, 0.0645,
      0.07650000000000001, 0.486, 0.58118181818181813, 0.71487499999999993, 0.75323076923076926,
      0.81321428571428567, 1,
    ],
  );
  assert.deepEqual(
    called,
    [...p.keys()].map((i) => i < 4),
  );
  assert.equal(benjaminiHochberg(p, 0.1).called.filter(Boolean).length, 9);
});

test('eight p-values out of order, with ties and a 0, keep their places', () => {
  const { adjusted } = benjaminiHochberg([0.04, 0.001, 0.04, 0.2, 0.03, 0, 0.99, 0.05], 0.1);
  close(adjusted, [0.064, 0.004, 0.064, 0.22857142857142856, 0.064, 0, 0.99, 0.06666666666666667]);
});

test('in 300 lists the called are those up to the largest p below its line, and order is nothing', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(share, { maxLength: 30 }), share, (p, draw) => {
      const level = 0.01 + 0.9 * draw;
      const { called } = benjaminiHochberg(p, level);
      const sorted = p.toSorted((a, b) => a - b);
      const last = sorted.findLastIndex((value, i) => (p.length / (i + 1)) * value <= level);
      assert.deepEqual(
        called,
        p.map((value) => last >= 0 && value <= (sorted[last] as number)),
      );
      const turned = benjaminiHochberg(p.toReversed(), level);
      assert.deepEqual(turned.called.toReversed(), called);
    }),
    { numRuns: 300, seed: 1995 },
  );
});

test('no p-values call nothing; 1.2, NaN and a level of 5 are refused', () => {
  assert.deepEqual(benjaminiHochberg([], 0.1), { adjusted: [], called: [] });
  assert.throws(() => benjaminiHochberg([1.2], 0.1), /between 0 and 1, not 1.2/);
  assert.throws(() => benjaminiHochberg([Number.NaN], 0.1), /not NaN/);
  assert.throws(() => benjaminiHochberg([0.5], 5), /not 5/);
});
