import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readProp99, skipWithoutProp99 } from '../../../test/prop99.ts';
import type { Effect, PanelMethod } from './effect.ts';
import { estimateEffect } from './estimateEffect.ts';
import { eventStudy } from './eventStudy.ts';
import { type EffectEventStudy, eventStudyOfEffect } from './eventStudyOfEffect.ts';
import type { Panel } from './panel.ts';
import { placeboEffects } from './placeboEffects.ts';

function effectOf(panel: Panel, method: PanelMethod): Effect {
  const effect = estimateEffect(panel, { method });
  assert.ok(effect.ok);
  return effect;
}

function studyOf(panel: Panel, effect: Effect): EffectEventStudy {
  const study = eventStudyOfEffect(panel, effect);
  assert.ok(study.ok);
  return study;
}

/** Fourteen units at nine times, two treated from time 6 on; levels, two common waves, noise, and `effect`. */
function madeUp(effect: number): Panel {
  let x = 5;
  const next = () => {
    x = (16807 * x) % 2147483647;
    return x / 2147483647;
  };
  const wave = Array.from({ length: 14 }, next);
  return {
    units: 14,
    times: 9,
    outcomes: Float64Array.from(
      { length: 126 },
      (_, k) =>
        3 * Math.floor(k / 9) +
        5 * (wave[Math.floor(k / 9)] as number) * Math.sin(k % 9) +
        next() +
        (k < 18 && k % 9 >= 6 ? effect : 0),
    ),
    treated: [0, 1],
    firstTreated: 6,
  };
}

test('66 pairs of twelve donors are fitted like the two treated: an effect of 12 is beyond them all, before it nothing', () => {
  for (const method of ['sdid', 'sc', 'did'] as const) {
    const panel = madeUp(12);
    const study = studyOf(panel, effectOf(panel, method));
    assert.deepEqual([study.made, study.placebos], ['enumerated', 66]);
    const after = study.points.filter(({ exposure }) => exposure >= 0);
    // Synthetic control, without an intercept, cannot follow treated units that lie below all donors.
    if (method !== 'sc')
      for (const { effect, p } of after) assert.ok(Math.abs(effect - 12) < 5 && p === 1 / 67);
    const quiet = studyOf(madeUp(0), effectOf(madeUp(0), method));
    if (method !== 'sc') assert.ok(quiet.points.every(({ p }) => p > 1 / 67));
  }
});

test('for difference-in-differences it is the event study from the mean before', () => {
  const panel = madeUp(2);
  const plain = eventStudy(panel, { base: 'mean' });
  assert.ok(plain.ok);
  const study = studyOf(panel, effectOf(panel, 'did'));
  for (const [t, point] of plain.points.entries()) {
    assert.ok(Math.abs((study.points[t]?.effect ?? 0) - point.effect) < 1e-12);
    assert.ok(Math.abs((study.points[t]?.standardError ?? 0) - point.standardError) < 1e-12);
    assert.equal(study.points[t]?.p, point.p);
  }
  assert.equal(study.preTrend.p, plain.preTrend.p);
});

describe('Proposition 99', { skip: skipWithoutProp99 }, () => {
  for (const method of ['sdid', 'sc'] as const)
    test(`${method}: the gap before 1989 is the fit of the estimate, and its rank that among the 38 placebos’ fits`, () => {
      const { panel } = readProp99();
      const effect = effectOf(panel, method);
      const study = studyOf(panel, effect);
      const placebos = placeboEffects(panel, effect);
      assert.ok(placebos.ok);
      assert.equal(study.placebos, 38);
      assert.ok(Math.abs(study.preTrend.gap - effect.preFitError) < 1e-9);
      const worse = placebos.placebos.filter(({ preFitError }) => preFitError >= effect.preFitError).length;
      assert.equal(study.preTrend.p, (1 + worse) / 39);
    });

  test('sdid: in 1999 one of 38 states moved as far as California’s -25.9; before 1989 the gap is no wider than others’', () => {
    const { panel } = readProp99();
    const { points, preTrend, simultaneousReach } = studyOf(panel, effectOf(panel, 'sdid'));
    assert.equal(points.length, 31);
    const of1999 = points[29];
    assert.ok(of1999 && Math.abs(of1999.effect + 25.9) < 0.1);
    assert.equal(of1999.p, 2 / 39);
    assert.equal(preTrend.p, 35 / 39);
    assert.ok(simultaneousReach !== null && simultaneousReach > 1.96);
  });
});

test('as many donors as treated units are refused', () => {
  const panel = { ...madeUp(1), treated: [0, 1, 2, 3, 4, 5, 6] };
  assert.deepEqual(eventStudyOfEffect(panel, effectOf(panel, 'did')), {
    ok: false,
    reason: 'not more donors than treated units',
  });
});
