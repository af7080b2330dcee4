import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventStudyBand } from './eventStudyBand.ts';

const curve = Float64Array.of(1, 0, 4, -6);
const placebos = [
  Float64Array.of(2, 0, 4, 1),
  Float64Array.of(-1, 0, 3, 2),
  Float64Array.of(0, 0, -5, -3),
  Float64Array.of(-3, 0, 2, 4),
];

test('four placebos give ranks of 4/5, 5/5, 3/5 and 1/5, and errors with divisor 4', () => {
  const { points } = eventStudyBand(curve, placebos, 2);
  assert.deepEqual(
    points.map(({ p }) => p),
    [4 / 5, 1, 3 / 5, 1 / 5],
  );
  assert.deepEqual(
    points.map(({ exposure }) => exposure),
    [-2, -1, 0, 1],
  );
  // By hand: mean squares less squared means, 14/4 - 1/4, 0, 54/4 - 1, 30/4 - 1.
  for (const [t, variance] of [13 / 4, 0, 25 / 2, 13 / 2].entries())
    assert.ok(Math.abs((points[t]?.standardError ?? 0) ** 2 - variance) < 1e-12);
  const [low, high] = points[2]?.interval ?? [0, 0];
  assert.ok(Math.abs(low - (4 - 1.959963984540054 * Math.sqrt(12.5))) < 1e-12);
  assert.ok(Math.abs(high - (4 + 1.959963984540054 * Math.sqrt(12.5))) < 1e-12);
});

test('the pre-trend gap is the root mean square of 1 and 0; two of four placebos, and a tie, are as large', () => {
  const { preTrend } = eventStudyBand(curve, placebos, 2);
  assert.equal(preTrend.gap, Math.sqrt(1 / 2));
  assert.equal(preTrend.p, (1 + 3) / 5);
  const apart = eventStudyBand(Float64Array.of(9, 0, 0, 0), placebos, 2);
  assert.equal(apart.preTrend.p, 1 / 5);
});

test('four placebos tell no band of 95 % but one of 80 %: the largest of their ratios', () => {
  assert.equal(eventStudyBand(curve, placebos, 2).simultaneousReach, null);
  const ratios = placebos.map((placebo) =>
    Math.max(
      Math.abs(placebo[0] as number) / Math.sqrt(13 / 4),
      Math.abs(placebo[2] as number) / Math.sqrt(25 / 2),
      Math.abs(placebo[3] as number) / Math.sqrt(13 / 2),
    ),
  );
  const reach = eventStudyBand(curve, placebos, 2, 0.8).simultaneousReach as number;
  assert.ok(Math.abs(reach - Math.max(...ratios)) < 1e-12);
  const lower = eventStudyBand(curve, placebos, 2, 0.6).simultaneousReach as number;
  assert.ok(Math.abs(lower - (ratios.toSorted((a, b) => a - b)[2] as number)) < 1e-12);
});

test('19 placebos are the fewest for a band of 95 %', () => {
  const many = (count: number) => Array.from({ length: count }, (_, k) => Float64Array.of(k, 0, -k, 1));
  assert.equal(eventStudyBand(curve, many(18), 2).simultaneousReach, null);
  assert.notEqual(eventStudyBand(curve, many(19), 2).simultaneousReach, null);
});

test('no placebo, one of another length, and no time before or after are faults', () => {
  assert.throws(() => eventStudyBand(curve, [], 2), RangeError);
  assert.throws(() => eventStudyBand(curve, [Float64Array.of(1)], 2), RangeError);
  assert.throws(() => eventStudyBand(curve, placebos, 0), RangeError);
  assert.throws(() => eventStudyBand(curve, placebos, 4), RangeError);
  assert.throws(() => eventStudyBand(curve, placebos, 2, 95), RangeError);
});
