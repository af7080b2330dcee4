import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runEstimate } from '../../test/estimateRun.ts';

const pair = [
  'unit,time,y,d',
  ...['A', 'B', 'C'].flatMap((unit, i) =>
    [1, 2, 3, 4].map((time) => `${unit},${time},${i * time},${unit === 'A' && time > 2 ? 1 : 0}`),
  ),
];
const pairArgs = [
  '-',
  '--unit',
  'unit',
  '--time',
  'time',
  '--outcome',
  'y',
  '--treated',
  'd',
  '--method',
  'did',
];

test('what cannot be had is refused with what to do: exit 1, and with --json as an object', async () => {
  const jackknife = await runEstimate([...pairArgs, '--se', 'jackknife', '--json'], pair.join('\n'));
  assert.equal(jackknife.code, 1);
  assert.match(jackknife.err, /only one is treated: use --se placebo\.\n$/);
  assert.deepEqual(Object.keys(JSON.parse(jackknife.out)), ['refusal']);
  assert.match(
    (await runEstimate([...pairArgs, '--se', 'bootstrap'], pair.join('\n'))).err,
    /use --se placebo/,
  );
  const alone = pair.filter((line) => !line.startsWith('C')).join('\n');
  const placebo = await runEstimate(pairArgs, alone);
  assert.deepEqual([placebo.code, placebo.out], [1, '']);
  assert.match(
    placebo.err,
    /more donors than treated units, and there are 1 donors for 1 treated: use --se none\.$/m,
  );
  assert.equal((await runEstimate([...pairArgs, '--se', 'none'], alone)).code, 0);
});

test('findings refuse the panel: each on standard error, and with --json findings, counts and what is missing', async () => {
  const broken = pair.filter((line) => line !== 'B,3,3,0').map((line) => line.replace('C,4,8', 'C,4,?'));
  const { code, out, err } = await runEstimate([...pairArgs, '--json'], broken.join('\n'));
  assert.equal(code, 1);
  assert.deepEqual(err.split('\n'), [
    'standard input:12: column y: "?" is no number; give a number with a decimal point and without thousands, or leave out the whole unit or the whole time (outcomeMustBeNumber)',
    'standard input: of 12 unit-times (3 units at 4 times) 1 is missing: B 3; add their rows, or leave out the units or times that lack them (panelMustBeBalanced)',
    'Standard input has 2 findings: nothing is estimated.',
    '',
  ]);
  const answer = JSON.parse(out);
  assert.deepEqual(answer.counts, { outcomeMustBeNumber: 1, panelMustBeBalanced: 1 });
  assert.deepEqual(answer.missing, { count: 1, first: [{ unit: 'B', time: '3' }] });
  assert.equal(answer.findings[0].line, 12);
});

test('of 30 findings of a rule twenty are told and ten counted', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => `U${i},1,?,0`);
  const { err } = await runEstimate(pairArgs, ['unit,time,y,d', ...rows].join('\n'));
  assert.match(err, /^ {2}and 10 more of outcomeMustBeNumber$/m);
});

const wrong: [args: string[], sentence: RegExp][] = [
  [[], /^Name one file, or - for standard input\.$/],
  [['a.csv', 'b.csv'], /^Too many words/],
  [['-'], /^Give --unit, --time, --outcome, --treated, --method\.$/],
  [['-', '--unit', 'u', '--time', 't', '--method', 'did'], /^Give --outcome, --treated\.$/],
  [[...pairArgs, '--method', 'ols'], /^There is no --method "ols", only sdid, sc, did, staggered\.$/],
  [[...pairArgs, '--solver', 'fast'], /^There is no --solver "fast", only exact, frank-wolfe\.$/],
  [
    [...pairArgs, '--se', 'robust'],
    /^There is no --se "robust", only placebo, jackknife, bootstrap, none\.$/,
  ],
  [[...pairArgs, '--better', 'more'], /^There is no --better "more", only up, down\.$/],
  [[...pairArgs, '--seed', '1.5'], /^--seed is a whole number from 0 to 4294967295, not "1\.5"\.$/],
  [[...pairArgs, '--replications', '1'], /^--replications is a whole number from 2 to 1000000, not "1"\.$/],
  [[...pairArgs, '--delimiter', ';;'], /^--delimiter is one character/],
  [[...pairArgs, '--matters', '0'], /^--matters is a number above zero, not "0"\.$/],
  [[...pairArgs, '--time', 'unit'], /^The column "unit" is named for two things\.$/],
  [[...pairArgs, '--method', 'staggered', '--se', 'placebo'], /^--method staggered has an error of its own/],
  [[...pairArgs, '--wild'], /^Unknown option '--wild'\.$/],
  [['nowhere.csv', ...pairArgs.slice(1)], /^Cannot read nowhere\.csv: ENOENT/],
];
for (const [args, sentence] of wrong) {
  test(`tandem estimate ${args.join(' ')} is wrong use: exit 2 and one sentence`, async () => {
    const { code, out, err } = await runEstimate(args, pair.join('\n'));
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, sentence);
  });
}
