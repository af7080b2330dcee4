import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { measureVault } from '../../src/vault/measuring/measureVault.store.ts';
import { calpadsFile } from './intakeDistrict.ts';
import { type PagesUnderTest, pagesUnderTest } from './pagesUnderTest.ts';
import { publishCounts } from './publishCounts.ts';

const district = '10621660000000';
const scratch = mkdtempSync(join(tmpdir(), 'tandem-reconcile-pages-'));
const now = () => new Date('2026-11-25T08:00:00Z');
const students = Array.from({ length: 13 }, (_, at) => ({
  ssid: String(1_000_000_001 + at),
  localId: `L${at}`,
}));
const slice = { measure: 'chronic_absence', year: 2024, school: '00000000000000', grade: 'all' };
const plain = { sum: null, denominator: null };

let pages: PagesUnderTest;
before(async () => {
  pages = await pagesUnderTest();
});
after(async () => {
  await pages.close();
  rmSync(scratch, { recursive: true });
});

function stateFile(name: string): string {
  const path = join(scratch, name);
  publishCounts(path, district, [
    { ...slice, group: 'ALL', n: 13, numerator: 4, ...plain },
    { ...slice, group: 'F', n: 12, numerator: 3, ...plain },
    { ...slice, group: 'HI', n: 14, numerator: 3, ...plain },
    { ...slice, group: 'FOS', n: 3, numerator: 1, ...plain },
  ]);
  return readFileSync(path, 'utf8');
}

async function handIn(name: string, content: string) {
  const data = new FormData();
  data.append('csrf', pages.formToken);
  if (name) data.append('files', new Blob([content]), name);
  const taken = await pages.ask('POST', '/reconcile', { body: data });
  return taken.location ? pages.ended(taken.location) : taken;
}

test('an empty vault says what to hand in; a form without files is shown again with its error', async () => {
  const empty = await pages.get('/reconcile');
  assert.match(empty.text, /No public figures are here yet\./);
  const none = await handIn('', '');
  assert.deepEqual([none.status, /Choose at least one file\./.test(none.text)], [422, true]);
  const broken = await handIn('none.csv', 'a,b\n1,2\n');
  assert.match(broken.text, /none\.csv: refused, nothing of it was kept\./);
});

test('a public file handed in becomes a matrix: 4 of 13 as before the late SENR, 12 equal, 14 differ, 3 withheld', async () => {
  const stas = students.map((one, at) => ({
    ...one,
    attended: at < 4 ? '120' : '178',
    unexcused: at < 4 ? '60' : '2',
  }));
  const sinf = students.slice(1);
  await pages.upload(['senr.txt', calpadsFile('SENR', students)], ['stas.txt', calpadsFile('STAS', stas)]);
  await pages.upload(['sinf.txt', calpadsFile('SINF', sinf)]);
  await pages.upload(['senr-late.txt', calpadsFile('SENR', students.slice(1))]);
  await measureVault(pages.vault, { measure: 'chronic_absence', year: 2024, now });
  const done = await handIn('state.csv', stateFile('state.csv'));
  assert.match(done.text, /state\.csv: 4 figures kept\..*See how the figures stand/s);
  const page = await pages.get('/reconcile');
  assert.match(
    page.text,
    /Of 4 published figures of 2023-24: 1 equal, 1 explained, 1 unexplained, 1 withheld by the state\./,
  );
  assert.match(page.text, />timing<\/a>/);
  assert.match(page.text, />differs \+3\.6<\/a>/);
  assert.match(
    page.text,
    /1 figure<\/strong>: the state’s is the vault’s figure as the vault stood before senr-late\.txt/,
  );
  assert.deepEqual(pages.handedIn(), []);
  assert.deepEqual(pages.faults, []);
});

test('a figure’s own page has both counts, the sentence, and each cause with what it would give', async () => {
  const address = '/reconcile/tandem_sample_chronic_absenteeism_2023_24/chronic_absence/district/all/';
  const all = await pages.get(`${address}ALL`);
  assert.match(all.text, /The state’s 30\.8 % \(4 of 13\) is the vault’s figure as the vault stood before/);
  assert.match(
    all.text,
    /30\.8 %<br><span class="quiet">4 of 13<\/span>.*<strong>is the state’s figure<\/strong>/s,
  );
  assert.match(all.text, /state\.csv, line 2/);
  const withheld = await pages.get(`${address}FOS`);
  assert.match(withheld.text, /The state withheld it \(few students\); the vault counts nobody here\./);
  assert.equal((await pages.get(`${address}WH`)).status, 404);
  assert.equal((await pages.get('/reconcile/x/no_such/district/all/ALL')).status, 404);
});

test('measured anew, what was tried stands no more and the page says so; reconciling again comes to the same, with its token', async () => {
  await measureVault(pages.vault, { measure: 'chronic_absence', year: 2024, now });
  const outdated = await pages.get('/reconcile');
  assert.match(outdated.text, /The measures were computed anew since they were reconciled\./);
  assert.match(outdated.text, /1 equal, 2 unexplained, 1 withheld/);
  const ordered = await pages.post('/reconcile/again');
  assert.equal(ordered.status, 303);
  await pages.ended(ordered.location ?? '');
  const page = await pages.get('/reconcile?year=2024&place=district');
  assert.match(page.text, /1 explained, 1 unexplained/);
  assert.doesNotMatch(page.text, /computed anew/);
  assert.equal((await pages.post('/reconcile/again', { csrf: 'wrong' })).status, 403);
});
