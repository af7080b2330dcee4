import assert from 'node:assert/strict';
import { test } from 'node:test';
import { samplingVarianceOfMean, samplingVarianceOfPercent } from './samplingVariance.ts';

function close(actual: number, expected: number): void {
  assert.ok(Math.abs(actual / expected - 1) < 1e-12, `${actual} is not ${expected}`);
}

test('0 of 12 and 12 of 12 have the variance 15625/507, not 0', () => {
  close(samplingVarianceOfPercent(0, 12), 15625 / 507);
  close(samplingVarianceOfPercent(12, 12), 15625 / 507);
});

test('2,291 of 4,369 vary by 0.571 squared points, the plain share within a millionth of it', () => {
  // Python's fractions: 10000*F(4583,8740)*F(4157,8740)/4369
  close(samplingVarianceOfPercent(2291, 4369), 476288275 / 834343561);
  const plain = (10_000 * (2291 / 4369) * (2078 / 4369)) / 4369;
  assert.ok(Math.abs(samplingVarianceOfPercent(2291, 4369) / plain - 1) < 2e-6);
});

test('over all outcomes of 20 students at 5 % it averages 283/88200 of 100 squared, and never falls below the plain one', () => {
  let mean = 0;
  let ways = 1;
  for (let count = 0; count <= 20; count++) {
    const variance = samplingVarianceOfPercent(count, 20);
    const plain = (10_000 * (count / 20) * (1 - count / 20)) / 20;
    assert.ok(variance > 0 && variance >= plain - 1e-12);
    mean += ways * 0.05 ** count * 0.95 ** (20 - count) * variance;
    ways = (ways * (20 - count)) / (count + 1);
  }
  close(mean, (283 / 88200) * 10_000);
});

test('a mean over 400 students who vary by 120 points has a standard error of 6', () => {
  assert.equal(samplingVarianceOfMean(120 ** 2, 400), 36);
});

test('5 of 4, no students and a variance of 0 are faults', () => {
  assert.throws(() => samplingVarianceOfPercent(5, 4), RangeError);
  assert.throws(() => samplingVarianceOfPercent(0, 0), RangeError);
  assert.throws(() => samplingVarianceOfMean(1, 0), RangeError);
  assert.throws(() => samplingVarianceOfMean(0, 10), RangeError);
});
