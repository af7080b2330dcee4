import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../../../sample/seededRandom.ts';
import { estimateEffect } from '../../stats/panel/estimateEffect.ts';
import { type ClaimPanel, statisticsPanel } from './claimPanel.ts';
import type { ClaimTerms } from './claimTerms.ts';
import { computeClaim, type ClaimQuestion } from './computeClaim.ts';
import { computeInThread } from './computeInThread.store.ts';

const terms: ClaimTerms = {
  question: 'q',
  evidence: 'e',
  outcome: { measureId: 'math_dfs', group: 'ALL', taken: 'gain' },
  treated: ['1', '2'],
  firstYear: 2003,
  firstTreatedYear: 2009,
  lastYear: 2013,
  method: 'sdid',
  donors: { kind: 'students', least: 1000, unifiedOnly: true },
  smallestThatMatters: '2',
};
const years = Array.from({ length: 11 }, (_, i) => 2003 + i);

/** Two treated districts and twelve others with gains around 10 and chance of 0.5 a year; `effect` is added after the start. */
function panelWith(effect: number, synthetic = false): ClaimPanel {
  const random = seededRandom(7, 'panel');
  return {
    years,
    firstTreatedYear: 2009,
    districts: Array.from({ length: 14 }, (_, i) => ({
      cds: String(i + 1),
      label: `District ${String.fromCharCode(65 + i)}`,
      treated: i < 2,
      synthetic: synthetic && i >= 2,
      values: years.map((year) => {
        const common = 10 + Math.sin(year);
        return common + 0.5 * random.normal() + (i < 2 && year >= 2009 ? effect : 0);
      }),
    })),
    excluded: [],
    outsideRule: 0,
    yearsWithoutStudents: [],
    yearsWithoutOutcome: [],
    sourceIds: [],
  };
}

const question = (panel: ClaimPanel, more: Partial<ClaimTerms> = {}): ClaimQuestion => ({
  panel,
  terms: { ...terms, ...more },
  names: ['Fresno Unified', 'Long Beach Unified'],
});

function resultOf(asked: ClaimQuestion) {
  const computed = computeClaim(asked);
  assert.ok(computed.ok);
  return computed.result;
}

test('a planted gain of 5 points a year is found, by all 66 pairs of others, and said to have sped up', () => {
  const result = resultOf(question(panelWith(5)));
  const own = result.methods.find(({ method }) => method === 'sdid');
  assert.ok(own && Math.abs(own.estimate - 5) < 1, `${own?.estimate}`);
  assert.deepEqual(own.placebo, { p: 1 / 67, placebos: 66 });
  assert.equal(result.placeboEffects.length, 66);
  assert.equal(result.verdict.says, 'higher');
  assert.match(
    result.sentence,
    /^From 2008-09 on, Fresno and Long Beach sped up: the yearly gain in mathematics \(distance from standard\) ran/i,
  );
});

test('the same of an absence rate slowed: less is better there', () => {
  const outcome = { ...terms.outcome, measureId: 'chronic_absence' };
  const result = resultOf(question(panelWith(5), { outcome }));
  assert.match(result.sentence, /Fresno and Long Beach slowed: the yearly gain in chronic absen/i);
  assert.match(result.sentence, /percentage points a year/);
});

test('where nothing was planted no change is found, and a bound is told that lies within what matters', () => {
  const result = resultOf(question(panelWith(0)));
  assert.equal(result.verdict.says, 'no change larger than');
  assert.match(result.sentence, /^No sign of a change larger than [\d.]+ points a year/);
});

test('made-up districts are named as such in the sentence, whatever it says', () => {
  for (const effect of [0, 5])
    assert.match(
      resultOf(question(panelWith(effect, true))).sentence,
      /The districts compared with are made up:/,
    );
});

test('the registered method is the one that speaks, and its paths are drawn: their gap is the estimate', () => {
  const panel = panelWith(5);
  for (const method of ['sdid', 'sc', 'did'] as const) {
    const result = resultOf(question(panel, { method }));
    const effect = estimateEffect(statisticsPanel(panel), { method });
    assert.ok(effect.ok);
    assert.deepEqual(result.treatedPath, [...effect.treatedPath]);
    const after = years.flatMap((year, i) =>
      year >= 2009 ? [(result.treatedPath[i] ?? 0) - (result.syntheticPath[i] ?? 0)] : [],
    );
    const gap = after.reduce((sum, value) => sum + value, 0) / after.length;
    assert.ok(Math.abs(gap - effect.estimate) < 1e-9, method);
    const weights = result.weights.reduce((sum, one) => sum + one.weight, 0);
    assert.ok(Math.abs(weights - 1) < 1e-9);
  }
});

test('an outcome that never varies is refused', () => {
  const panel = panelWith(0);
  const flat = {
    ...panel,
    districts: panel.districts.map((one) => ({ ...one, values: years.map(() => 3) })),
  };
  assert.deepEqual(computeClaim(question(flat)), {
    ok: false,
    problem: { reason: 'the outcome never varies' },
  });
});

test('the thread finds the same to the last bit, and the loop goes round meanwhile', async () => {
  const asked = question(panelWith(1));
  let rounds = 0;
  let isDone = false;
  const turn = () => {
    rounds++;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  const found = await computeInThread(asked);
  isDone = true;
  assert.deepEqual(found, computeClaim(asked));
  assert.ok(rounds > 10, `the loop went round ${rounds} times`);
});
