import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupTimeBand } from './groupTimeBand.ts';
import { groupTimeEstimate } from './groupTimeEstimate.ts';

/** Effects of 400 units each of which moves one of `count` effects, up or down in turn. */
function independent(count: number) {
  return Array.from({ length: count }, (_, k) =>
    groupTimeEstimate(
      k,
      Float64Array.from({ length: 400 }, (_, i) =>
        i % count === k ? (Math.floor(i / count) % 2 === 0 ? 1 : -1) : 0,
      ),
      { level: 0.95, measurable: true, rounding: 0 },
    ),
  );
}

test('one effect reaches 1.96 errors, four independent ones 2.49 as Sidak says, one told four times 1.96', () => {
  const options = { draws: 10_000, seed: 7 };
  const [one] = independent(1);
  assert.ok(one);
  // 1 - (1 - 0.95) = 0.95^(1/4) of each: the quantile of 0.99363.
  for (const [estimates, expected] of [
    [[one], 1.96],
    [independent(4), 2.491],
    [[one, one, one, one], 1.96],
  ] as const) {
    const band = groupTimeBand(estimates, options);
    assert.ok(Math.abs((band?.reach as number) - expected) < 0.06, `${band?.reach} is not ${expected}`);
  }
});

test('a seed gives the same band again, another seed nearly the same; the intervals lie about the effects', () => {
  const estimates = independent(3);
  const band = groupTimeBand(estimates, { seed: 4 });
  assert.deepEqual(groupTimeBand(estimates, { seed: 4 }), band);
  assert.notEqual(groupTimeBand(estimates, { seed: 5 })?.reach, band?.reach);
  const [low, high] = band?.intervals[2] ?? [0, 0];
  assert.ok(Math.abs(low + high - 2 * 2) < 1e-12);
  assert.ok(Math.abs((high - low) / 2 - (band?.reach ?? 0) * (estimates[2]?.standardError ?? 0)) < 1e-12);
});

test('an effect without error has no interval, and none with error has no band', () => {
  const [one] = independent(1);
  assert.ok(one);
  const without = { ...one, standardError: null, interval: null };
  assert.equal(groupTimeBand([without, one])?.intervals[0], null);
  assert.equal(groupTimeBand([without]), null);
  assert.throws(() => groupTimeBand([one], { draws: 0 }), RangeError);
  assert.throws(() => groupTimeBand([one], { level: 1 }), RangeError);
});
