import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { runTandem } from '../src/main.ts';

/** The contract's example as a 2 x 2 table: 9 is sensitive by 5 both ways. */
const cells = [
  { id: 'a', value: 9, status: 'sensitive', protectLower: 5, protectUpper: 5 },
  { id: 'b', value: 31 },
  { id: 't1', value: 40 },
  { id: 'c', value: 22 },
  { id: 'd', value: 18 },
  { id: 't2', value: 40 },
  { id: 's1', value: 31 },
  { id: 's2', value: 49 },
  { id: 't', value: 80, status: 'fixed' },
];
const sum = (total: string, ...parts: string[]) => ({
  rhs: 0,
  terms: [[total, -1], ...parts.map((part) => [part, 1])],
});
const relations = [
  sum('t1', 'a', 'b'),
  sum('t2', 'c', 'd'),
  sum('t', 't1', 't2'),
  sum('s1', 'a', 'c'),
  sum('s2', 'b', 'd'),
  sum('t', 's1', 's2'),
];
const table = { cells, relations };
const jj = [
  '0\n4',
  '0 9 9 u 0 100 5 5 0\n1 31 1 s 0 100 0 0 0\n2 20 5 s 0 100 0 0 0\n3 60 60 z 0 100 0 0 0',
  '1\n0 4 : 0 (1) 1 (1) 2 (1) 3 (-1)\n',
].join('\n');

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'protect-'));
});
after(() => rm(folder, { recursive: true }));

async function run(args: string[], stdin = '') {
  const said = { out: '', err: '' };
  const code = await runTandem(args, {
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
    stdin: Readable.from([Buffer.from(stdin)]),
  });
  return { code, ...said };
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test('the JSON has the keys of the contract: 9 is hidden with b, c and d for 71, proved least, in [0, 31]', async () => {
  const { code, out, err } = await run(['protect', '-', '--json'], JSON.stringify(table));
  assert.deepEqual([code, err], [0, '']);
  const { seconds, ...report } = JSON.parse(out) as Record<string, unknown>;
  assert.ok(typeof seconds === 'number' && seconds > 0);
  assert.deepEqual(report, {
    status: 'optimal',
    suppressed: ['a', 'b', 'c', 'd'],
    primary: ['a'],
    secondary: ['b', 'c', 'd'],
    objective: 71,
    bound: 71,
    audit: [{ id: 'a', value: 9, lower: 0, upper: 31, protected: true }],
  });
});

test('without --json a table says what was hidden and why, what it costs, and how narrow the interval is: 3.10 times', async () => {
  const path = await file('table.json.gz', gzipSync(JSON.stringify(table)));
  const { code, out } = await run(['protect', path]);
  assert.equal(code, 0);
  assert.match(out, /^ +1 hidden because sensitive$/m);
  assert.match(out, /^ +3 hidden to protect them$/m);
  assert.match(out, /cost 71 in their values; no suppression that protects costs less/);
  assert.match(out, /^a +9 +0 +31 +protected, 3\.10 times the width asked for$/m);
});

test('a .jj file costs 20 by value, 1 by the file\u2019s own costs, and 1 by count', async () => {
  const path = await file('table.jj', jj);
  const cost = async (...more: string[]) =>
    (JSON.parse((await run(['protect', path, '--json', ...more])).out) as { objective: number }).objective;
  assert.deepEqual(
    [await cost(), await cost('--objective', 'weight'), await cost('--objective', 'count')],
    [20, 1, 1],
  );
});

test('no time at all still gives an audited suppression, with the bound known by then', async () => {
  const { code, out } = await run(['protect', '-', '--json', '--time-limit', '0'], JSON.stringify(table));
  const report = JSON.parse(out) as { objective: number; bound: number; audit: { protected: boolean }[] };
  assert.equal(code, 0);
  assert.ok(report.objective >= 71 && report.bound <= 71 && report.audit.every((one) => one.protected));
});

test('a cell that what is fixed gives away is named, status infeasible: exit 1', async () => {
  const fixed = {
    cells: cells.map((cell) => (cell.id === 'a' ? cell : { ...cell, status: 'fixed' })),
    relations,
  };
  const { code, out, err } = await run(['protect', '-', '--json'], JSON.stringify(fixed));
  assert.equal(code, 1);
  assert.match(err, /no suppression protects the cell "a": what is fixed gives it away/);
  const { status, suppressed, objective } = JSON.parse(out) as Record<string, unknown>;
  assert.deepEqual([status, suppressed, objective], ['infeasible', [], null]);
  const known = { cells: cells.map((cell) => (cell.id === 'a' ? { ...cell, upper: 12 } : cell)), relations };
  assert.match(
    (await run(['protect', '-'], JSON.stringify(known))).err,
    /"a" asks for more protection than its/,
  );
});

test('a table that contradicts itself is refused by relation, and a truncated one as cut off: exit 1', async () => {
  const wrong = { cells: cells.map((cell) => (cell.id === 'b' ? { ...cell, value: 30 } : cell)), relations };
  for (const command of ['protect', 'audit']) {
    const { code, out, err } = await run([command, '-', '--json'], JSON.stringify(wrong));
    assert.equal(code, 1);
    assert.match(
      err,
      /standard input: relation 1 \("t1", "a", "b"\) does not hold: its cells add up to -1, not 0/,
    );
    assert.equal((JSON.parse(out) as { problems: string[] }).problems.length, 2);
    const cut = await run([command, '-'], JSON.stringify(table).slice(0, 99));
    assert.deepEqual([cut.code, cut.out], [1, '']);
    assert.match(cut.err, /the JSON is cut off after 99 characters/);
  }
  const path = await file('cut.gz', gzipSync(JSON.stringify(table)).subarray(0, 60));
  assert.match((await run(['protect', path])).err, /compressed file is cut off or broken/);
});

test('a sensitive cell that asks for no protection is told of', async () => {
  const silent = {
    cells: cells.map((cell) => (cell.id === 'a' ? { id: 'a', value: 9, status: 'sensitive' } : cell)),
    relations,
  };
  const { code, err } = await run(['protect', '-'], JSON.stringify(silent));
  assert.equal(code, 0);
  assert.match(err, /^1 sensitive cell asks for no protection/);
});

test('seven wrong uses end with 2 and one sentence; --help ends with 0', async () => {
  const uses: [args: string[], sentence: RegExp][] = [
    [['protect'], /Name one table, or - for standard input/],
    [['protect', 'a', 'b'], /Too many words/],
    [['protect', join(folder, 'none.json')], /Cannot read .*none\.json/],
    [['protect', '-', '--objective', 'cost'], /--objective is value, count or weight, not "cost"/],
    [['protect', '-', '--time-limit', 'soon'], /--time-limit is a number of seconds, not "soon"/],
    [['protect', '-', '--time-limit=-1'], /--time-limit is a number of seconds/],
    [['audit', '-', '--objective', 'value'], /--objective/],
  ];
  for (const [args, sentence] of uses) {
    const { code, out, err } = await run(args, JSON.stringify(table));
    assert.deepEqual([code, out], [2, ''], String(sentence));
    assert.match(err, sentence);
  }
  for (const command of ['protect', 'audit']) {
    const { code, out } = await run([command, '--help']);
    assert.equal(code, 0);
    assert.match(out, new RegExp(`^tandem ${command} TABLE`));
  }
});
