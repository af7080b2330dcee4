import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { groupTimeAverages } from './groupTimeAverages.ts';
import { type GroupTimeEffects, groupTimeEffects, type GroupTimeOptions } from './groupTimeEffects.ts';
import type { StaggeredPanel } from './staggeredPanel.ts';

function close(actual: number, expected: number, within = 1e-10): void {
  assert.ok(
    Math.abs(actual - expected) <= within * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );
}

function fitOf(panel: StaggeredPanel, options?: GroupTimeOptions): GroupTimeEffects {
  const fit = groupTimeEffects(panel, options);
  assert.ok(fit.ok, JSON.stringify(fit));
  return fit;
}

/** Six units at four times: two start at 2, one at 3, three never. */
const tiny: StaggeredPanel = {
  units: 6,
  times: 4,
  outcomes: Float64Array.from(
    [
      [1, 2, 9, 12],
      [2, 4, 7, 14],
      [0, 3, 4, 20],
      [5, 6, 8, 9],
      [1, 1, 3, 5],
      [4, 6, 5, 8],
    ].flat(),
  ),
  firstTreated: [2, 2, 3, null, null, null],
};

test('six units: each effect is the mean change of its group less that of the three never treated', () => {
  const { effects, smallGroups, preTest } = fitOf(tiny);
  // Mean changes of the never treated: from 0 to 1 they are 1, 1 to 2: 1, 2 to 3: 2, 1 to 3: 3.
  const expected = [
    [2, 1, 0, 1.5 - 1],
    [2, 2, 1, 5 - 1],
    [2, 3, 1, 10 - 3],
    [3, 1, 0, 3 - 1],
    [3, 2, 1, 1 - 1],
    [3, 3, 2, 16 - 2],
  ];
  assert.equal(effects.length, 6);
  for (const [i, [group, time, base, effect]] of expected.entries()) {
    const found = effects[i];
    assert.deepEqual([found?.group, found?.time, found?.base], [group, time, base]);
    close(found?.effect as number, effect as number);
  }
  // By hand for group 2 at time 2: changes 7 and 3; 2, 2 and -1: 8 / 2^2 + 6 / 3^2.
  close(effects[1]?.standardError as number, Math.sqrt(8 / 4 + 6 / 9));
  assert.deepEqual([effects[1]?.treatedUnits, effects[1]?.comparisonUnits], [2, 3]);
  assert.deepEqual(smallGroups, [2, 3]);
  assert.equal(preTest?.degreesOfFreedom, 1);
});

test('the group of one unit has effects and no errors, and leaves averages with it without one', () => {
  const fit = fitOf(tiny);
  const alone = fit.effects.filter(({ group }) => group === 3);
  assert.deepEqual(
    alone.map(({ standardError, interval }) => [standardError, interval]),
    [
      [null, null],
      [null, null],
      [null, null],
    ],
  );
  const { simple, group, dynamic } = groupTimeAverages(fit);
  assert.equal(simple.standardError, null);
  assert.deepEqual(
    group.byGroup.map(({ standardError }) => standardError !== null),
    [true, false],
  );
  assert.ok(dynamic.byExposure.at(-1)?.standardError);
});

test('not yet treated adds the unit that starts at 3 to the comparison before it starts', () => {
  const { effects } = fitOf(tiny, { comparison: 'not yet treated' });
  close(effects[1]?.effect as number, 5 - (2 + 2 - 1 + 1) / 4);
  assert.equal(effects[1]?.comparisonUnits, 4);
  close(effects[2]?.effect as number, 10 - 3);
  // Group 3 at times 1 and 2: group 2 counts at time 1 only.
  close(effects[3]?.effect as number, 3 - (1 + 2 + 1 + 0 + 2) / 5);
  close(effects[4]?.effect as number, 1 - 1);
});

test('with a universal base an effect before treatment is less the sum of the steps that follow it', () => {
  const varying = fitOf(tiny);
  const universal = fitOf(tiny, { base: 'universal' });
  const at = (fit: GroupTimeEffects, group: number, time: number) =>
    fit.effects.find((one) => one.group === group && one.time === time)?.effect as number;
  assert.deepEqual(
    universal.effects.map(({ group, time }) => [group, time]),
    [
      [2, 0],
      [2, 2],
      [2, 3],
      [3, 0],
      [3, 1],
      [3, 3],
    ],
  );
  close(at(universal, 2, 0), -at(varying, 2, 1));
  close(at(universal, 3, 0), -at(varying, 3, 1) - at(varying, 3, 2));
  close(at(universal, 3, 1), -at(varying, 3, 2));
  close(at(universal, 2, 3), at(varying, 2, 3));
});

/** 60 units at 6 times, groups 2, 3 and 4 of 10 each; a covariate in trend and start; growth `effect` a time. */
function planted(
  effect: number,
  noise: (k: number) => number,
): StaggeredPanel & { readonly covariates: number[][] } {
  const firstTreated = Array.from({ length: 60 }, (_, unit) => (unit < 30 ? 2 + (unit % 3) : null));
  const covariates = firstTreated.map((first, unit) => [
    ((unit * 37) % 60) / 60 + (first === null ? 0 : 0.3),
  ]);
  const outcomes = Float64Array.from({ length: 360 }, (_, k) => {
    const [unit, time] = [Math.floor(k / 6), k % 6];
    const since = time - (firstTreated[unit] ?? Infinity);
    return (
      5 * unit +
      time ** 2 +
      2 * time * (covariates[unit]?.[0] as number) +
      (since >= 0 ? effect * (since + 1) : 0) +
      noise(k)
    );
  });
  return { units: 60, times: 6, outcomes, firstTreated, covariates };
}

test('an effect that grows by 3 a time is found at every time, though the covariate moves the trends apart', () => {
  const panel = planted(3, () => 0);
  for (const method of ['regression', 'doubly robust'] as const)
    for (const effect of fitOf(panel, { method }).effects)
      close(effect.effect, 3 * Math.max(0, effect.time - effect.group + 1));
  const { covariates: _, ...bare } = panel;
  const biased = fitOf(bare).effects.find(({ group, time }) => group === 2 && time === 2);
  assert.ok(Math.abs((biased?.effect as number) - 3) > 0.1);
});

test('noise in 200 panels of groups of ten: one in twenty is called an effect, but one in five a pre-trend', () => {
  const random = xoroshiro128plus(5);
  const normal = () =>
    Math.sqrt(-2 * Math.log(1 - uniformFloat64(random))) * Math.cos(2 * Math.PI * uniformFloat64(random));
  let effects = 0;
  let trends = 0;
  for (let run = 0; run < 200; run++) {
    const { covariates: _, ...panel } = planted(0, () => 0);
    const fit = fitOf({ ...panel, outcomes: panel.outcomes.map(normal) });
    const { simple } = groupTimeAverages(fit);
    if (Math.abs(simple.effect) > 1.96 * (simple.standardError as number)) effects++;
    if ((fit.preTest?.p as number) < 0.05) trends++;
  }
  assert.ok(effects >= 4 && effects <= 20, `${effects} of 200 effects`);
  assert.ok(trends >= 24 && trends <= 54, `${trends} of 200 pre-trends`);
});

test('a shift by unit and by time changes nothing, a scale scales, the order of units does not matter', () => {
  const numbers = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 360, maxLength: 360 });
  fc.assert(
    fc.property(numbers, fc.double({ min: 0.01, max: 100, noNaN: true }), (noise, scale) => {
      const panel = planted(1, (k) => noise[k] as number);
      const options = { comparison: 'not yet treated' } as const;
      const base = fitOf(panel, options);
      const moved = fitOf(
        {
          ...panel,
          outcomes: panel.outcomes.map((value, k) => scale * (value + Math.floor(k / 6) - 7 * (k % 6) ** 2)),
        },
        options,
      );
      const reversed = fitOf(
        {
          ...panel,
          outcomes: panel.outcomes.map(
            (_, k) => panel.outcomes[(59 - Math.floor(k / 6)) * 6 + (k % 6)] as number,
          ),
          firstTreated: panel.firstTreated.toReversed(),
          covariates: panel.covariates.toReversed(),
        },
        options,
      );
      for (const [i, effect] of base.effects.entries()) {
        close((moved.effects[i]?.effect as number) / scale, effect.effect, 1e-8);
        close((moved.effects[i]?.standardError as number) / scale, effect.standardError as number, 1e-8);
        close(reversed.effects[i]?.effect as number, effect.effect, 1e-8);
        close(reversed.effects[i]?.standardError as number, effect.standardError as number, 1e-8);
      }
      close(moved.preTest?.statistic as number, base.preTest?.statistic as number, 1e-6);
    }),
    { numRuns: 10, seed: 3 },
  );
});

test('refusals of one comparison name its group and time', () => {
  const covariates = tiny.firstTreated.map((first) => [first === 3 ? 9 : 1]);
  assert.deepEqual(groupTimeEffects({ ...tiny, covariates }, { method: 'regression' }), {
    ok: false,
    reason: 'the covariates are collinear in a comparison',
    group: 2,
    time: 1,
  });
  assert.throws(() => groupTimeEffects(tiny, { level: 95 }), RangeError);
});

test('outcomes that move in step, to rounding, have an effect of 0 and no error', () => {
  const outcomes = tiny.outcomes.map((_, k) => 700.1 + Math.floor(k / 4) * 0.1 + (k % 4) * 0.3);
  for (const { effect, standardError } of fitOf({ ...tiny, outcomes }).effects) {
    close(effect, 0);
    assert.equal(standardError, null);
  }
});
