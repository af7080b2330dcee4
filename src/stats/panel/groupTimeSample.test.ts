import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupTimeSample } from './groupTimeSample.ts';
import { checkStaggeredPanel } from './staggeredPanel.ts';

function panelOf(firstTreated: readonly (number | null)[], times = 4) {
  const units = firstTreated.length;
  return {
    units,
    times,
    outcomes: Float64Array.from({ length: units * times }, (_, k) => k ** 2),
    firstTreated,
  };
}

test('unit 1 treated from the first time on is left out by name; a start after the last time is never', () => {
  assert.deepEqual(groupTimeSample(panelOf([2, 0, null, 3, 2, 7]), 'never treated'), {
    ok: true,
    kept: [0, 2, 3, 4, 5],
    dropped: [1],
    starts: [2, Infinity, 3, 2, Infinity],
    times: 4,
    groups: [
      { start: 2, units: 2 },
      { start: 3, units: 1 },
    ],
  });
});

test('without a unit never treated the last group is compared with until it starts at time 3', () => {
  const found = groupTimeSample(panelOf([1, 3, 2, 3]), 'not yet treated');
  assert.ok(found.ok);
  assert.deepEqual([found.times, found.starts], [3, [1, Infinity, 2, Infinity]]);
  assert.deepEqual(
    found.groups.map(({ start }) => start),
    [1, 2],
  );
});

test('what cannot be compared is refused with its reason', () => {
  const reasonOf = (starts: readonly (number | null)[], times = 4) => {
    const found = groupTimeSample(panelOf(starts, times), 'never treated');
    return found.ok ? 'none' : found.reason;
  };
  assert.equal(reasonOf([null, null]), 'nobody is treated');
  assert.equal(reasonOf([null, 4]), 'nobody is treated');
  assert.equal(reasonOf([0, null]), 'all that are treated are so from the first time on');
  assert.equal(reasonOf([1, 2]), 'nobody is never treated');
  assert.equal(reasonOf([null, 0], 1), 'fewer than two times');
  const alone = groupTimeSample(panelOf([2, 2]), 'not yet treated');
  assert.deepEqual(alone, { ok: false, reason: 'only one group and nobody to compare it with' });
  const flat = { ...panelOf([1, null]), outcomes: new Float64Array(8).fill(3) };
  assert.deepEqual(groupTimeSample(flat, 'never treated'), { ok: false, reason: 'the outcome never varies' });
});

test('units 0 and 2 without a covariate are named; that of a unit left out is not asked for', () => {
  const covariates = [[Number.NaN], [1], [Number.NaN], [Number.NaN]];
  assert.deepEqual(groupTimeSample({ ...panelOf([1, null, null, 0]), covariates }, 'never treated'), {
    ok: false,
    reason: 'a covariate is missing',
    units: [0, 2],
  });
});

test('a panel whose lengths disagree, or with an outcome or a time that is none, is a fault', () => {
  const panel = panelOf([1, null]);
  for (const wrong of [
    { ...panel, outcomes: new Float64Array(7) },
    { ...panel, outcomes: panel.outcomes.with(3, Number.NaN) },
    { ...panel, firstTreated: [1] },
    { ...panel, firstTreated: [1.5, null] },
    { ...panel, firstTreated: [-1, null] },
    { ...panel, covariates: [[1]] },
    { ...panel, covariates: [[1], [1, 2]] },
  ])
    assert.throws(() => checkStaggeredPanel(wrong), RangeError);
  checkStaggeredPanel(panel);
});
