import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { normalQuantile } from '../normalQuantile.ts';
import { withinVariance } from '../withinVariance.ts';
import { overdispersion, type RateChange } from './overdispersion.ts';

/**
 * Two years of `units` units with 30 to 900 students, who decide in households of `household`: the variance of a
 * count is then `household` times the binomial one, exactly. Rates lie between 10 and 40 % and really change by
 * `moved` points, give or take.
 */
function simulated(units: number, household: number, moved: number): RateChange[] {
  const generator = xoroshiro128plus(1986);
  const uniform = () => uniformFloat64(generator);
  const year = (n: number, share: number) => {
    let numerator = 0;
    for (let i = 0; i < n / household; i++) if (uniform() < share) numerator += household;
    return { numerator, n };
  };
  return Array.from({ length: units }, (_, unit) => {
    const n = household * Math.ceil((30 * 30 ** uniform()) / household);
    const share = 0.1 + 0.3 * uniform();
    const after = Math.min(
      1,
      Math.max(0, share + 0.02 + (moved / 100) * normalQuantile(uniform() + 2 ** -60)),
    );
    return { before: year(n, share), after: year(n, after), period: unit % 2 };
  });
}

for (const [household, moved] of [
  [1, 0],
  [3, 0],
  [3, 2],
] as const)
  test(`1,500 simulated units with households of ${household} and ${moved} points of real change show a factor of ${household}`, (t) => {
    const answer = overdispersion(simulated(1500, household, moved));
    assert.ok(answer.ok);
    const { estimated, factor, changeVariance } = answer;
    t.diagnostic(
      `factor ${estimated.toFixed(3)}, ${Math.sqrt(changeVariance).toFixed(2)} points of real change`,
    );
    assert.ok(Math.abs(estimated / household - 1) < 0.08, String(estimated));
    assert.ok(Math.abs(Math.sqrt(changeVariance) - moved) < 0.6, String(changeVariance));
    assert.equal(factor, Math.max(1, estimated));
  });

test('20 mergers among 1,500 units, from 20 to 90 %, are set aside and move the factor by less than 1 %', () => {
  const plain = overdispersion(simulated(1500, 3, 2));
  const merger = { before: { numerator: 80, n: 400 }, after: { numerator: 360, n: 400 }, period: 0 };
  const merged = overdispersion([...simulated(1500, 3, 2), ...Array.from({ length: 20 }, () => merger)]);
  assert.ok(plain.ok && merged.ok);
  assert.equal(merged.setAside, plain.setAside + 20);
  assert.ok(Math.abs(merged.estimated / plain.estimated - 1) < 0.01);
});

test('with equal numbers in both years it is the within variance over the binomial variance of both years', () => {
  // All shares of both years together are a quarter, so V = 1875 / n but for the half student of Jeffreys.
  const changes = Array.from({ length: 60 }, (_, i) => {
    const n = 400 * (1 + (i % 5));
    const away = (i % 2 ? 1 : -1) * Math.round(Math.sqrt(n) * 0.4);
    return {
      before: { numerator: n / 4 - away, n },
      after: { numerator: n / 4 + away, n },
      period: 1,
    };
  });
  const answer = overdispersion(changes);
  const within = withinVariance(
    changes.map(({ before, after, period }) => ({
      change: (100 * (after.numerator - before.numerator)) / before.n,
      before: before.n,
      after: after.n,
      period,
    })),
  );
  assert.ok(answer.ok && within.ok);
  assert.ok(Math.abs(answer.estimated / (within.variance / 1875) - 1) < 2e-3);
});

test('students who all stay and never change their mind give an estimate below 1 and a factor of 1', () => {
  const still = Array.from({ length: 40 }, (_, i) => {
    const n = 50 * (1 + (i % 4));
    return {
      before: { numerator: 10 + (i % 3), n },
      after: { numerator: 10 + ((i + 1) % 3), n },
      period: 1,
    };
  });
  const answer = overdispersion(still);
  assert.ok(answer.ok);
  assert.ok(answer.estimated < 1);
  assert.equal(answer.factor, 1);
});

test('29 changes are too few; 12 of 10 students and 0 students are refused', () => {
  assert.deepEqual(overdispersion(simulated(29, 1, 0)), { ok: false, reason: 'fewer than 30 changes' });
  const fine = { numerator: 1, n: 10 };
  assert.throws(
    () => overdispersion([{ before: { numerator: 12, n: 10 }, after: fine, period: 1 }]),
    /12 of 10/,
  );
  assert.throws(() => overdispersion([{ before: fine, after: { numerator: 0, n: 0 }, period: 1 }]), /0 of 0/);
});

const outcomes = '../shared/data/california/outcomes-2023-2025/district_observations.csv.gz';

test('suspension in California districts varies 2 to 3.5 times as much as single students would make it', (t) => {
  if (!existsSync(outcomes)) return t.skip(`NOT RUN: ${outcomes} is not there`);
  const row = /^district,(\d{14}),(?:"[^"]*"|[^,]*),\d{4}-(\d\d),suspension_rate,all,[\d.]*,(\d+),(\d+),/gm;
  const rates = new Map<string, RateChange['before']>();
  for (const [, cds, year, numerator, n] of gunzipSync(readFileSync(outcomes)).toString().matchAll(row))
    if (Number(n) > 0) rates.set(`${cds} ${year}`, { numerator: Number(numerator), n: Number(n) });
  const changes = [...rates].flatMap(([key, after]) => {
    const [cds, year] = key.split(' ');
    const before = rates.get(`${cds} ${Number(year) - 1}`);
    return before ? [{ before, after, period: Number(year) }] : [];
  });
  const answer = overdispersion(changes);
  assert.ok(answer.ok);
  assert.ok(changes.length > 1800, `${changes.length} changes`);
  t.diagnostic(
    `${answer.pairs} changes, ${answer.setAside} set aside: factor ${answer.factor.toFixed(2)}, ` +
      `${Math.sqrt(answer.changeVariance).toFixed(2)} points of real change`,
  );
  assert.ok(answer.factor > 2 && answer.factor < 3.5, String(answer.factor));
});
