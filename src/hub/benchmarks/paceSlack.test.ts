import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weightedSlope } from '../../stats/weightedSlope.ts';
import { paceSlack } from './paceSlack.ts';

const z = 1.6448536269514722;

function slackOf(variances: readonly [number, number, number], yearsLeft: number) {
  const line = weightedSlope(
    [10, 12, 14].map((value, x) => ({ x, value, variance: variances[x] as number })),
    0.9,
  );
  assert.ok(line.ok);
  return paceSlack(line, {
    direction: 'up',
    latest: { year: 2, value: 14, variance: variances[2] },
    target: { year: 2 + yearsLeft, value: 14 + 2 * yearsLeft },
    band: 0.15,
    level: 0.9,
  });
}

// slack = sum of c_i y_i + constant, so its variance is sum of c_i^2 v_i: computed here by that other route.

test('with equal variances and four years left the slack of 0.3 has variance (1/2)^2 + (1/2 + 0.85/4)^2', () => {
  const { value, interval } = slackOf([1, 1, 1], 4);
  assert.ok(Math.abs(value - 0.3) < 1e-12);
  assert.ok(Math.abs(interval[1] - value - z * Math.sqrt(0.25 + 0.7125 ** 2)) < 1e-12);
});

test('with one year left its variance is 2.0725, four times that of the slope alone', () => {
  const { value, interval } = slackOf([1, 1, 1], 1);
  assert.ok(Math.abs(value - interval[0] - z * Math.sqrt(2.0725)) < 1e-12);
});

test('with variances 1, 2 and 4 the slope is made of -8/13, 3/13 and 5/13 of the results', () => {
  // Weights 1, 1/2, 1/4: mean year 4/7, S = 13/14, c = w (x - 4/7) / S.
  const c = [-8 / 13, 3 / 13, 5 / 13] as const;
  const { value, interval } = slackOf([1, 2, 4], 4);
  const variance = c[0] ** 2 + 2 * c[1] ** 2 + 4 * (c[2] + 0.2125) ** 2;
  assert.ok(Math.abs(interval[1] - value - z * Math.sqrt(variance)) < 1e-12);
});
