import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { evidenceCommand } from './evidence.ts';
import { loadProgress } from './loadProgress.ts';

const header =
  'level,cds,name,school_year,metric,subgroup,value,numerator,denominator,reliability,source_dataset';
const fresno =
  'district,10621660000000,Fresno Unified,2023-24,suspension_rate,all,6.6,5153,78084,reliable,cde_suspension_2023_24';
const school =
  'school,10621661030642,Addams Elementary,2023-24,suspension_rate,all,5.3,40,757,reliable,cde_suspension_2023_24';

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-evidence-'));
  mkdirSync(join(folder, 'files/deep'), { recursive: true });
  writeFileSync(join(folder, 'files/a_schools.csv.gz'), gzipSync(`${header}\n${school}\n`));
  writeFileSync(join(folder, 'files/deep/districts.csv'), `${header}\n${fresno}\n`);
  writeFileSync(join(folder, 'files/notes.txt'), 'What these files are\n');
  writeFileSync(join(folder, 'files/.hidden'), 'x');
  writeFileSync(join(folder, 'bad.csv'), `${header}\n${fresno.replace('6.6', '106.6')}\n`);
});
after(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const said = { out: '', err: '' };
  const code = await evidenceCommand(
    args,
    { stdout: { write: (text) => (said.out += text) }, stderr: { write: (text) => (said.err += text) } },
    { TANDEM_DATA: join(folder, 'store') },
  );
  return { code, ...said, out: said.out.replaceAll(folder, '…'), err: said.err.replaceAll(folder, '…') };
}

test('--help says what the command does and which files it knows, exit 0', async () => {
  const { code, out } = await run('--help');
  assert.equal(code, 0);
  assert.match(out, /tandem evidence load PATH… \[--data DIR\]/);
  assert.match(out, /cde-outcomes .*district_observations\.csv/);
});

test('a wrong word, no path and an unknown flag are wrong use', async () => {
  await assert.rejects(run('burn'), { name: 'WrongUse', message: /There is no "evidence burn"/ });
  await assert.rejects(run('load'), { name: 'WrongUse', message: /Name the files or folders/ });
  await assert.rejects(run('load', 'x', '--quick'), { name: 'WrongUse' });
});

test('a path that does not exist is refused before the store is opened', async () => {
  await assert.rejects(run('load', join(folder, 'absent.csv')), {
    name: 'Refusal',
    message: `There is no file or folder ${join(folder, 'absent.csv')}.`,
  });
});

test('a file with a rate above 100 is refused with file, line, column and rule, exit 1', async () => {
  const { code, out, err } = await run('load', join(folder, 'bad.csv'));
  assert.equal(code, 1);
  assert.match(
    err,
    /…\/bad\.csv:2: column value: a rate of 106\.6 % cannot be; .* \(percentMustLieWithin0And100\)/,
  );
  assert.match(out, /bad\.csv: not loaded, 1 error\n0 of 1 file loaded, 1 refused/);
});

test('a school file is refused while its district is unknown; the folder loads districts and schools in their turn, exit 0', async () => {
  const alone = await run('load', join(folder, 'files/a_schools.csv.gz'));
  assert.equal(alone.code, 1);
  assert.match(alone.err, /a_schools\.csv\.gz:2: no loaded file has named the district 10621660000000/);
  const { code, out } = await run('load', join(folder, 'files'));
  assert.equal(code, 0, out);
  assert.match(
    out,
    /deep\/districts\.csv: 1 row, 1 cell \(0 suppressed\); layout cde-outcomes\n[^]*a_schools\.csv\.gz: 1 row, 1 cell /,
  );
  assert.match(out, /notes\.txt: not loaded: .*“What these files are”/);
  assert.match(out, /2 of 3 files loaded, 1 of unknown layout: 2 rows, 2 cells, 0 suppressed\n/);
});

test('a second time nothing changes, exit 0; the unknown file named itself is exit 1', async () => {
  const again = await run('load', join(folder, 'files'), '--json');
  assert.equal(again.code, 0);
  const { files, rollUps } = JSON.parse(again.out) as {
    files: { outcome: string; rows: number }[];
    rollUps: unknown;
  };
  assert.deepEqual(
    files.map(({ outcome }) => outcome),
    ['already loaded', 'already loaded', 'unknown layout'],
  );
  assert.deepEqual(rollUps, { spreads: 0, districts: 0, similarPairs: 0, bands: 0, expectations: 0 });
  assert.equal((await run('load', join(folder, 'files/notes.txt'))).code, 1);
});

test('list tells what is loaded, newest first, as text and as JSON', async () => {
  const { code, out } = await run('list');
  assert.equal(code, 0);
  assert.match(out, /a_schools\.csv\.gz  cde-outcomes  1 row.*\n.*districts\.csv/);
  const { files } = JSON.parse((await run('list', '--json')).out) as { files: { name: string }[] };
  assert.deepEqual(
    files.map(({ name }) => name),
    ['a_schools.csv.gz', 'districts.csv'],
  );
});

test('a load of four seconds is told each second on one line at a terminal, and not at all elsewhere', () => {
  for (const isTTY of [true, false]) {
    let told = '';
    let now = 0;
    const progress = loadProgress({ write: (text) => (told += text), isTTY }, () => now);
    for (now = 0; now <= 4000; now += 500) progress.rows('x.csv', now * 20);
    progress.end();
    const lines = told.match(/rows so far/g)?.length ?? 0;
    assert.equal(lines, isTTY ? 4 : 0);
    if (isTTY) assert.match(told, /x\.csv: 80,000 rows so far, 20,000 a second/);
  }
});
