import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  basqueAnswers,
  basqueText,
  skipWithoutBlockPanels,
  wageAnswers,
  wagesText,
} from '../../test/blockPanels.ts';
import { estimateReportOf, near, runEstimate } from '../../test/estimateRun.ts';

const regions = '- --unit region --time year --outcome gdpcap --treated treated'.split(' ');
const basqueRanks = { sdid: 1 / 17, sc: 2 / 17, did: 7 / 17 };
for (const { method, solver, estimate, standardError } of basqueAnswers) {
  test(`Basque Country by ${method}, ${solver}: ${estimate}, error ${standardError}, as in R to 1e-9`, {
    skip: skipWithoutBlockPanels,
  }, async () => {
    const args = [...regions, '--method', method, '--solver', solver];
    const report = await estimateReportOf(args, basqueText());
    near(report.estimate, estimate);
    near(report.se, standardError);
    near(report.placebo?.p, basqueRanks[method], 1e-15);
    assert.deepEqual(
      [report.firstTreated, report.times, report.replications, report.treatedUnits],
      [1970, 43, 16, ['Basque Country (Pais Vasco)']],
    );
    assert.equal(report.verdict.because[0], 'too few placebos');
    assert.match(
      report.sentence,
      /16 placebos .* fewer than 19[.;] .* not have shown a change of any size\.$/,
    );
  });
}

const counties = '- --unit county --time year --outcome lemp --treated treated'.split(' ');
for (const { method, solver, estimate, standardError } of wageAnswers) {
  test(`40 counties of 2006 by ${method}, ${solver}: ${estimate}, jackknife ${standardError}, as in R to 1e-9`, {
    skip: skipWithoutBlockPanels,
  }, async () => {
    const args = [...counties, '--method', method, '--solver', solver, '--se', 'jackknife'];
    const report = await estimateReportOf(args, wagesText(2006));
    near(report.estimate, estimate);
    near(report.se, standardError);
    assert.deepEqual([report.seMethod, report.replications, report.seed], ['jackknife', 349, null]);
    assert.deepEqual([report.placebo, report.treatedUnits.length, report.firstTreated], [null, 40, 2006]);
  });
}

test('draws follow the seed: the same error twice, another with another seed, each with its own uncertainty', {
  skip: skipWithoutBlockPanels,
}, async () => {
  const of = (se: string, seed: string) =>
    estimateReportOf(
      [...counties, '--method', 'did', '--se', se, '--seed', seed, '--replications', '200'],
      wagesText(2006),
    );
  for (const [se, words] of [
    ['placebo', 'placebo, 200 draws'],
    ['bootstrap', 'bootstrap, 200 draws'],
  ] as const) {
    const [first, again, other] = [await of(se, '7'), await of(se, '7'), await of(se, '8')];
    assert.deepEqual([first.seMethod, first.seed, first.replications], [words, 7, 200]);
    assert.deepEqual(first, again);
    assert.notEqual(first.se, other.se);
    const apart = Math.abs((first.se ?? 0) - (other.se ?? 0));
    assert.ok(apart < 5 * (first.monteCarloError ?? 0), `${apart} apart`);
  }
});

test('counties that start in 2004, 2006 and 2007: -0.0310 by treated unit (R package did 2.5.1), lower, and refused by sdid', {
  skip: skipWithoutBlockPanels,
}, async () => {
  const { code, out, err } = await runEstimate(
    [...counties, '--method', 'staggered', '--json'],
    wagesText(2004, 2006, 2007),
  );
  assert.deepEqual([code, err], [0, '']);
  const report = JSON.parse(out);
  near(report.estimate, -0.031018282228749);
  near(report.se, 0.0124460593209979);
  near(report.averages.simple.estimate, -0.039951275155177);
  near(report.preTest.p, 0.16812, 1e-5);
  assert.deepEqual(
    report.groups.map(({ firstTreated, units }: { firstTreated: number; units: number }) => [
      firstTreated,
      units,
    ]),
    [
      [2004, 20],
      [2006, 40],
      [2007, 131],
    ],
  );
  assert.match(
    report.sentence,
    /^From each one's start on, lemp of 191 treated units ran 0\.031 lower than in comp/,
  );
  const refused = await runEstimate([...counties, '--method', 'sdid'], wagesText(2004, 2006));
  assert.equal(refused.code, 1);
  assert.match(refused.err, /different times: from 2004 .*; from 2006 .* and 20 more; .*--method staggered/);
  const text = await runEstimate([...counties, '--method', 'staggered'], wagesText(2004, 2006, 2007));
  assert.match(text.out, /^2006 +40 +−0\.0229 +−0\.0556 to 0\.0098$/m);
});
