import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  type KeptEstimate,
  type KeptClaim,
  selectEstimateList,
  selectOptionalClaim,
  selectOptionalEstimate,
} from '../src/hub/claims/claims.store.ts';
import { registerClaim } from '../src/hub/claims/registerClaim.store.ts';
import { runClaim } from '../src/hub/claims/runClaim.store.ts';
import type { Database } from '../src/hub/store/database.ts';
import { asMember, type Member } from '../src/hub/store/view.ts';
import { quantile } from '../src/stats/quantile.ts';
import { noIndexFile, openRealStore, realTerms } from './realClaim.ts';

const at = new Date('2026-11-25T17:00:00Z');
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the claim about 2008 on the state’s own index', { skip: noIndexFile }, () => {
  let database: Database;
  let member: Member;
  let claim: KeptClaim;
  let estimate: KeptEstimate;

  before(async () => {
    ({ database, member } = await openRealStore(at));
    const found = await asMember(database, member, async (view) =>
      selectOptionalClaim(view, await registerClaim(view, realTerms, null, at)),
    );
    assert.ok(found);
    claim = found;
    const outcome = await runClaim(database, member, claim, () => at);
    assert.equal(outcome.done, 'ran', JSON.stringify(outcome));
    const kept = await asMember(database, member, async (view) => {
      const [run] = await selectEstimateList(view, claim.id);
      return run && selectOptionalEstimate(view, claim.id, run.id);
    });
    assert.ok(kept);
    estimate = kept;
  });
  after(() => database?.close());

  const near = (value: number | undefined, expected: number) =>
    assert.ok(Math.abs((value ?? Number.NaN) - expected) < 1e-9, `${value}, not ${expected}`);
  const finding = (method: string) => estimate.result.methods.find((one) => one.method === method);
  const changeOf = (values: readonly number[]) => mean(values.slice(5)) - mean(values.slice(0, 5));

  test('it is marked as registered after the data was seen, and is kept with its fingerprint', () => {
    assert.deepEqual(claim.registration.yearsAlreadySeen, [2009, 2010, 2011, 2012, 2013]);
    assert.equal(claim.state.whole, true);
    assert.equal(estimate.claimHash, claim.hash);
  });

  test('Fresno gained 14.0 a year in 2003-04 to 2007-08 and 7.6 after; Long Beach 13.2 and 8.0', () => {
    const own = estimate.panel.districts.filter(({ treated }) => treated);
    assert.deepEqual(
      own.map(({ label, values }) => [label, mean(values.slice(0, 5)), mean(values.slice(5))]),
      [
        ['Fresno Unified', 14, 7.6],
        ['Long Beach Unified', 13.2, 8],
      ],
    );
  });

  test('gains fell everywhere: median change -2.8 of the 81 others, -3.0 of all 83 with the two', () => {
    const { districts } = estimate.panel;
    const others = districts.filter(({ treated }) => !treated).map(({ values }) => changeOf(values));
    assert.equal(others.length, 81);
    near(quantile(others, 0.5), -2.8);
    near(
      quantile(
        districts.map(({ values }) => changeOf(values)),
        0.5,
      ),
      -3,
    );
  });

  test('one district that meets the rule lacks two years and is named', () => {
    assert.deepEqual(estimate.panel.excluded, [
      { cds: '19757130000000', name: 'Alhambra Unified', missing: [2004, 2005] },
    ]);
    assert.deepEqual(estimate.panel.yearsWithoutStudents, []);
  });

  test('difference-in-differences is what the plain averages give: -2.925925926', () => {
    const { districts } = estimate.panel;
    const means = (treated: boolean) =>
      mean(districts.filter((one) => one.treated === treated).map(({ values }) => changeOf(values)));
    near(finding('did')?.estimate, means(true) - means(false));
    near(finding('did')?.estimate, -2.92592592592593);
  });

  test('synthetic difference-in-differences finds -3.218363, synthetic control -1.607320, each with all 3,240 pairs as placebos', () => {
    near(finding('sdid')?.estimate, -3.218363065626551);
    near(finding('sc')?.estimate, -1.6073197362845664);
    near(finding('sdid')?.standardError ?? undefined, 2.9088665152583943);
    for (const [method, asLarge] of [
      ['sdid', 865],
      ['sc', 1662],
      ['did', 981],
    ] as const) {
      assert.equal(finding(method)?.placebo?.placebos, (81 * 80) / 2, method);
      near(finding(method)?.placebo?.p, (1 + asLarge) / 3241);
    }
    assert.equal(estimate.result.placebosMade, 'enumerated');
    const { placeboEffects } = estimate.result;
    assert.equal(placeboEffects.filter((effect) => Math.abs(effect) >= 3.218363065626551).length, 865);
  });

  test('no one district decides, a made-up start in 2005-06 shows -0.3, and the paths before ran alike', () => {
    const left = estimate.result.leaveOneOut.map((one) => one.estimate);
    assert.equal(left.length, 80);
    assert.ok(Math.min(...left) > -3.5 && Math.max(...left) < -3);
    assert.equal(estimate.result.inTime?.firstTreatedYear, 2006);
    near(estimate.result.inTime?.estimate, -0.31260829797742773);
    assert.ok((estimate.result.preTrend?.p ?? 0) > 0.9);
  });

  test('the sentence it allows itself: cannot tell, and how large a change would have shown', () => {
    assert.equal(estimate.result.verdict.says, 'cannot tell');
    assert.deepEqual(estimate.result.verdict.doubts, ['changes that matter not ruled out']);
    assert.equal(
      estimate.result.sentence,
      'Cannot tell whether Fresno and Long Beach sped up or slowed from 2008-09 on: the interval still holds changes that matter (changes from 2 points a year on were named beforehand as those that matter). The estimate is −3.2 points a year (95 % interval −8.9 to 2.5). The smallest change this design could have shown is 8.2 points a year (80 % power at the 5 % level).',
    );
  });

  test('run again on the same data it changes nothing', async () => {
    const again = await runClaim(database, member, claim, () => at);
    assert.equal(again.done, 'same data');
  });
});
