import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readAnswers, readProp99, skipWithoutProp99 } from '../../../test/prop99.ts';
import { type EventStudy, type EventStudyOptions, eventStudy } from './eventStudy.ts';
import { eventStudyPlacebos } from './eventStudyPlacebos.ts';
import type { Panel } from './panel.ts';
import { populationDeviation } from './populationDeviation.ts';
import { rolesOf } from './rolesOf.ts';

function close(actual: number, expected: number, within = 1e-10): void {
  assert.ok(
    Math.abs(actual - expected) <= within * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );
}

function studyOf(panel: Panel, options?: EventStudyOptions): EventStudy {
  const study = eventStudy(panel, options);
  assert.ok(study.ok, JSON.stringify(study));
  return study;
}

/** One treated unit from time 2 on, three donors. */
const tiny: Panel = {
  units: 4,
  times: 4,
  outcomes: Float64Array.from(
    [
      [1, 3, 9, 8],
      [4, 2, 5, 6],
      [0, 1, 1, 2],
      [1, 1, 2, 5],
    ].flat(),
  ),
  treated: [0],
  firstTreated: 2,
};

test('one treated unit and three donors: 0 at the last time before, then its change less theirs, ranked among them', () => {
  const { points, preTrend, made, placebos } = studyOf(tiny);
  // Changes since time 1: treated -2, 0, 6, 5; donors 2, 0, 3, 4; -1, 0, 0, 1; 0, 0, 1, 4.
  const expected = [-2 - 1 / 3, 0, 6 - 4 / 3, 5 - 3];
  for (const [t, effect] of expected.entries()) close(points[t]?.effect as number, effect);
  // Placebos: a donor less the mean of the two others.
  const first = [2 + 0.5, -1 - 1, 0 - 0.5];
  close(points[0]?.standardError as number, populationDeviation(first));
  assert.deepEqual(
    points.map(({ p }) => p),
    [2 / 4, 1, 1 / 4, 2 / 4],
  );
  assert.deepEqual([made, placebos], ['enumerated', 3]);
  close(preTrend.gap, (2 + 1 / 3) / Math.sqrt(2));
  assert.equal(preTrend.p, 2 / 4);
});

test('with the mean before as base the effects after it average to the difference-in-differences 21/4 - 3/2', () => {
  const { points } = studyOf(tiny, { base: 'mean' });
  const after = points.filter(({ exposure }) => exposure >= 0);
  const byHand = (9 + 8) / 2 - (1 + 3) / 2 - ((5 + 6 + 1 + 2 + 2 + 5) / 6 - (4 + 2 + 0 + 1 + 1 + 1) / 6);
  close((after[0]?.effect as number) / 2 + (after[1]?.effect as number) / 2, byHand);
});

test('Proposition 99: each state’s placebo from 1989 on is that of 60-digit arithmetic; their deviation 17.2868', {
  skip: skipWithoutProp99,
}, () => {
  const { panel, states } = readProp99();
  const { donors } = rolesOf(panel);
  const { made, curves } = eventStudyPlacebos(panel, donors, new Float64Array(19).fill(1 / 19), {});
  assert.deepEqual([made, curves.length], ['enumerated', 38]);
  const { did } = readAnswers<{ did: { values: Record<string, string> } }>('prop99_placebo_exact.json');
  const means = curves.map((curve) => curve.subarray(19).reduce((sum, value) => sum + value, 0) / 12);
  for (const [k, value] of means.entries())
    close(value, Number(did.values[states[donors[k] as number] as string]), 1e-10);
  close(populationDeviation(means), 17.2868000787261, 1e-12);
  const study = studyOf(panel, { base: 'mean' });
  const after = study.points.filter(({ exposure }) => exposure >= 0);
  close(after.reduce((sum, { effect }) => sum + effect, 0) / 12, -27.3491110836149, 1e-12);
  assert.ok(study.simultaneousReach !== null && study.simultaneousReach > 1.96);
});

/** Twelve units of which three are treated from time 3 on. */
function withNoise(effect: number, noise: readonly number[]): Panel {
  return {
    units: 12,
    times: 6,
    outcomes: Float64Array.from(
      { length: 72 },
      (_, k) => 10 * Math.floor(k / 6) + (k % 6) ** 2 + (k < 18 && k % 6 >= 3 ? effect : 0) + (noise[k] ?? 0),
    ),
    treated: [0, 1, 2],
    firstTreated: 3,
  };
}

const noise = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 72, maxLength: 72 });

test('84 sets of three of nine donors stand in for three treated; an effect of 20 is larger than them all', () => {
  fc.assert(
    fc.property(noise, (values) => {
      const { points, placebos, preTrend } = studyOf(withNoise(20, values));
      assert.equal(placebos, 84);
      for (const { exposure, effect, p } of points)
        if (exposure >= 0) {
          assert.ok(Math.abs(effect - 20) <= 4);
          assert.equal(p, 1 / 85);
        }
      assert.ok(preTrend.p >= 1 / 85 && preTrend.p <= 1);
    }),
    { numRuns: 20, seed: 1 },
  );
});

test('a shift by unit and by time changes nothing, a scale scales, the order of donors does not matter', () => {
  fc.assert(
    fc.property(noise, fc.double({ min: 0.1, max: 50, noNaN: true }), (values, scale) => {
      const panel = withNoise(1, values);
      const base = studyOf(panel);
      const moved = studyOf({
        ...panel,
        outcomes: panel.outcomes.map(
          (value, k) => scale * (value - 3 * Math.floor(k / 6) + 5 * (k % 6) ** 3),
        ),
      });
      const reversed = studyOf({
        ...panel,
        outcomes: panel.outcomes.map(
          (_, k) => panel.outcomes[(11 - Math.floor(k / 6)) * 6 + (k % 6)] as number,
        ),
        treated: [9, 10, 11],
      });
      for (const [t, { effect, standardError, p }] of base.points.entries()) {
        close((moved.points[t]?.effect as number) / scale, effect, 1e-9);
        close((moved.points[t]?.standardError as number) / scale, standardError, 1e-9);
        close(reversed.points[t]?.effect as number, effect, 1e-9);
        assert.deepEqual([moved.points[t]?.p, reversed.points[t]?.p], [p, p]);
      }
      assert.deepEqual([moved.preTrend.p, reversed.preTrend.p], [base.preTrend.p, base.preTrend.p]);
    }),
    { numRuns: 20, seed: 2 },
  );
});

test('500 seeded draws of the 84 sets come near them all, and the same seed gives the same again', () => {
  const panel = withNoise(
    0,
    Array.from({ length: 72 }, (_, k) => ((k * 7919) % 101) / 50),
  );
  const all = studyOf(panel);
  const drawn = studyOf(panel, { most: 50, replications: 500, seed: 9 });
  assert.deepEqual([all.made, drawn.made, drawn.placebos], ['enumerated', 'drawn', 500]);
  for (const [t, { standardError, p }] of all.points.entries()) {
    close(drawn.points[t]?.standardError as number, standardError, 0.12 * standardError);
    assert.ok(Math.abs((drawn.points[t]?.p as number) - p) < 0.09);
  }
  assert.deepEqual(studyOf(panel, { most: 50, replications: 500, seed: 9 }), drawn);
  assert.notDeepEqual(studyOf(panel, { most: 50, replications: 500, seed: 10 }), drawn);
});

test('a null is a null: over 400 panels of noise the pre-trend is called at 10 % near 10 times in 100', () => {
  let x = 11;
  const next = () => {
    x = (16807 * x) % 2147483647;
    return x / 2147483647;
  };
  let called = 0;
  for (let run = 0; run < 400; run++)
    if (studyOf(withNoise(0, Array.from({ length: 72 }, next))).preTrend.p <= 0.1) called++;
  assert.ok(called >= 20 && called <= 64, `${called} of 400`);
});

test('panels without an answer are refused with their reason', () => {
  assert.deepEqual(eventStudy({ ...tiny, treated: [0, 1] }), {
    ok: false,
    reason: 'not more donors than treated units',
  });
  assert.deepEqual(eventStudy({ ...tiny, treated: [] }), { ok: false, reason: 'nobody is treated' });
  assert.deepEqual(eventStudy({ ...tiny, firstTreated: 1 }), {
    ok: false,
    reason: 'fewer than two times before treatment',
  });
  assert.throws(() => eventStudy({ ...tiny, units: 5 }), RangeError);
});
