import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maximiseVariance } from './maximiseVariance.ts';

/** Two bells over the logarithm of the variance, around 0.01 and 100, the second `tall` times as high. */
function twoTops(tall: number) {
  const height = (log: number) => Math.exp(-((log + 2) ** 2)) + tall * Math.exp(-((log - 2) ** 2));
  return (variance: number) => {
    const log = Math.log10(variance + 1e-9);
    const slope =
      -2 * (log + 2) * Math.exp(-((log + 2) ** 2)) - 2 * (log - 2) * tall * Math.exp(-((log - 2) ** 2));
    const score = slope / ((variance + 1e-9) * Math.LN10);
    return {
      logLikelihood: height(log),
      slope: () => ({ score, information: 0.4 / (variance + 1e-9) ** 2 }),
    };
  };
}

test('of two tops the higher one is found, on either side', () => {
  for (const [tall, top] of [
    [2, 100],
    [0.5, 0.01],
  ] as const) {
    const { variance, converged } = maximiseVariance(twoTops(tall), 1);
    assert.equal(converged, true);
    assert.ok(Math.abs(variance / top - 1) < 1e-4, String(variance));
  }
});

test('a likelihood that falls from 0 has its maximum there; one that peaks at 1e9 scales is still found', () => {
  const falling = maximiseVariance(
    (a) => ({ logLikelihood: -a, slope: () => ({ score: -1, information: 1 }) }),
    1,
  );
  assert.deepEqual(falling, { variance: 0, iterations: 0, converged: true });
  const far = maximiseVariance(
    (a) => ({
      logLikelihood: -((a - 1e9) ** 2) / 1e18,
      slope: () => ({ score: (1e9 - a) / 1e18, information: 1e-18 }),
    }),
    1,
  );
  assert.ok(Math.abs(far.variance / 1e9 - 1) < 1e-11, String(far.variance));
});

test('a useless curvature, a million times too small or too large, still ends at the top', () => {
  for (const factor of [1e-6, 1e6]) {
    const { variance, iterations } = maximiseVariance(
      (a) => ({
        logLikelihood: -((a - 3) ** 2),
        slope: () => ({ score: 2 * (3 - a), information: 2 * factor }),
      }),
      1,
    );
    assert.ok(iterations <= 200);
    assert.ok(Math.abs(variance - 3) < 1e-6, `${variance} after ${iterations}`);
  }
});
