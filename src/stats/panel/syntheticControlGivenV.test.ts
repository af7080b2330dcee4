import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAnswers, skipWithoutProp99 } from '../../../test/prop99.ts';
import { syntheticControlGivenV } from './syntheticControlGivenV.ts';

type Synth = {
  readonly X0: readonly (readonly number[])[];
  readonly X1: readonly (readonly number[])[];
  readonly v: readonly number[];
  readonly 'loss.w': number;
};

test('the Basque country is .850800236796 Cataluna and .149199763204 Madrid given V, closer than Synth 1.1-8 came', {
  skip: skipWithoutProp99,
}, () => {
  const { X0, X1, v, 'loss.w': lossOfSynth } = readAnswers<Synth>('synth_basque.json');
  const found = syntheticControlGivenV({
    donorPredictors: Float64Array.from(X0.flat()),
    treatedPredictors: Float64Array.from(X1.flat()),
    importance: Float64Array.from(v),
  });
  const expected = X0[0]?.map((_, j) => (j === 8 ? 0.850800236796 : j === 12 ? 0.149199763204 : 0)) ?? [];
  for (const [j, weight] of expected.entries())
    assert.ok(Math.abs((found.weights[j] as number) - weight) < 1e-12, `${j} ${found.weights[j]}`);
  assert.ok(Math.abs(found.loss - 0.246696565865) < 1e-12);
  assert.ok(found.loss < lossOfSynth);
  assert.ok(found.certificate.unique && found.certificate.stationarity < 1e-14);
});

const small = {
  donorPredictors: Float64Array.from([0, 4, 9, 0, 0, 5]),
  treatedPredictors: Float64Array.from([1, 0]),
  importance: Float64Array.from([1, 1]),
};

test('0.75 of a donor at 0 and 0.25 of one at 4 make 1, whatever the units of a predictor and the sum of V', () => {
  for (const [factor, sum] of [
    [1, 1],
    [1000, 1],
    [1, 7],
  ] as const) {
    const { weights, loss } = syntheticControlGivenV({
      donorPredictors: small.donorPredictors.map((value, k) => (k < 3 ? factor * value : value)),
      treatedPredictors: small.treatedPredictors.map((value, k) => (k < 1 ? factor * value : value)),
      importance: small.importance.map((value) => sum * value),
    });
    for (const [j, expected] of [0.75, 0.25, 0].entries())
      assert.ok(Math.abs((weights[j] as number) - expected) < 1e-12, String(weights));
    assert.ok(loss < 1e-24);
  }
});

test('a predictor that never varies is left out; importance that is negative or nowhere positive is a fault', () => {
  const constant = {
    donorPredictors: Float64Array.from([0, 4, 9, 3, 3, 3]),
    treatedPredictors: Float64Array.from([4, 3]),
    importance: Float64Array.from([1, 1]),
  };
  assert.ok((syntheticControlGivenV(constant).weights[1] as number) > 0.3);
  assert.throws(() => syntheticControlGivenV({ ...small, importance: Float64Array.of(1, -1) }), RangeError);
  assert.throws(() => syntheticControlGivenV({ ...small, importance: Float64Array.of(0, 0) }), RangeError);
  assert.throws(() => syntheticControlGivenV({ ...small, importance: Float64Array.of(1) }), RangeError);
});
