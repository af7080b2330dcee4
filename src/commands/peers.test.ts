import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { delimitedRecords } from './delimitedRecords.ts';
import { peersCommand } from './peers.ts';
import type { PeersReport } from './peersReport.ts';
import { WrongUse } from './readOptions.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-peers-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function run(args: string[], input = ''): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const io = {
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    stdin: Readable.from([input]),
  };
  return { code: await peersCommand(args, io), out, err };
}

async function report(args: string[], input = ''): Promise<PeersReport> {
  const { code, out, err } = await run([...args, '--json'], input);
  assert.equal(code, 0, err);
  return JSON.parse(out) as PeersReport;
}

/** Forty units whose two factors go together, and a third that is the same for all. */
const forty = [
  'unit,share,size,same',
  ...Array.from({ length: 40 }, (_, i) => `u${i},${i},${i + ((i * 7) % 5)},3`),
].join('\n');

test('the peers of u20 are listed nearest first within the caliper, and what factors add sums to the squared distance', async () => {
  const found = await report([fileOf('forty.csv', forty), '--id', 'u20', '--k', '6']);
  assert.equal(found.id, 'u20');
  assert.ok(found.peers.length > 0 && found.peers.length <= 6);
  const distances = found.peers.map(({ distance }) => distance);
  assert.deepEqual(
    distances,
    distances.toSorted((a, b) => a - b),
  );
  for (const { distance, contributions } of found.peers) {
    assert.ok(distance <= found.caliper);
    assert.deepEqual(Object.keys(contributions), ['share', 'size', 'same']);
    const sum = Object.values(contributions).reduce((one, other) => one + other, 0);
    assert.ok(Math.abs(sum - distance ** 2) < 1e-12, `${sum} is not ${distance ** 2}`);
  }
  assert.deepEqual(found.constant, ['same']);
  assert.equal(found.peers.length + found.excluded.length, 6);
  assert.match(found.excluded[0]?.why ?? 'too far', /too far/);
});

test('the nearest of three units by hand: with one factor the distance is the difference in standard deviations', async () => {
  const found = await report(['-', '--id', 'a', '--caliper', '9'], 'unit,x\na,0\nb,1\nc,5\n');
  const deviation = Math.sqrt((4 + 1 + 9) / 3);
  assert.deepEqual(
    found.peers.map(({ id }) => id),
    ['b', 'c'],
  );
  assert.ok(Math.abs((found.peers[0]?.distance ?? 0) - 1 / deviation) < 1e-12);
  assert.ok(Math.abs((found.peers[1]?.distance ?? 0) - 5 / deviation) < 1e-12);
});

test('nobody is listed to fill the list: beyond the caliper they are excluded, with their distance', async () => {
  const found = await report(['-', '--id', 'a', '--caliper', '1'], 'unit,x\na,0\nb,1\nc,5\n');
  assert.deepEqual(
    found.peers.map(({ id }) => id),
    ['b'],
  );
  assert.deepEqual(found.excluded, [{ id: 'c', why: 'too far to be called similar: distance 2.31' }]);
  const words = await run(['-', '--id', 'a', '--caliper', '0.1'], 'unit,x\na,0\nb,1\nc,5\n');
  assert.match(words.out, /^No unit is similar to a: distance at most 0\.10 on 1 factors\./);
});

test('a unit that misses a factor is named and left out; one that is asked about is refused with what it misses', async () => {
  const text = 'unit,x,y\na,0,1\nb,1,3\nc,5,2\nd,,2\n';
  const found = await report(['-', '--id', 'a', '--caliper', '9'], text);
  assert.deepEqual(found.excluded, [{ id: 'd', why: 'has no x' }]);
  const refused = await run(['-', '--id', 'd'], text);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /"d" has no x: fill that in/);
});

test('a weight of 4 doubles a factor, 0 leaves it out, as a table or as JSON; wrong weights are named', async () => {
  const text = 'unit,x,y\na,0,1\nb,1,3\nc,5,2\n';
  const plain = await report(
    ['-', '--id', 'a', '--caliper', '9', '--weights', fileOf('w0.json', '{"y":0}')],
    text,
  );
  const heavy = await report(
    ['-', '--id', 'a', '--caliper', '9', '--weights', fileOf('w4.csv', 'factor,weight\nx,4\ny,0\n')],
    text,
  );
  assert.deepEqual(Object.keys(plain.peers[0]?.contributions ?? {}), ['x']);
  assert.ok(
    Math.abs((heavy.peers[0]?.distance ?? 0) - 2 * (plain.peers[0]?.distance ?? 0)) < 1e-12,
    'twice the distance',
  );
  for (const [weights, message] of [
    ['{"z":1}', /no factor "z"; it has x, y/],
    ['{"x":-1}', /weight of x is a number from 0 on/],
    ['{"x":0,"y":0}', /every factor has the weight 0/],
    ['x;1', /the header is "factor,weight"/],
    ['factor,weight\nx,1\nx,2\n', /line 3: "x" is weighed twice/],
    ['{"x":', /this is no JSON/],
  ] as const) {
    const { code, err } = await run(['-', '--id', 'a', '--weights', fileOf('wrong', weights)], text);
    assert.equal(code, 1);
    assert.match(err, message);
  }
});

test('everything wrong in a profile is told at once, with line, column and what to do', async () => {
  const { code, out, err } = await run(
    ['-', '--id', 'a', '--json'],
    'unit,x,y\na,1,2\nb,2,five\na,3,4\n,1,1\nc,1\n',
  );
  assert.equal(code, 1);
  assert.match(err, /standard input:3: column y: "five" is no number/);
  assert.match(err, /standard input:4: "a" stands in line 2 too/);
  assert.match(err, /standard input:5: the unit is blank/);
  assert.match(err, /standard input:6: the header has 3 fields and this row 2/);
  const { refusal, counts } = JSON.parse(out) as { refusal: string; counts: Record<string, number> };
  assert.match(refusal, /4 findings: nobody is compared/);
  assert.equal(counts.factorMustBeNumber, 1);
});

test('what no distance can be taken on is refused: one column, two units, nothing that differs, an unknown unit', async () => {
  for (const [text, message] of [
    ['unit\na\nb\n', /the header has one column/],
    ['', /the file is empty/],
    ['unit,x\n', /no row follows the header/],
    ['unit,x\na,1\nb,2\n', /Fewer than three units/],
    ['unit,x\na,1\nb,1\nc,1\n', /Every factor is the same/],
    ['unit,x\nA1,1\nb,2\nc,4\n', /There is no unit "a"; did you mean "A1"\?/],
    ['unit,x,x\na,1,1\nb,2,2\nc,3,3\n', /this column more than once/],
  ] as const) {
    const { code, err } = await run(['-', '--id', 'a'], text);
    assert.equal(code, 1, text);
    assert.match(err, message);
  }
});

test('wrong use is told by name: no unit, no whole k, no file that can be read', async () => {
  await assert.rejects(run(['-']), new WrongUse('Give --id, the unit whose peers are sought.'));
  await assert.rejects(run(['-', '--id', 'a', '--k', '0']), /--k is a whole number from 1 on, not "0"/);
  await assert.rejects(run(['-', '--id', 'a', '--caliper', 'far']), /--caliper is a distance above zero/);
  await assert.rejects(run(['-', '--id', 'a', '--weights', '-']), /not both/);
  await assert.rejects(run([join(folder, 'none.csv'), '--id', 'a']), /Cannot read/);
  assert.match((await run(['--help'])).out, /^tandem peers PROFILE\.csv/);
});

test('an unknown id is answered with those that differ in zeros, case or two letters, or that hold it', async () => {
  const ids = ['0162166 Fresno Unified', '0964725 Long Beach Unified', '0210 Central'];
  const text = `unit,x\n${ids.map((id, i) => `${id},${i}`).join('\n')}\n`;
  for (const [asked, near] of [
    ['162166 fresno unified', ids[0]],
    ['0162166 Fresno Unifeid', ids[0]],
    ['long beach', ids[1]],
  ] as const) {
    const { code, err } = await run(['-', '--id', asked], text);
    assert.equal(code, 1);
    assert.equal(err, `standard input: There is no unit "${asked}"; did you mean "${near}"?\n`);
  }
  const { err } = await run(['-', '--id', 'Sacramento'], text);
  assert.equal(err, 'standard input: There is no unit "Sacramento".\n');
});

test('the last of three shares that sum to 100 is named as repeating, and so is a factor in other units', async () => {
  const rows = Array.from({ length: 20 }, (_, i) => {
    const [first, second] = [(7 * i) % 31, (11 * i) % 37];
    return `u${i},${first},${second},${100 - first - second},${i % 3},${first * 2.5 + 1}`;
  });
  const text = `unit,el,swd,others,size,el_twice\n${rows.join('\n')}\n`;
  const found = await report(['-', '--id', 'u3'], text);
  assert.deepEqual(found.repeating, ['others', 'el_twice']);
  assert.match((await run(['-', '--id', 'u3'], text)).out, /^Follows exactly from .*: others, el_twice\.$/m);
});

const areas = '../shared/data/california/district-areas-2018-19.csv';

test('of 944 California districts by whom they serve, Fresno is like Central, Merced City and Bakersfield City, not like Long Beach', async (t) => {
  if (!existsSync(areas)) return t.skip(`${areas} is not there: no real district was compared`);
  const read = delimitedRecords(readFileSync(areas, 'utf8'), areas);
  assert.ok('records' in read);
  const shares =
    'ELpct SEDpct SWDpct FOSpct HOMpct AApct ASpct FIpct HIpct WHpct MRpct PIpct AIpct NRpct'.split(' ');
  const rows = read.records.map(({ fields }) => {
    const at = (column: string) => fields[read.header.indexOf(column)] ?? '';
    return [at('CDSCode'), Math.log(Number(at('EnrollTotal'))), ...shares.map(at)].join(',');
  });
  const text = [`district,log_enrolment,${shares.join(',')}`, ...rows].join('\n');
  const found = await report(['-', '--id', '10621660000000', '--k', '30'], text);
  assert.equal(found.compared, 944);
  assert.deepEqual(
    found.peers.slice(0, 3).map(({ id }) => id),
    ['10739650000000', '24657710000000', '15633210000000'],
  );
  assert.ok(!found.peers.some(({ id }) => id === '19647250000000'));
  for (const { distance, contributions } of found.peers) {
    const sum = Object.values(contributions).reduce((one, other) => one + other, 0);
    assert.ok(Math.abs(sum - distance ** 2) < 1e-9, `${sum} is not ${distance ** 2}`);
  }
});
