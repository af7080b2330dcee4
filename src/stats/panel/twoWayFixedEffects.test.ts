import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMpdta, skipWithoutMpdta } from '../../../test/mpdta.ts';
import type { StaggeredPanel } from './staggeredPanel.ts';
import { twoWayFixedEffects } from './twoWayFixedEffects.ts';

function close(actual: number, expected: number, within = 1e-12): void {
  assert.ok(
    Math.abs(actual - expected) <= within * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );
}

function fitOf(panel: StaggeredPanel, clusters?: readonly (string | number)[]) {
  const fit = twoWayFixedEffects(panel, { clusters });
  assert.ok(fit.ok, JSON.stringify(fit));
  return fit;
}

test('minimum wages in 500 counties: -.0365489366741 with an error of .0132651554293, as fixest 0.12.2 says', {
  skip: skipWithoutMpdta,
}, () => {
  const fit = fitOf(readMpdta());
  close(fit.coefficient, -0.0365489366740674, 1e-14);
  close(fit.standardError, 0.013265155429339, 1e-14);
  assert.equal(fit.clusters, 500);
});

/** Four units at three times. */
const tiny: StaggeredPanel = {
  units: 4,
  times: 3,
  outcomes: Float64Array.from(
    [
      [1, 2, 5],
      [2, 2, 4],
      [3, 5, 4],
      [0, 1, 3],
    ].flat(),
  ),
  firstTreated: [1, 2, null, null],
};

// R 4.2.2: lm(y ~ d + factor(unit) + factor(time)), and its scores summed over units or pairs of units.
test('four units have the coefficient of lm and the error of its scores over units, and over two pairs of units', () => {
  const fit = fitOf(tiny);
  close(fit.coefficient, 0.6);
  close(fit.standardError, 0.5969924622639728);
  const pairs = fitOf(tiny, ['east', 'east', 'west', 'west']);
  close(pairs.coefficient, fit.coefficient);
  close(pairs.standardError, 0.2814249455894062);
  assert.equal(pairs.clusters, 2);
});

test('the example of de Chaisemartin and D’Haultfoeuille: weights 1/2, 1 and -1/2, so effects 1, 1 and 4 give -1/2', () => {
  // Their section 1: the first group treated at the last time only, the second at the last two, of three.
  const effects = [0, 0, 1, 0, 1, 4];
  const fit = fitOf({ units: 2, times: 3, outcomes: Float64Array.from(effects), firstTreated: [2, 1] });
  close(fit.coefficient, 1 / 2 + 1 - 4 / 2);
  close(fit.negativeWeight, -1 / 2);
});

test('treated from one time on, no weight is negative and the coefficient is the difference of two differences', () => {
  const outcomes = Float64Array.from(
    [
      [1, 3, 9, 8],
      [2, 2, 7, 9],
      [4, 2, 5, 6],
      [0, 1, 1, 2],
      [1, 1, 2, 5],
    ].flat(),
  );
  const fit = fitOf({ units: 5, times: 4, outcomes, firstTreated: [2, 2, null, null, null] });
  close(fit.coefficient, (17 + 16 - 4 - 4) / 4 - (11 + 3 + 7 - 6 - 1 - 2) / 6);
  assert.equal(fit.negativeWeight, 0);
});

test('a shift by unit and by time changes nothing, a scale scales, the order of units does not matter', () => {
  const base = fitOf(tiny);
  const moved = fitOf({
    ...tiny,
    outcomes: tiny.outcomes.map((value, k) => 3 * value + 10 * Math.floor(k / 3) - 4 * (k % 3) ** 2),
  });
  close(moved.coefficient, 3 * base.coefficient);
  close(moved.standardError, 3 * base.standardError);
  const reversed = fitOf({
    ...tiny,
    outcomes: tiny.outcomes.map((_, k) => tiny.outcomes[(3 - Math.floor(k / 3)) * 3 + (k % 3)] as number),
    firstTreated: tiny.firstTreated.toReversed(),
  });
  close(reversed.coefficient, base.coefficient);
  close(reversed.standardError, base.standardError);
});

test('what cannot tell treatment from units and times is refused with its reason', () => {
  const reasonOf = (firstTreated: readonly (number | null)[], clusters?: readonly number[]) => {
    const fit = twoWayFixedEffects({ ...tiny, firstTreated }, { clusters });
    return fit.ok ? 'none' : fit.reason;
  };
  assert.equal(reasonOf([null, null, null, 3]), 'nobody is treated');
  assert.equal(reasonOf([1, 1, 1, 1]), 'treatment differs by unit or by time only');
  assert.equal(reasonOf([0, 0, null, null]), 'treatment differs by unit or by time only');
  assert.equal(reasonOf([1, 2, null, null], [1, 1, 1, 1]), 'fewer than two clusters');
  const flat = { ...tiny, outcomes: new Float64Array(12) };
  assert.deepEqual(twoWayFixedEffects(flat), { ok: false, reason: 'the outcome never varies' });
  assert.throws(() => twoWayFixedEffects(tiny, { clusters: [1, 2] }), RangeError);
  assert.throws(() => twoWayFixedEffects({ ...tiny, units: 5 }), RangeError);
});
