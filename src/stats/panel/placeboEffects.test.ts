import assert from 'node:assert/strict';
import { test } from 'node:test';
import { panelOfStates, readAnswers, readProp99, skipWithoutProp99 } from '../../../test/prop99.ts';
import type { PanelMethod, WeightSolver } from './effect.ts';
import { estimateEffect } from './estimateEffect.ts';
import type { Panel } from './panel.ts';
import { type PlaceboEffects, type PlaceboOptions, placeboEffects } from './placeboEffects.ts';

function placebosOf(
  panel: Panel,
  method: PanelMethod,
  solver: WeightSolver = 'exact',
  options: PlaceboOptions = {},
): PlaceboEffects {
  const effect = estimateEffect(panel, { method, solver });
  assert.ok(effect.ok);
  const placebos = placeboEffects(panel, effect, options);
  assert.ok(placebos.ok);
  return placebos;
}

function near(found: number, expected: number, tolerance: number, what = ''): void {
  assert.ok(Math.abs(found - expected) <= tolerance, `${what} ${found} is not ${expected} to ${tolerance}`);
}

test('Proposition 99: all 38 placebos, each as in 60-digit arithmetic; errors 9.37118, 10.63305 and 17.28680', {
  skip: skipWithoutProp99,
}, () => {
  const { panel, states } = readProp99();
  const answers =
    readAnswers<Record<PanelMethod, { values: Record<string, string> }>>('prop99_placebo_exact.json');
  const errors = { sdid: 9.37118000307823, sc: 10.6330457295299, did: 17.2868000787261 };
  for (const method of ['sdid', 'sc', 'did'] as const) {
    const { made, placebos, standardError, monteCarloError } = placebosOf(panel, method);
    assert.equal(made, 'enumerated');
    assert.equal(monteCarloError, null);
    assert.equal(placebos.length, 38);
    near(standardError, errors[method], 1e-10, method);
    for (const { rows, effect } of placebos) {
      const state = states[rows[0] as number] as string;
      near(effect, Number(answers[method].values[state]), 1e-9, `${method} ${state}`);
    }
  }
});

test('Proposition 99: only Rhode Island is further from zero than California, so p is 2 / 39', {
  skip: skipWithoutProp99,
}, () => {
  assert.equal(placebosOf(readProp99().panel, 'sdid').p, 2 / 39);
});

test('Proposition 99: placebos of the package itself, all made, have errors 9.37091724146 and 10.61954590093', {
  skip: skipWithoutProp99,
}, () => {
  const { panel } = readProp99();
  near(placebosOf(panel, 'sdid', 'frank-wolfe').standardError, 9.37091724145689, 1e-9);
  near(placebosOf(panel, 'sc', 'frank-wolfe').standardError, 10.6195459009264, 1e-9);
});

test('a placebo fits the times before as the estimate on the panel without the treated does: all 38 states, to 1e-6', {
  skip: skipWithoutProp99,
}, () => {
  const { panel, states } = readProp99();
  const { times } = panel;
  const [california] = panel.treated as [number];
  const outcomes = Float64Array.from([
    ...panel.outcomes.subarray(0, california * times),
    ...panel.outcomes.subarray((california + 1) * times),
  ]);
  for (const method of ['sc', 'did'] as const)
    for (const { rows, preFitError } of placebosOf(panel, method).placebos) {
      const [row] = rows as [number];
      const treated = [row > california ? row - 1 : row];
      const alone = estimateEffect({ ...panel, units: panel.units - 1, outcomes, treated }, { method });
      assert.ok(alone.ok);
      near(preFitError, alone.preFitError, 1e-6, `${method} ${states[row]}`);
    }
});

/** Made in R 4.2.2 from the paper's algorithms 1 and 4, with the steps of synthdid 0.0.9: deviation, p, first effect. */
const pairs: readonly (readonly [PanelMethod, number, number, number])[] = [
  ['sdid', 6.1806863736377, 14 / 37, 13.3780208441191],
  ['sc', 12.0203255592463, 14 / 37, 13.297846964461],
  ['did', 10.129595417353, 9 / 37, 21.6369359709398],
];
const eleven =
  'Alabama Arkansas California Colorado Connecticut Delaware Georgia Idaho Illinois Indiana Iowa'.split(' ');

test('two of eleven states treated: all 36 pairs of donors as in R, to 1e-9', {
  skip: skipWithoutProp99,
}, () => {
  const panel = panelOfStates(readProp99(), eleven, ['California', 'Delaware']);
  for (const [method, error, p, first] of pairs) {
    const found = placebosOf(panel, method, 'frank-wolfe');
    assert.equal(found.placebos.length, 36);
    assert.deepEqual(found.placebos[0]?.rows, [0, 1]);
    near(found.placebos[0]?.effect as number, first, 1e-9, method);
    near(found.standardError, error, 1e-9, method);
    near(found.p, p, 1e-15, method);
  }
});

test('drawn pairs come to the same figures within their Monte Carlo errors, and say how large these are', {
  skip: skipWithoutProp99,
}, () => {
  const panel = panelOfStates(readProp99(), eleven, ['California', 'Delaware']);
  const all = placebosOf(panel, 'did');
  const told: number[] = [];
  const drawn = placebosOf(panel, 'did', 'exact', {
    most: 35,
    replications: 3000,
    seed: 4,
    onProgress: (done, of) => told.push(done / of),
  });
  assert.equal(drawn.made, 'drawn');
  assert.equal(drawn.placebos.length, 3000);
  assert.equal(told.at(-1), 1);
  assert.ok(drawn.monteCarloError);
  near(drawn.standardError, all.standardError, 3 * drawn.monteCarloError.standardError);
  near(drawn.p, 8 / 36, 3 * drawn.monteCarloError.p);
  assert.ok(drawn.monteCarloError.standardError < 0.03 * drawn.standardError);
  const again = placebosOf(panel, 'did', 'exact', { most: 35, replications: 3000, seed: 4 });
  assert.deepEqual(again, drawn);
});

test('with one treated unit placebos are never drawn, whatever is asked for', {
  skip: skipWithoutProp99,
}, () => {
  const found = placebosOf(readProp99().panel, 'did', 'exact', { most: 1, replications: 5 });
  assert.equal(found.made, 'enumerated');
  assert.equal(found.placebos.length, 38);
});

test('as many treated units as donors leave no placebo', () => {
  const panel = {
    units: 4,
    times: 3,
    outcomes: Float64Array.from([1, 1, 3, 2, 2, 5, 0, 0, 7, 4, 4, 12]),
    treated: [2, 3],
    firstTreated: 2,
  };
  const effect = estimateEffect(panel, { method: 'did' });
  assert.ok(effect.ok);
  assert.deepEqual(placeboEffects(panel, effect), {
    ok: false,
    reason: 'not more donors than treated units',
  });
});
