import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runTandem } from '../../src/main.ts';
import { forgetFile, selectStandingFiles } from '../../src/vault/intake/forgetFile.store.ts';
import { fileHistory } from '../../src/vault/pages/fileTables.ts';
import { selectFiles, selectMeasured } from '../../src/vault/pages/loadedFiles.store.ts';
import type { Vault } from '../../src/vault/store/vault.ts';
import { bundleOf, plainSet } from './edfiSet.ts';
import { calpadsFile, loadText } from './intakeDistrict.ts';
import { openTestVault } from './openTestVault.ts';

const at = new Date('2026-11-25T10:00:00Z');

async function inVault(work: (vault: Vault) => Promise<void>): Promise<void> {
  const vault = await openTestVault();
  try {
    await work(vault);
  } finally {
    await vault.close();
  }
}

async function select(vault: Vault, text: string): Promise<string[]> {
  const rows = await vault.rows({ name: 'select', text, parameters: [] });
  return rows.map((row) => Object.values(row).join(' '));
}

const senr = (...ssids: string[]): string =>
  calpadsFile(
    'SENR',
    ssids.map((ssid) => ({ ssid, localId: `L${ssid.slice(-1)}` })),
  );
const one = '1000000001';
const two = '1000000002';
const three = '1000000003';

test('a file taken out goes with its 3 stays and the 2 students whom no other file names; name, hash and reason stay', async () => {
  await inVault(async (vault) => {
    const loaded = await loadText(vault, senr(one, two, three), 'SENR.txt');
    await loadText(vault, calpadsFile('SELA', [{ ssid: one, localId: 'L1' }]), 'SELA.txt');
    const done = await forgetFile(vault, loaded.file, 'of another district', at);
    assert.deepEqual(
      [done.removed, done.students, done.replaced, done.sets, done.released],
      [3, 2, [], [], 0],
    );
    assert.deepEqual(await select(vault, 'select ssid from student'), [one]);
    assert.deepEqual(await select(vault, 'select count(*) from enrolment'), ['0']);
    const { inForce, takenOut } = await selectStandingFiles(vault);
    assert.deepEqual([inForce.map(({ layout }) => layout)], [['calpads_sela']]);
    assert.deepEqual(
      takenOut.map((gone) => [gone.name, gone.removed, gone.why, gone.forgottenAt]),
      [[loaded.file, 3, 'of another district', at]],
    );
    const shown = (await selectFiles(vault)).find(({ name }) => name === loaded.file);
    assert.deepEqual([shown?.refused, shown?.forgotten_why], [false, 'of another district']);
    const page = String(fileHistory(await selectFiles(vault))).replaceAll(/<[^>]+>/g, '');
    assert.match(page, /Taken out November 25, 2026 at [^:]+:\d\d AM PST: of another district/);
    assert.doesNotMatch(page, /Refused/);
    await assert.rejects(
      forgetFile(vault, loaded.file, 'again', at),
      /it was refused, or taken out before\./,
    );
  });
});

test('what the file had replaced stays out until it is loaded again, and so can the file itself', async () => {
  await inVault(async (vault) => {
    const [early, late] = [senr(one), senr(one, two)];
    const first = await loadText(vault, early, 'early.txt');
    const second = await loadText(vault, late, 'late.txt');
    await assert.rejects(forgetFile(vault, first.file, 'old', at), /another file took its place\.$/);
    assert.equal((await loadText(vault, early, 'early.txt')).status, 'unchanged');
    const done = await forgetFile(vault, second.file, 'wrong export', at);
    assert.deepEqual([done.removed, done.students, done.replaced], [2, 2, [first.file]]);
    assert.deepEqual(await select(vault, 'select count(*) from enrolment'), ['0']);
    assert.deepEqual(await select(vault, 'select count(*) from superseded_enrolment'), ['0']);
    const again = await loadText(vault, early, 'early.txt');
    assert.deepEqual([again.status, again.kept, again.supersedes], ['loaded', 1, null]);
    const late2 = await loadText(vault, late, 'late.txt');
    assert.deepEqual([late2.status, late2.supersedes?.added], ['loaded', 1]);
    assert.deepEqual(await select(vault, 'select count(*) from enrolment'), ['2']);
    const gone = (await selectFiles(vault)).filter(({ forgotten_at }) => forgotten_at !== null);
    assert.deepEqual(
      gone.map(({ name, refused, forgotten_why }) => [name, refused, forgotten_why]),
      [[second.file, false, 'wrong export']],
    );
  });
});

test('a set that lacks kinds of records takes the year over once the earlier set is taken out', async () => {
  await inVault(async (vault) => {
    const whole = await loadText(vault, bundleOf(plainSet), 'whole.ndjson');
    const fewer = bundleOf(plainSet, { without: ['courses'] });
    const refused = await loadText(vault, fewer, 'fewer.ndjson');
    assert.deepEqual(
      refused.findings.map(({ rule }) => rule),
      ['setMustSayAllThatStands'],
    );
    assert.match(refused.findings[0]?.remedy ?? '', /tandem vault forget/);
    await forgetFile(vault, whole.file, 'courses are no longer kept there', at);
    assert.equal((await loadText(vault, fewer, 'fewer.ndjson')).status, 'loaded');
    assert.deepEqual(await select(vault, 'select count(*) from enrolment'), ['2']);
  });
});

test('refused: without a reason, by a name that is several files’, the list of schools, incidents that have results', async () => {
  await inVault(async (vault) => {
    const sinc = await loadText(vault, calpadsFile('SINC', [{}]), 'SINC.txt');
    const sirs = await loadText(vault, calpadsFile('SIRS', [{}]), 'SIRS.txt');
    await assert.rejects(forgetFile(vault, sinc.file, ' ', at), /^Refusal: Say why the file is taken out/);
    await assert.rejects(
      forgetFile(vault, 'other.txt', 'x', at),
      /^Refusal: No file named other\.txt was loaded/,
    );
    await assert.rejects(
      forgetFile(vault, sinc.file, 'x', at),
      new RegExp(`of ${sirs.file} belong to incidents of ${sinc.file}\\. Take out ${sirs.file} first`),
    );
    await forgetFile(vault, sirs.file, 'x', at);
    assert.equal((await forgetFile(vault, '1', 'x', at)).name, sinc.file);
    const list = 'cds,level,name,charter,type,alternative\n10621660000001,school,First,N,elementary,N\n';
    const places = await loadText(vault, list, 'places.csv');
    await assert.rejects(forgetFile(vault, places.file, 'x', at), /A list of schools cannot be taken out/);
    for (const more of [10, 11]) {
      await vault.run({
        name: 'insertForTest',
        text: `insert into loaded_file select * replace (file_id + ${more} as file_id, 'twice.csv' as name)
          from loaded_file where layout = 'places' and name <> 'twice.csv'`,
        parameters: [],
      });
    }
    await assert.rejects(forgetFile(vault, 'twice.csv', 'x', at), /Say which by its number: \d+, \d+\.$/);
  });
});

test('no release changes, the counts are out of date, and both are said', async () => {
  await inVault(async (vault) => {
    const { file } = await loadText(vault, senr(one), 'SENR.txt');
    for (const text of [
      `insert into release values ('a', 1, '2026-11-25 09:00:00Z', '{}', '{"is":1}', '{}', '2026-11-25 09:00:00Z', null, null)`,
      `insert into measure_run values (1, '2026-11-25 09:00:00Z', '2026-11-25 09:01:00Z')`,
    ]) {
      await vault.run({ name: 'insertForTest', text, parameters: [] });
    }
    assert.equal((await selectMeasured(vault))?.changed_since, 0);
    const done = await forgetFile(vault, file, 'x', at);
    assert.deepEqual([done.released, done.drafts], [1, 0]);
    assert.deepEqual(await select(vault, 'select canonical from release'), ['{"is":1}']);
    assert.equal((await selectMeasured(vault))?.changed_since, 1);
  });
});

test('the command lists files with their numbers, takes one out by its number, and wants a reason', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'tandem-forget-'));
  after(() => rmSync(scratch, { recursive: true }));
  const [folder, key, extract] = ['v', 'v.key', 'SENR.txt'].map((name) => join(scratch, name)) as [
    string,
    string,
    string,
  ];
  const vault = async (...args: string[]): Promise<string> => {
    let said = '';
    const io = { write: (text: string) => (said += text) };
    const exit = await runTandem(['vault', ...args], { stdout: io, stderr: io });
    return `${exit} ${said}`;
  };
  const keyed = ['--key-file', key];
  await vault('init', folder, '--district', '10621660000000', '--name', 'Fresno Unified', ...keyed);
  assert.match(
    await vault('forget', folder, ...keyed),
    /^0 No file is in the vault, and none was taken out\.\n$/,
  );
  writeFileSync(extract, senr(one, two));
  await vault('load', folder, extract, ...keyed);
  assert.match(
    await vault('forget', folder, ...keyed),
    /^0 {6}1 {2}SENR\.txt {2}\d{4}-\d\d {4}CALPADS SENR, 2 rows, loaded /,
  );
  assert.match(
    await vault('forget', folder, '1', ...keyed),
    /^2 Give --why: the reason stays in the vault\./,
  );
  assert.match(await vault('forget', folder, '7', '--why', 'x', ...keyed), /^1 No file named 7 was loaded\./);
  assert.match(
    await vault('forget', folder, '1', '--why', 'of another year', ...keyed),
    /^0 SENR\.txt \(\d{4}-\d\d\) is out of the vault: 2 rows, and 2 students whom no other file names\.\n$/,
  );
  assert.match(
    await vault('forget', folder, ...keyed),
    /^0 Taken out:\n {2}SENR\.txt \(\d{4}-\d\d\), 2 rows, on \d{4}-\d\d-\d\d: of another year\n$/,
  );
});
