import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readProp99, skipWithoutProp99 } from '../../../test/prop99.ts';
import { inTimePlacebo } from './inTimePlacebo.ts';
import type { Panel } from './panel.ts';

/** Written anew in R 4.2.2 from the paper's algorithm 1, with the steps of synthdid 0.0.9. */
const answers = [
  ['sdid', -1.56704000029901],
  ['sc', -3.05624759946534],
  ['did', -11.0077441863577],
] as const;

test('Proposition 99 pretended in 1981: R finds -1.57, -3.06 and -11.01 packs where nothing had happened', {
  skip: skipWithoutProp99,
}, () => {
  const { panel, years } = readProp99();
  for (const [method, expected] of answers) {
    const placebo = inTimePlacebo(panel, { method, solver: 'frank-wolfe' });
    assert.ok(placebo.ok);
    assert.equal(years[placebo.pretended], 1981);
    assert.ok(Math.abs(placebo.effect.estimate - expected) < 1e-9, `${method} ${placebo.effect.estimate}`);
    assert.equal(placebo.effect.treatedPath.length, 19);
  }
});

const panel: Panel = {
  units: 2,
  times: 5,
  outcomes: Float64Array.from([1, 1, 1, 1, 1, 3, 3, 5, 100, 1000]),
  treated: [1],
  firstTreated: 3,
};

test('what comes after the real start is not looked at: a rise of 2 just before it is a placebo of 2', () => {
  const placebo = inTimePlacebo(panel, { method: 'did' });
  assert.ok(placebo.ok);
  assert.equal(placebo.pretended, 2);
  assert.equal(placebo.effect.estimate, 2);
});

test('two times before leave none to pretend in; a start outside them is a fault', () => {
  assert.deepEqual(inTimePlacebo({ ...panel, firstTreated: 2 }, { method: 'did' }), {
    ok: false,
    reason: 'fewer than three times before treatment',
  });
  assert.deepEqual(inTimePlacebo({ ...panel, treated: [] }, { method: 'did' }), {
    ok: false,
    reason: 'nobody is treated',
  });
  for (const pretended of [0, 1, 3, 2.5])
    assert.throws(() => inTimePlacebo(panel, { method: 'did', pretended }), RangeError);
});
