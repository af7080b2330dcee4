import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import type { DashboardReport } from '../measures/dashboardFile.ts';
import { dashboardCommand } from './dashboard.ts';

const monterey = '../shared/data/california/dashboard-2024/monterey-part-1.csv';
const small = [
  'cds,rtype,studentgroup,indicator,currnumer,currdenom,currstatus,priornumer,priordenom,priorstatus,change,statuslevel,changelevel,color',
  '10000000000000,D,ALL,CHRO,50,200,25,60,200,30,-5,1,5,3',
  '10000000000000,D,EL,GRAD,39,40,97.5,30,40,75,22.5,5,5,5',
].join('\r\n');

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dashboard-'));
});
after(() => rm(folder, { recursive: true }));

async function run(args: string[], stdin = '') {
  const said = { out: '', err: '' };
  const code = await dashboardCommand(args, {
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
    stdin: Readable.from([Buffer.from(stdin)]),
  });
  return { code, ...said };
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test('every published figure of 1,260 rows of Monterey County is given by the rules', async (t) => {
  if (!existsSync(monterey))
    return t.skip(`${monterey} is not there: the published colours were NOT compared`);
  const { code, out, err } = await run([monterey, '--json']);
  const { rows, published } = JSON.parse(out) as DashboardReport;
  assert.equal(rows.length, 1260);
  const counts = Object.entries(published).map(([figure, { agree, of }]) => [figure, agree, of]);
  assert.deepEqual(counts, [
    ['status', 754, 754],
    ['change', 846, 846],
    ['statusLevel', 759, 759],
    ['changeLevel', 732, 732],
    ['colour', 599, 599],
    ['participation', 1163, 1163],
    ['penaltyRecords', 806, 806],
  ]);
  const { fromCounts, byPenaltyRule, notCheckable } = published.status;
  assert.deepEqual([fromCounts, byPenaltyRule, notCheckable], [434, 320, 130]);
  assert.deepEqual([published.change.fromCounts, published.change.withinRounding], [419, 427]);
  assert.deepEqual([code, err], [0, '']);
});

test('one published colour of Monterey altered is found, alone, with its line', async (t) => {
  if (!existsSync(monterey)) return t.skip(`${monterey} is not there: nothing was altered`);
  const lines = (await readFile(monterey, 'utf8')).split('\n');
  assert.ok(lines[1]?.includes(',-10.9,1,2,60,'));
  lines[1] = (lines[1] ?? '').replace(',-10.9,1,2,60,', ',-10.9,1,3,60,');
  const { code, out } = await run(['-', '--json'], lines.join('\n'));
  const { published } = JSON.parse(out) as DashboardReport;
  assert.deepEqual(
    Object.values(published).flatMap((one) => one.differ),
    [{ cds: '27659870000000', indicator: 'CCI', studentgroup: 'ALL', line: 2, published: 3, byTheRules: 2 }],
  );
  assert.equal(code, 1);
});

test('two rows from a file with a byte order mark and CRLF, or from standard input, agree: exit 0', async () => {
  const path = await file('small.csv', `\uFEFF${small}\r\n\r\n`);
  const fromFile = await run([path, '--json']);
  assert.deepEqual([fromFile.code, fromFile.err], [0, '']);
  assert.equal((JSON.parse(fromFile.out) as DashboardReport).rows.length, 2);
  assert.equal((await run(['-', '--json'], small)).out, fromFile.out);
  assert.equal((await run(['-', '--json'], small.replaceAll(',', '\t'))).out, fromFile.out);
});

test('without --json a table names every figure, with 2 of 2 colours', async () => {
  const { out } = await run(['-'], small);
  assert.match(out, /^2 rows judged by the rules of 2024\n/);
  assert.match(out, /^colour +2 +2 +0 {3}Red 0, Orange 0, Yellow 1, Green 0, Blue 1$/m);
});

test('a change level published as 4 where the rules give 5 is shown in words: exit 1', async () => {
  const { code, out } = await run(['-'], small.replace('22.5,5,5,5', '22.5,5,4,5'));
  assert.match(out, /line 3: 10000000000000 GRAD EL: 4, 5/);
  assert.equal(code, 1);
});

test('a numerator above its denominator is listed with line 2, column and remedy, and the other row judged: exit 1', async () => {
  const { code, out, err } = await run(['-', '--json'], small.replace('CHRO,50,200', 'CHRO,500,200'));
  assert.equal(
    err,
    'standard input:2: column currnumer: 500 students of 200; correct currnumer or currdenom (numeratorMustNotExceedDenominator)\n',
  );
  assert.equal((JSON.parse(out) as DashboardReport).rows.length, 1);
  assert.equal(code, 1);
});

test('a record after a quoted line break, and one with a broken quotation, are found on the right line', async () => {
  const [header, first, second] = small.split('\r\n');
  const text = `name,${header}\n"two\nlines",${first}\nx,${second?.replace('97.5', '197.5')}\n`;
  assert.match((await run(['-'], text)).err, /^standard input:4: column currstatus/);
  assert.match((await run(['-'], `name,${header}\n"a"b,${first}\n`)).err, /quotationMustBeClosed/);
});

test('seven wrong uses end with 2 and one sentence', async () => {
  const twice = await file('twice.csv', small);
  const uses: [args: string[], stdin: string, sentence: RegExp][] = [
    [[], '', /name the file/],
    [[join(folder, 'none.csv')], '', /cannot read .*none\.csv/],
    [[twice, '--yaml'], '', /--yaml/],
    [[twice, twice], '', /one file at a time/],
    [['-'], '', /the file is empty/],
    [['-'], 'a,b\n1,2\n', /lacks the columns cds, .*its header reads a, b/],
    [['-'], 'PK\u0003\u0004', /Excel workbook/],
  ];
  for (const [args, stdin, sentence] of uses) {
    const { code, out, err } = await run(args, stdin);
    assert.deepEqual([code, out], [2, ''], String(sentence));
    assert.match(err, sentence);
  }
});

test('--help says what the command does and the three exit codes: exit 0', async () => {
  const { code, out } = await run(['--help']);
  assert.match(out, /^tandem dashboard FILE\.csv \[--json\]/);
  assert.match(out, /0 everything agrees, 1 .*, 2 wrong use/);
  assert.equal(code, 0);
});
