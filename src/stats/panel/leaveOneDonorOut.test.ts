import assert from 'node:assert/strict';
import { test } from 'node:test';
import { panelOfStates, readProp99, skipWithoutProp99 } from '../../../test/prop99.ts';
import { estimateEffect } from './estimateEffect.ts';
import { leaveOneDonorOut } from './leaveOneDonorOut.ts';

test('Proposition 99: without each of its 6 donors, synthetic control is what a panel without that state gives', {
  skip: skipWithoutProp99,
}, () => {
  const prop99 = readProp99();
  const effect = estimateEffect(prop99.panel, { method: 'sc' });
  assert.ok(effect.ok);
  const left = leaveOneDonorOut(prop99.panel, effect);
  assert.ok(left.ok);
  const names = left.without.map(({ row }) => prop99.states[row] as string);
  assert.deepEqual(names, ['Colorado', 'Connecticut', 'Montana', 'Nevada', 'New Hampshire', 'Utah']);
  assert.ok(Math.abs(left.without.reduce((sum, { weight }) => sum + weight, 0) - 1) < 1e-12);
  for (const [k, { estimate }] of left.without.entries()) {
    const others = prop99.states.filter((state) => state !== names[k]);
    const alone = estimateEffect(panelOfStates(prop99, others, ['California']), { method: 'sc' });
    assert.ok(alone.ok);
    assert.ok(Math.abs(alone.estimate - estimate) < 1e-9, names[k]);
  }
  const estimates = left.without.map(({ estimate }) => estimate);
  assert.deepEqual([left.lowest, left.highest], [Math.min(...estimates), Math.max(...estimates)]);
  assert.ok(left.lowest < effect.estimate && effect.estimate < left.highest);
});

test('an effect of 5 that rests on one of two equal donors stays without it; a lone donor cannot be left out', () => {
  const panel = {
    units: 3,
    times: 4,
    outcomes: Float64Array.from([1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 8, 9]),
    treated: [2],
    firstTreated: 2,
  };
  const effect = estimateEffect(panel, { method: 'sc' });
  assert.ok(effect.ok);
  const left = leaveOneDonorOut(panel, effect);
  assert.ok(left.ok);
  assert.deepEqual(left.without, [
    { row: 0, weight: 0.5, estimate: 5 },
    { row: 1, weight: 0.5, estimate: 5 },
  ]);
  const lone = { ...panel, units: 2, outcomes: panel.outcomes.slice(4), treated: [1] };
  const alone = estimateEffect(lone, { method: 'sc' });
  assert.ok(alone.ok);
  assert.deepEqual(leaveOneDonorOut(lone, alone), { ok: false, reason: 'there is only one donor' });
});
