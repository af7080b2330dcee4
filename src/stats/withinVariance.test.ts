import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { withinVariance, type YearlyChange } from './withinVariance.ts';

/** Sixty changes in two periods; Park & Miller's generator (16807 x mod (2^31 - 1)) from 7. */
function sixty(): YearlyChange[] {
  let x = 7;
  const draw = () => (x = (16807 * x) % 2147483647) % 1000;
  return Array.from({ length: 60 }, (_, i) => {
    const before = 20 + draw() * (1 + (i % 4) * 3);
    const after = before + (draw() % 21) - 10;
    const spread = (draw() + draw() - 999) / 400;
    const size = spread * (100 * Math.sqrt(2 / before) + 3) + (i % 2 ? 2 : -1);
    return { change: Math.round(size * 100) / 100, before, after, period: i % 2 };
  });
}

function close(actual: number, expected: number, within: number): void {
  assert.ok(Math.abs(actual / expected - 1) < within, `${actual} is not ${expected}`);
}

test('sixty changes have the maximum-likelihood variance 15402.27 within and 20.07 of real change', () => {
  // The root of the likelihood's slope with 40 digits (mpmath findroot), found first by scipy.optimize.minimize.
  const answer = withinVariance(sixty());
  assert.ok(answer.ok);
  close(answer.variance, 15402.267037790303, 1e-11);
  close(answer.changeVariance, 20.072214299899645, 1e-9);
  assert.equal(answer.pairs, 60);
  assert.equal(answer.setAside, 0);
});

test('a merger of +500 points is set aside and changes no digit', () => {
  const answer = withinVariance([...sixty(), { change: 500, before: 900, after: 1900, period: 0 }]);
  assert.ok(answer.ok);
  close(answer.variance, 15402.267037790303, 1e-11);
  assert.equal(answer.pairs, 60);
  assert.equal(answer.setAside, 1);
});

test('with no real change the variance is the mean of the squared change over 1/before + 1/after', () => {
  const sizes = [10, 40, 90, 160, 250];
  const changes = Array.from({ length: 40 }, (_, i) => {
    const n = sizes[i % 5] as number;
    // Each size has both signs alike, so the mean is 0; small units change a little more than they must.
    const sign = i % 10 < 5 ? 1 : -1;
    return { change: sign * (100 / Math.sqrt(n)) * (n === 10 ? 1.1 : 1), before: n, after: n, period: 1 };
  });
  const answer = withinVariance(changes);
  assert.ok(answer.ok);
  assert.equal(answer.changeVariance, 0);
  // Four sizes in five give 10,000 n / 2n = 5,000; the fifth 1.21 times as much.
  close(answer.variance, 5000 * (1 + 0.21 / 5), 1e-12);
});

test('29 changes are too few, and changes that grow with the number of students say nothing', () => {
  assert.deepEqual(withinVariance(sixty().slice(0, 29)), { ok: false, reason: 'fewer than 30 changes' });
  const growing = Array.from({ length: 40 }, (_, i) => {
    const n = 10 * (i + 1);
    return { change: (i % 2 ? 1 : -1) * Math.sqrt(n), before: n, after: n, period: 1 };
  });
  assert.deepEqual(withinVariance(growing), {
    ok: false,
    reason: 'changes do not shrink with more students',
  });
  assert.throws(() => withinVariance([{ change: 1, before: 0, after: 5, period: 1 }]), RangeError);
});

const outcomes = '../shared/data/california/outcomes-2023-2025/district_observations.csv.gz';

test('students of California districts vary by 100 to 130 points in mathematics', (t) => {
  if (!existsSync(outcomes)) return t.skip(`NOT RUN: ${outcomes} is not there`);
  const row =
    /^district,(\d{14}),(?:"[^"]*"|[^,]*),\d{4}-(\d\d),math_distance_from_standard,all,(-?[\d.]+),[^,]*,(\d+),/gm;
  const means = new Map<string, { value: number; n: number }>();
  for (const [, cds, year, value, n] of gunzipSync(readFileSync(outcomes)).toString().matchAll(row))
    means.set(`${cds} ${year}`, { value: Number(value), n: Number(n) });
  const changes: YearlyChange[] = [];
  for (const [key, after] of means) {
    const [cds, year] = key.split(' ');
    const before = means.get(`${cds} ${Number(year) - 1}`);
    if (before && after.n > 0 && before.n > 0)
      changes.push({
        change: after.value - before.value,
        before: before.n,
        after: after.n,
        period: Number(year),
      });
  }
  const answer = withinVariance(changes);
  assert.ok(answer.ok);
  assert.ok(changes.length > 1800, `${changes.length} changes`);
  const deviation = Math.sqrt(answer.variance);
  t.diagnostic(
    `${answer.pairs} changes, ${answer.setAside} set aside: ${deviation.toFixed(1)} points within, ` +
      `${Math.sqrt(answer.changeVariance).toFixed(1)} of real change`,
  );
  assert.ok(deviation > 100 && deviation < 130, String(deviation));
});
