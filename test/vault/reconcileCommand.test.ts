import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runTandem } from '../../src/main.ts';
import { calpadsFile } from './intakeDistrict.ts';
import { publishCounts } from './publishCounts.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tandem-reconcile-'));
after(() => rmSync(scratch, { recursive: true }));
const folder = join(scratch, 'fresno');
const keyFile = join(scratch, 'fresno.key');
const district = '10621660000000';

async function vault(...args: string[]) {
  let [out, err] = ['', ''];
  const exit = await runTandem(['vault', ...args, '--key-file', keyFile], {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  return { exit, out, err };
}

function write(name: string, text: string): string {
  writeFileSync(join(scratch, name), text);
  return join(scratch, name);
}

const students = Array.from({ length: 13 }, (_, at) => ({
  ssid: String(1_000_000_001 + at),
  localId: `L${at}`,
}));
/** The first 4 of 13 were absent on 60 of 180 days. */
const stas = calpadsFile(
  'STAS',
  students.map((one, at) => ({ ...one, attended: at < 4 ? '120' : '178', unexcused: at < 4 ? '60' : '2' })),
);
const absent = {
  measure: 'chronic_absence',
  year: 2024,
  school: '00000000000000',
  grade: 'all',
  group: 'ALL',
};

test('the state’s figure of before a correction is found: 4 of 13 stood there until the late SENR took a student out', async () => {
  await vault('init', folder, '--district', district, '--name', 'Fresno Unified');
  const early = await vault('reconcile', folder);
  assert.deepEqual([early.exit, /keeps no public figures yet/.test(early.err)], [1, true], early.err);
  const senr = write('senr.txt', calpadsFile('SENR', students));
  await vault('load', folder, senr, write('stas.txt', stas));
  await vault('load', folder, write('senr-late.txt', calpadsFile('SENR', students.slice(1))));
  const state = join(scratch, 'state.csv');
  publishCounts(state, district, [{ ...absent, n: 13, numerator: 4, sum: null, denominator: null }]);
  const unmeasured = await vault('reconcile', folder, state);
  assert.match(unmeasured.err, /has not been measured yet/);
  await vault('measure', folder, '--measure', 'chronic_absence');
  const said = await vault('reconcile', folder, '--json');
  assert.equal(said.exit, 0, said.err);
  const { figures, kept } = JSON.parse(said.out);
  assert.deepEqual([kept.length, kept[0].name, kept[0].figures], [1, 'state.csv', 1]);
  assert.match(
    figures[0].sentence,
    /^The state’s 30\.8 % \(4 of 13\) is the vault’s figure as the vault stood before senr-late\.txt \(\d{4}-\d\d-\d\d\) was loaded\. As it stands the vault counts 25\.0 % \(3 of 12\): −5\.8 percentage points, −1 student\.$/,
  );
  assert.equal(figures[0].status, 'explained');
});

test('a figure that nothing explains ends with 1, in words, as CSV and with what to look at', async () => {
  const state = join(scratch, 'state-later.csv');
  publishCounts(state, district, [{ ...absent, n: 15, numerator: 6, sum: null, denominator: null }]);
  const said = await vault('reconcile', folder, state);
  assert.equal(said.exit, 1);
  assert.match(said.out, /1 figure of Fresno Unified kept, 1 of them in the place of earlier ones/);
  assert.match(
    said.out,
    /Unexplained, 1 figure:\n {2}Chronic absenteeism 2023-24, All students: The vault’s 25\.0 % /,
  );
  const csv = await vault('reconcile', folder, '--csv', '--year', '2024');
  assert.match(csv.out, /^\uFEFFmeasure,year,school/);
  assert.match(
    csv.out,
    /chronic_absence,2023-24,district,,all,ALL,unexplained,40\.0,15,6,25\.0,12,3,,-15\.0,-3,/,
  );
});

test('wrong use and files that are none are refused in a sentence each', async () => {
  const none = write('none.csv', 'a,b\n1,2\n');
  const unknown = await vault('reconcile', folder, none);
  assert.equal(unknown.exit, 1);
  assert.match(
    unknown.out,
    /none\.csv: refused, nothing of it was kept\n {2}no layout that Tandem knows has its header/,
  );
  const other = join(scratch, 'other.csv');
  publishCounts(other, '19647250000000', [{ ...absent, n: 15, numerator: 6, sum: null, denominator: null }]);
  assert.match(
    (await vault('reconcile', folder, other)).out,
    /holds no figure of Fresno Unified or its schools/,
  );
  assert.equal((await vault('reconcile', folder, '--year', '24')).exit, 2);
  assert.equal((await vault('reconcile', folder, other, '--as-of', '2024-13-01')).exit, 2);
  assert.equal((await vault('reconcile', folder, '--as-of', '2024-08-15')).exit, 2);
  assert.match(
    (await vault('reconcile', folder, '--measure', 'no_such')).err,
    /No measure is called no_such/,
  );
  const missing = await vault('reconcile', folder, join(scratch, 'nowhere.csv'));
  assert.match(missing.out, /nowhere\.csv: refused, nothing of it was kept\n {2}There is no such file\./);
});
