import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { estimateReportOf, near, runEstimate } from '../../test/estimateRun.ts';

// Outside answers: the R package synthdid's own source, and the same problems solved to the optimum by an active set in R
// 4.2.2. Basque: 17 regions 1955 to 1997 (Spain as a whole left out), the Basque Country treated from 1970.
const basque = '../shared/reference/numerics/basque.csv';
const basqueAnswers = [
  ['sdid', 'exact', -0.793414844790198, 0.319982491111815, 1 / 17],
  ['sdid', 'frank-wolfe', -0.793434965210669, 0.319887914320077, 1 / 17],
  ['sc', 'exact', -0.894588548375871, 0.490928152575372, 2 / 17],
  ['sc', 'frank-wolfe', -0.891936850919024, 0.497454810637456, 2 / 17],
  ['did', 'exact', -0.4308043960434, 0.642039240417214, 7 / 17],
] as const;
for (const [method, solver, effect, se, p] of basqueAnswers) {
  test(`Basque Country by ${method}, ${solver}: ${effect}, error ${se}, as in R to 1e-9`, {
    skip: existsSync(basque) ? false : `${basque} is not there: nothing was compared with R`,
  }, async () => {
    const rows = readFileSync(basque, 'utf8').trim().split('\n').slice(1);
    const text = rows
      .map((row) => row.split(',').slice(0, 4))
      .filter(([number]) => number !== '1.0')
      .map(([number, ...rest]) => [...rest, number === '17.0' && Number(rest[1]) >= 1970 ? 1 : 0].join('\t'));
    const stdin = ['region\tyear\tgdpcap\ttreated', ...text].join('\n');
    const args = ['-', '--unit', 'region', '--time', 'year', '--outcome', 'gdpcap', '--treated', 'treated'];
    const report = await estimateReportOf([...args, '--method', method, '--solver', solver], stdin);
    near(report.estimate, effect);
    near(report.se, se);
    near(report.placebo?.p, p, 1e-15);
    assert.deepEqual(
      [report.firstTreated, report.times, report.replications, report.treatedUnits[0]?.slice(0, 6)],
      [1970, 43, 16, 'Basque'],
    );
    assert.equal(report.verdict.because[0], 'too few placebos');
    assert.match(
      report.sentence,
      /16 placebos .* fewer than 19[.;] .* not have shown a change of any size\.$/,
    );
  });
}

const mpdta = '../shared/reference/numerics/mpdta.csv';
const skipMpdta = existsSync(mpdta) ? false : `${mpdta} is not there: nothing was compared with R`;
const counties = '--unit county --time year --outcome lemp --treated treated'.split(' ');

/** Counties of a higher minimum wage from the given years on and those without one. */
function wages(...starts: number[]): string {
  const rows = readFileSync(mpdta, 'utf8').trim().split('\n').slice(1);
  const kept = rows
    .map((row) => row.split(','))
    .filter(([, , , , first]) => [0, ...starts].includes(Number(first)))
    .map(([year, county, , lemp, first]) => [
      county,
      year,
      lemp,
      Number(first) > 0 && Number(year) >= Number(first) ? 1 : 0,
    ]);
  return ['county|year|lemp|treated', ...kept.map((row) => row.join('|'))].join('\n');
}

const wageAnswers = [
  ['sdid', 'exact', -0.0236168681098501, 0.0167283662555595],
  ['sdid', 'frank-wolfe', -0.0235682658496187, 0.0167269781028246],
  ['sc', 'frank-wolfe', 0.0127569414069324, 4.058957800147],
  ['did', 'exact', -0.0225700476084709, 0.0211641063561811],
] as const;
for (const [method, solver, effect, se] of wageAnswers) {
  test(`40 counties of 2006 by ${method}, ${solver}: ${effect}, jackknife ${se}, as in R to 1e-9`, {
    skip: skipMpdta,
  }, async () => {
    const args = ['-', ...counties, '--method', method, '--solver', solver, '--se', 'jackknife'];
    const report = await estimateReportOf(args, wages(2006));
    near(report.estimate, effect);
    near(report.se, se);
    assert.deepEqual([report.seMethod, report.replications, report.seed], ['jackknife', 349, null]);
    assert.deepEqual([report.placebo, report.treatedUnits.length, report.firstTreated], [null, 40, 2006]);
  });
}

test('draws follow the seed: the same error twice, another with another seed, each with its own uncertainty', {
  skip: skipMpdta,
}, async () => {
  const of = (se: string, seed: string) =>
    estimateReportOf(
      ['-', ...counties, '--method', 'did', '--se', se, '--seed', seed, '--replications', '200'],
      wages(2006),
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
  skip: skipMpdta,
}, async () => {
  const { code, out, err } = await runEstimate(
    ['-', ...counties, '--method', 'staggered', '--json'],
    wages(2004, 2006, 2007),
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
  const refused = await runEstimate(['-', ...counties, '--method', 'sdid'], wages(2004, 2006));
  assert.equal(refused.code, 1);
  assert.match(refused.err, /different times: from 2004 .*; from 2006 .* and 20 more; .*--method staggered/);
  const text = await runEstimate(['-', ...counties, '--method', 'staggered'], wages(2004, 2006, 2007));
  assert.match(text.out, /^2006 +40 +−0\.0229 +−0\.0556 to 0\.0098$/m);
});
