import assert from 'node:assert/strict';
import { test } from 'node:test';
import { panelOfStates, readProp99, skipWithoutProp99 } from '../../../test/prop99.ts';
import type { Effect, PanelMethod, WeightSolver } from './effect.ts';
import { estimateEffect } from './estimateEffect.ts';
import { jackknifeError } from './jackknifeError.ts';
import type { Panel } from './panel.ts';

function estimate(panel: Panel, method: PanelMethod, solver: WeightSolver = 'exact'): Effect {
  const effect = estimateEffect(panel, { method, solver });
  assert.ok(effect.ok);
  return effect;
}

/** Written anew in R 4.2.2 from the paper's algorithms 1 and 3, with the steps of synthdid 0.0.9. */
const answers: readonly (readonly [PanelMethod, number, number])[] = [
  ['sdid', -9.61312853635326, 10.8112826451434],
  ['sc', -4.43652639354339, 23.3928202011732],
  ['did', -15.3442619137147, 22.2012118549234],
];

test('Alabama, California and Nevada treated: estimates and jackknife errors of R, 10.81128, 23.39282 and 22.20121', {
  skip: skipWithoutProp99,
}, () => {
  const prop99 = readProp99();
  const panel = panelOfStates(prop99, prop99.states, ['Alabama', 'California', 'Nevada']);
  for (const [method, expected, error] of answers) {
    const effect = estimate(panel, method, 'frank-wolfe');
    assert.ok(Math.abs(effect.estimate - expected) < 1e-9, method);
    const jackknife = jackknifeError(panel, effect);
    assert.ok(jackknife.ok);
    assert.ok(Math.abs(jackknife.standardError - error) < 1e-9, `${method} ${jackknife.standardError}`);
  }
});

const four: Panel = {
  units: 4,
  times: 3,
  outcomes: Float64Array.from([1, 1, 3, 2, 2, 5, 0, 0, 7, 4, 4, 12]),
  treated: [2, 3],
  firstTreated: 2,
};

test('changes of 2, 3 without and 7, 8 with treatment: effects 4.5, 5.5, 5.5, 4.5 without each, error sqrt(0.75)', () => {
  const jackknife = jackknifeError(four, estimate(four, 'did'));
  assert.ok(jackknife.ok);
  assert.deepEqual([...jackknife.effects], [4.5, 5.5, 5.5, 4.5]);
  assert.ok(Math.abs(jackknife.standardError - Math.sqrt(0.75)) < 1e-15);
});

test('one treated unit, or one donor with all the weight, has no jackknife', () => {
  const one = { ...four, treated: [3] };
  assert.deepEqual(jackknifeError(one, estimate(one, 'did')), {
    ok: false,
    reason: 'fewer than two treated units',
  });
  const lone = { ...four, treated: [1, 2, 3] };
  assert.deepEqual(jackknifeError(lone, estimate(lone, 'sdid')), {
    ok: false,
    reason: 'only one donor has weight',
  });
});
