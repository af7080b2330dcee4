import assert from 'node:assert/strict';
import { test } from 'node:test';
import { panelOfStates, readProp99, skipWithoutProp99 } from '../../../test/prop99.ts';
import { type BootstrapError, type BootstrapOptions, bootstrapError } from './bootstrapError.ts';
import type { PanelMethod, WeightSolver } from './effect.ts';
import { estimateEffect } from './estimateEffect.ts';
import type { Panel } from './panel.ts';

function bootstrap(
  panel: Panel,
  method: PanelMethod,
  solver: WeightSolver,
  options: BootstrapOptions,
): BootstrapError {
  const effect = estimateEffect(panel, { method, solver });
  assert.ok(effect.ok);
  const found = bootstrapError(panel, effect, options);
  assert.ok(found.ok);
  return found;
}

/** All 224 draws of four units in which somebody is treated and somebody is not, made in R 4.2.2: their deviation. */
const answers: readonly (readonly [PanelMethod, number])[] = [
  ['sdid', 5.45095538025323],
  ['sc', 18.4758006888966],
  ['did', 5.13894029127064],
];

test('4,000 draws of Colorado, Connecticut, California and Nevada come to what all 224 in R do: 5.45, 18.48, 5.14', {
  skip: skipWithoutProp99,
}, () => {
  const states = ['Colorado', 'Connecticut', 'California', 'Nevada'];
  const panel = panelOfStates(readProp99(), states, ['California', 'Nevada']);
  for (const [method, expected] of answers) {
    const found = bootstrap(panel, method, 'frank-wolfe', { replications: 4000, seed: 3 });
    assert.ok(found.monteCarloError < 0.02 * expected && found.monteCarloError > 0);
    const distance = Math.abs(found.standardError - expected);
    assert.ok(distance < 3 * found.monteCarloError, `${method} ${found.standardError}`);
  }
});

test('three of 39 states treated: each of 60 exact draws within 1 pack of where synthdid stops', {
  skip: skipWithoutProp99,
}, () => {
  const prop99 = readProp99();
  const panel = panelOfStates(prop99, prop99.states, ['Alabama', 'California', 'Nevada']);
  const exact = bootstrap(panel, 'sdid', 'exact', { replications: 60, seed: 5 });
  const stopped = bootstrap(panel, 'sdid', 'frank-wolfe', { replications: 60, seed: 5 });
  for (const [k, effect] of exact.effects.entries())
    assert.ok(Math.abs(effect - (stopped.effects[k] as number)) < 1, `${effect} and ${stopped.effects[k]}`);
});

const panel: Panel = {
  units: 4,
  times: 3,
  outcomes: Float64Array.from([1, 1, 3, 2, 2, 5, 0, 0, 7, 4, 4, 12]),
  treated: [2, 3],
  firstTreated: 2,
};

test('the same seed gives the same draws, another seed others; progress is told after each', () => {
  const told: number[] = [];
  const onProgress = (done: number) => told.push(done);
  const first = bootstrap(panel, 'did', 'exact', { replications: 5, seed: 1, onProgress });
  assert.deepEqual(told, [1, 2, 3, 4, 5]);
  assert.deepEqual(bootstrap(panel, 'did', 'exact', { replications: 5, seed: 1 }), first);
  assert.notDeepEqual(bootstrap(panel, 'did', 'exact', { replications: 5, seed: 2 }).effects, first.effects);
});

test('one treated unit has no bootstrap', () => {
  const one = { ...panel, treated: [3] };
  const effect = estimateEffect(one, { method: 'did' });
  assert.ok(effect.ok);
  assert.deepEqual(bootstrapError(one, effect), { ok: false, reason: 'fewer than two treated units' });
});
