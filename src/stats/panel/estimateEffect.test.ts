import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAnswers, readProp99, skipWithoutProp99 } from '../../../test/prop99.ts';
import type { Effect, PanelMethod, WeightSolver } from './effect.ts';
import { estimateEffect } from './estimateEffect.ts';
import type { Panel } from './panel.ts';

type Weights = {
  readonly omega: Record<string, number | string>;
  readonly lambda: Record<string, number | string>;
};

function estimate(panel: Panel, method: PanelMethod, solver: WeightSolver = 'exact'): Effect {
  const effect = estimateEffect(panel, { method, solver });
  assert.ok(effect.ok);
  return effect;
}

function near(found: number, expected: number, tolerance: number, what = ''): void {
  assert.ok(Math.abs(found - expected) <= tolerance, `${what} ${found} is not ${expected} to ${tolerance}`);
}

function weightsMustBe(effect: Effect, expected: Weights): void {
  const { states, years } = readProp99();
  for (const [k, row] of effect.donors.entries()) {
    const state = states[row] as string;
    near(effect.donorWeights[k] as number, Number(expected.omega[state] ?? 0), 1e-9, state);
  }
  for (const [t, weight] of effect.timeWeights.entries())
    near(weight, Number(expected.lambda[String(years[t])] ?? 0), 1e-9, String(years[t]));
}

test('Proposition 99: exactly -15.6053979163, -19.5136297684 and -27.3491110836 packs, to 1e-10', {
  skip: skipWithoutProp99,
}, () => {
  const { panel } = readProp99();
  near(estimate(panel, 'sdid').estimate, -15.605397916328574, 1e-10);
  near(estimate(panel, 'sc').estimate, -19.513629768418589, 1e-10);
  near(estimate(panel, 'did').estimate, -27.3491110836149, 1e-10);
});

test('Proposition 99: the weights are those of 60-digit arithmetic to 1e-9, with the proof', {
  skip: skipWithoutProp99,
}, () => {
  const { panel } = readProp99();
  const exact = readAnswers<Record<'sdid' | 'sc', Weights>>('prop99_exact.json');
  for (const method of ['sdid', 'sc'] as const) {
    const effect = estimate(panel, method);
    weightsMustBe(effect, exact[method]);
    const certificates = [effect.unitCertificate, ...(method === 'sdid' ? [effect.timeCertificate] : [])];
    for (const certificate of certificates) {
      assert.ok(certificate);
      assert.ok(certificate.stationarity < 1e-14 && certificate.dual === 0 && certificate.primal < 1e-14);
      assert.ok(certificate.unique && (certificate.smallestInactiveMultiplier as number) > 1e-3);
    }
  }
  assert.equal(estimate(panel, 'sc').timeCertificate, null);
  assert.equal(estimate(panel, 'did').unitCertificate, null);
});

test('Proposition 99: Frank-Wolfe stops where synthdid 0.0.9 does, at -15.6038278727 and -19.6196634709', {
  skip: skipWithoutProp99,
}, () => {
  const { panel } = readProp99();
  const answers =
    readAnswers<Record<PanelMethod, Weights & { estimate: number; effect_curve: number[] }>>(
      'synthdid_prop99.json',
    );
  for (const method of ['sdid', 'sc', 'did'] as const) {
    const effect = estimate(panel, method, 'frank-wolfe');
    near(effect.estimate, answers[method].estimate, 1e-9, method);
    weightsMustBe(effect, answers[method]);
    for (const [k, expected] of answers[method].effect_curve.entries()) {
      const t = panel.firstTreated + k;
      near((effect.treatedPath[t] as number) - (effect.syntheticPath[t] as number), expected, 1e-9, method);
    }
    assert.equal(effect.unitCertificate, null);
  }
});

test('a panel that allows no estimate is refused with the reason', () => {
  const panel = {
    units: 3,
    times: 4,
    outcomes: Float64Array.from([1, 2, 3, 4, 2, 3, 4, 5, 9, 8, 7, 1]),
    treated: [2],
    firstTreated: 2,
  };
  const reasonOf = (changed: Partial<Panel>) => {
    const effect = estimateEffect({ ...panel, ...changed }, { method: 'sdid' });
    return effect.ok ? 'none' : effect.reason;
  };
  assert.equal(reasonOf({}), 'none');
  assert.equal(reasonOf({ treated: [] }), 'nobody is treated');
  assert.equal(reasonOf({ treated: [0, 1, 2] }), 'everybody is treated');
  assert.equal(reasonOf({ firstTreated: 1 }), 'fewer than two times before treatment');
  assert.equal(reasonOf({ firstTreated: 0 }), 'fewer than two times before treatment');
  assert.equal(reasonOf({ firstTreated: 4 }), 'no time after treatment');
  assert.equal(reasonOf({ outcomes: new Float64Array(12).fill(7) }), 'the outcome never varies');
  assert.throws(
    () => reasonOf({ outcomes: new Float64Array(11) }),
    /11 outcomes are not those of 3 units at 4 times/,
  );
  assert.throws(() => reasonOf({ outcomes: new Float64Array(12).fill(Number.NaN) }), RangeError);
  assert.throws(() => reasonOf({ treated: [2, 1] }), /ascend/);
  assert.throws(() => reasonOf({ treated: [3] }), RangeError);
  assert.throws(() => reasonOf({ firstTreated: 1.5 }), RangeError);
});

test('one donor has all the weight: its own change is taken from that of the treated', () => {
  const panel = {
    units: 2,
    times: 4,
    outcomes: Float64Array.from([1, 3, 4, 6, 10, 12, 20, 24]),
    treated: [1],
    firstTreated: 2,
  };
  assert.equal(estimate(panel, 'did').estimate, 8);
  assert.equal(estimate(panel, 'sdid').estimate, 8);
  assert.equal(estimate(panel, 'sc').estimate, 17);
  for (const method of ['sdid', 'sc', 'did'] as const)
    assert.deepEqual([...estimate(panel, method).donorWeights], [1]);
  assert.equal(estimate(panel, 'sc').preFitError, 9);
  assert.equal(estimate(panel, 'did').preFitError, 0);
  assert.deepEqual([...estimate(panel, 'did').syntheticPath], [10, 12, 13, 15]);
});
