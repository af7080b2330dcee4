import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readAnswers, readProp99, skipWithoutProp99 } from '../../../test/prop99.ts';
import type { PanelMethod, WeightSolver } from './effect.ts';
import { estimateEffect } from './estimateEffect.ts';
import { eventStudyCurve } from './eventStudyCurve.ts';
import type { Panel } from './panel.ts';

/** Two treated units from time 2, three donors. */
const panel: Panel = {
  units: 5,
  times: 4,
  outcomes: Float64Array.from(
    [
      [1, 3, 9, 8],
      [3, 3, 7, 10],
      [4, 2, 5, 6],
      [0, 1, 1, 2],
      [1, 1, 2, 5],
    ].flat(),
  ),
  treated: [0, 1],
  firstTreated: 2,
};

test('treated of 2, 3, 8 and 9 less weighted donors of 2.25, 1.5, 3.25 and 4.75, measured from either time before', () => {
  const weights = { donors: [2, 3, 4], donorWeights: Float64Array.of(0.5, 0.25, 0.25) };
  const curveFrom = (...timeWeights: number[]) => [
    ...eventStudyCurve(panel, { ...weights, timeWeights: Float64Array.from(timeWeights) }),
  ];
  assert.deepEqual(curveFrom(0, 0), [-0.25, 1.5, 4.75, 4.25]);
  assert.deepEqual(curveFrom(0, 1), [-1.75, 0, 3.25, 2.75]);
  assert.deepEqual(curveFrom(0.5, 0.5), [-0.875, 0.875, 4.125, 3.625]);
});

test('weights that do not fit the panel are a fault', () => {
  const ok = { donors: [2], donorWeights: Float64Array.of(1), timeWeights: new Float64Array(2) };
  assert.throws(() => eventStudyCurve(panel, { ...ok, donors: [2, 3] }), RangeError);
  assert.throws(() => eventStudyCurve(panel, { ...ok, timeWeights: new Float64Array(3) }), RangeError);
});

describe('Proposition 99, beside the effect curves of synthdid 0.0.9', { skip: skipWithoutProp99 }, () => {
  const curveOf = (method: PanelMethod, solver: WeightSolver) => {
    const { panel } = readProp99();
    const effect = estimateEffect(panel, { method, solver });
    assert.ok(effect.ok);
    return { curve: eventStudyCurve(panel, effect), effect, firstTreated: panel.firstTreated };
  };

  for (const method of ['sdid', 'sc', 'did'] as const)
    test(`${method}: all twelve years agree to 1e-9 with the weights of the package`, () => {
      const { curve, firstTreated } = curveOf(method, 'frank-wolfe');
      const answers = readAnswers<Record<PanelMethod, { effect_curve: number[] }>>('synthdid_prop99.json');
      const theirs = answers[method].effect_curve;
      assert.equal(theirs.length, 12);
      for (const [k, value] of theirs.entries()) {
        const found = curve[firstTreated + k] as number;
        assert.ok(Math.abs(found - value) < 1e-9, `${1989 + k}: ${found} is not ${value}`);
      }
    });

  for (const method of ['sdid', 'sc', 'did'] as const)
    test(`${method}: the mean from 1989 on is the estimate`, () => {
      const { curve, effect, firstTreated } = curveOf(method, 'exact');
      const after = curve.subarray(firstTreated);
      const mean = after.reduce((sum, value) => sum + value, 0) / after.length;
      assert.ok(Math.abs(mean - effect.estimate) < 1e-11, `${mean} is not ${effect.estimate}`);
    });
});
