import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { estimateReportOf, near, runEstimate } from '../../test/estimateRun.ts';
import { readAnswers, skipWithoutProp99 } from '../../test/prop99.ts';

const prop99 = '../shared/data/evaluation/synthdid_california_prop99.csv';
const tobacco = '--unit State --time Year --outcome PacksPerCapita --treated treated'.split(' ');

const exact = {
  sdid: { estimate: -15.605397916328574, se: 9.37118000307823, p: 2 / 39 },
  sc: { estimate: -19.513629768418589, se: 10.6330457295299, p: 3 / 39 },
  did: { estimate: -27.3491110836149, se: 17.2868000787261, p: 4 / 39 },
} as const;

for (const method of ['sdid', 'sc', 'did'] as const) {
  const { estimate: effect, se, p } = exact[method];
  test(`California by ${method}: ${effect}, error ${se} from 38 enumerated placebos, to 1e-9`, {
    skip: skipWithoutProp99,
  }, async () => {
    const report = await estimateReportOf([prop99, ...tobacco, '--method', method]);
    near(report.estimate, effect);
    near(report.se, se);
    near(report.placebo?.p, p, 1e-15);
    near(report.interval?.[0], effect - 1.959963984540054 * se);
    near(report.interval?.[1], effect + 1.959963984540054 * se);
    assert.deepEqual(
      [report.method, report.solver, report.seMethod, report.seed, report.replications],
      [method, 'exact', 'placebo, enumerated', null, 38],
    );
    assert.deepEqual(
      [report.units, report.times, report.treatedUnits, report.firstTreated],
      [39, 31, ['California'], 1989],
    );
    const answers =
      readAnswers<Record<string, { values: Record<string, string> }>>('prop99_placebo_exact.json');
    for (const [state, value] of Object.entries(answers[method]?.values ?? {}))
      near(report.placebo?.effects[state], Number(value));
  });
}

test('California: donor and time weights are those of 60-digit arithmetic to 1e-9, zeros named too, with a certificate', {
  skip: skipWithoutProp99,
}, async () => {
  type Weights = Record<string, { omega: Record<string, string>; lambda: Record<string, string> }>;
  const answers = readAnswers<Weights>('prop99_exact.json');
  for (const method of ['sdid', 'sc']) {
    const { weights, certificate } = await estimateReportOf([prop99, ...tobacco, '--method', method]);
    assert.deepEqual([Object.keys(weights.units).length, Object.keys(weights.times).length], [38, 19]);
    for (const [state, weight] of Object.entries(weights.units))
      near(weight, Number(answers[method]?.omega[state] ?? 0));
    for (const [year, weight] of Object.entries(weights.times))
      near(weight, Number(answers[method]?.lambda[year] ?? 0));
    assert.ok((certificate.units?.stationarity ?? 1) < 1e-10 && certificate.units?.unique);
  }
});

test('--solver frank-wolfe stops where the R package synthdid 0.0.9 stops: -15.6038278727338 and -19.619663470944', {
  skip: skipWithoutProp99,
}, async () => {
  const of = (method: string) =>
    estimateReportOf([prop99, ...tobacco, '--method', method, '--solver', 'frank-wolfe', '--delimiter', ';']);
  const [sdid, sc] = [await of('sdid'), await of('sc')];
  near(sdid.estimate, -15.6038278727338);
  near(sdid.se, 9.37091724145689);
  near(sc.estimate, -19.619663470944);
  near(sc.se, 10.6195459009264);
  assert.deepEqual([sdid.solver, sdid.certificate], ['frank-wolfe', { units: null, times: null }]);
});

test("the contract's keys come first and in its order, Tandem's own behind them", {
  skip: skipWithoutProp99,
}, async () => {
  const keys = Object.keys(await estimateReportOf([prop99, ...tobacco, '--method', 'sdid']));
  const contract =
    'method solver estimate se seMethod interval seed replications weights units times treatedUnits firstTreated placebo sentence';
  assert.deepEqual(keys.slice(0, 15), contract.split(' '));
  const { out } = await runEstimate(['--help']);
  for (const key of keys) assert.match(out, new RegExp(`\\b${key}\\b`), `--help does not tell ${key}`);
});

test('California cannot be told: 26.3 packs were the least this design could have shown, and 1 of 38 states is as far off', {
  skip: skipWithoutProp99,
}, async () => {
  const args = [prop99, ...tobacco, '--method', 'sdid', '--outcome-unit', 'packs'];
  const { sentence, verdict, smallestDetectable, leaveOneOut, otherMethods } = await estimateReportOf(args);
  assert.match(
    sentence,
    /^Cannot tell whether PacksPerCapita of California changed from 1989 on: .* −34\.0 to 2\.8/,
  );
  assert.match(sentence, /could have shown is 26\.3 packs \(80 % power at the 5 % level\)\.$/);
  assert.deepEqual(verdict.because, ['changes that matter not ruled out']);
  near(smallestDetectable, 26.2541593728998);
  assert.deepEqual(
    otherMethods.map(({ method }) => method),
    ['sc', 'did'],
  );
  near(otherMethods[0]?.estimate, exact.sc.estimate);
  assert.equal(Object.keys(leaveOneOut?.without ?? {}).length, 27);
  const named = await estimateReportOf([...args, '--matters', '35', '--better', 'down']);
  assert.match(
    named.sentence,
    /^No sign of a change larger than 34\.0 packs .* changes from 35 packs on were named/,
  );
});

test('without a standard error there is no interval, no placebo and nothing said but the estimate', {
  skip: skipWithoutProp99,
}, async () => {
  const report = await estimateReportOf([prop99, ...tobacco, '--method', 'sdid', '--se', 'none']);
  near(report.estimate, exact.sdid.estimate);
  assert.deepEqual(
    [report.se, report.seMethod, report.interval, report.placebo, report.seed, report.replications],
    [null, null, null, null, null, null],
  );
  assert.deepEqual(report.verdict.because, ['no standard error']);
});

test('a panel from standard input, its rows turned round, gives the same estimate to 1e-9', {
  skip: skipWithoutProp99,
}, async () => {
  const [header = '', ...rows] = readFileSync(prop99, 'utf8').trim().split(/\r?\n/);
  const turned = [header, ...rows.toReversed()].join('\n');
  near((await estimateReportOf(['-', ...tobacco, '--method', 'sdid'], turned)).estimate, exact.sdid.estimate);
});

test('for a reader the sentence stands first, then every method with interval and p, then what to mind', {
  skip: skipWithoutProp99,
}, async () => {
  const { out, code } = await runEstimate([prop99, ...tobacco, '--method', 'sdid']);
  assert.equal(code, 0);
  assert.match(out, /^Cannot tell whether/);
  assert.match(out, /^synthetic difference-in-differences +−15\.61 +−33\.97 to 2\.76 +0\.051 +1\.80$/m);
  assert.match(out, /^synthetic control +−19\.51 .* 0\.077 +1\.66$/m);
  assert.match(out, /^standard error +9\.37, placebo, enumerated \(38\)$/m);
  assert.match(out, /^donors that weigh most +Nevada 12\.4 %, New Hampshire 10\.5 %, .* and 21 more$/m);
  assert.match(out, /^without one donor +−17\.\d+ without Nevada to /m);
  assert.match(out, /^Mind:\n- No change that matters was named/m);
});
