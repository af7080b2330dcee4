import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalCdf } from './normalCdf.ts';
import { normalQuantile } from './normalQuantile.ts';

test('the normal quantile has 14 right digits down to a share of 1e-300', () => {
  // scipy 1.17: norm.ppf(p)
  for (const [p, expected] of [
    [1e-300, -37.0470962993612],
    [1e-20, -9.262340089798409],
    [1e-10, -6.361340902404056],
    [0.001, -3.090232306167813],
    [0.025, -1.9599639845400545],
    [0.3, -0.5244005127080409],
    [0.975, 1.959963984540054],
  ] as const)
    assert.ok(Math.abs(normalQuantile(p) / expected - 1) < 1e-14, `${p}: ${normalQuantile(p)}`);
  assert.equal(normalQuantile(0.5), 0);
});

test('999 shares come back through the normal share to 1e-14', () => {
  for (let i = 1; i < 1000; i++) {
    const back = normalCdf(normalQuantile(i / 1000));
    assert.ok(Math.abs(back - i / 1000) < 1e-14, `${i}: ${back}`);
  }
});

test('0 and 1 lie at the infinities, 1.5 nowhere', () => {
  assert.equal(normalQuantile(0), -Infinity);
  assert.equal(normalQuantile(1), Infinity);
  assert.throws(() => normalQuantile(1.5), RangeError);
  assert.throws(() => normalQuantile(Number.NaN), RangeError);
});
