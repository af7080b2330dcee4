import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gatherDistrict } from '../../sample/students/gatherDistrict.ts';
import { fresnoLike } from '../../sample/students/studentDistrict.ts';
import type { StudentTables } from '../../sample/students/studentRows.ts';
import { measureVault } from '../../src/vault/measuring/measureVault.store.ts';
import { selectChangeNames } from '../../src/vault/reconcile/changeNames.store.ts';
import { loadPublicFile } from '../../src/vault/reconcile/publicFigures.store.ts';
import { type ReconcileRow, reconcileRows } from '../../src/vault/reconcile/reconcileRows.ts';
import { reconcileVault } from '../../src/vault/reconcile/reconcileVault.store.ts';
import { selectCounts } from '../../src/vault/reconcile/whatIfCounts.store.ts';
import type { Vault } from '../../src/vault/store/vault.ts';
import { fillVault } from './fillVault.ts';
import { openTestVault } from './openTestVault.ts';
import { districtCounts, type PublishedRow, publishCounts } from './publishCounts.ts';

const now = () => new Date('2026-11-25T08:00:00Z');
const year = 2025;
const generated = fresnoLike({ seed: 31, students: 420, firstYear: 2023, lastYear: 2025 });
const elementary = generated.schools.filter(({ type }) => type === 'elementary').map(({ cds }) => cds);
const [first = '', second = ''] = elementary;
const folder = mkdtempSync(join(tmpdir(), 'tandem-reconcile-'));

/** Two charter schools; one record in eight of mathematics and ELA is of a student who was not tested. */
const tables = ((): StudentTables => {
  const all = gatherDistrict(generated);
  const charters = new Set([first, second]);
  return {
    ...all,
    place: all.place.map((one) => ({ ...one, charter: charters.has(one.cds) })),
    test_result: all.test_result.map((one, at) =>
      at % 8 === 0 ? { ...one, attemptedness: 'N', include: 'N', scale_score: null, level: null } : one,
    ),
  };
})();

let vault: Vault;
before(async () => {
  vault = await measuredVault(tables, ['math_dfs', 'chronic_absence', 'suspension', 'suspension_any']);
});
after(async () => {
  await vault.close();
  rmSync(folder, { recursive: true });
});

async function measuredVault(rows: StudentTables, measures: readonly string[]): Promise<Vault> {
  const made = await openTestVault({ cds: generated.cds, name: generated.name });
  await fillVault(made, rows);
  for (const measure of measures) await measureVault(made, { year, measure, now });
  return made;
}

/** The state's own computation, of rows that were changed here and not by the vault. */
async function stateCounts(rows: StudentTables, measures: readonly string[]): Promise<PublishedRow[]> {
  const state = await measuredVault(rows, measures);
  try {
    await publishPlace(state);
    return await districtCounts(state, year);
  } finally {
    await state.close();
  }
}

/** Counts are read of published places: the district is one as soon as any figure of it is. */
async function publishPlace(of: Vault): Promise<void> {
  const path = join(folder, 'place.csv');
  publishCounts(path, generated.cds, [
    { measure: 'suspension', year, school: '00000000000000', grade: 'all', group: 'ALL', ...oneOfTwenty },
  ]);
  await loadPublicFile(of, path, { asOf: null, now });
}
const oneOfTwenty = { n: 20, numerator: 1, sum: null, denominator: null };

let published = 0;
async function reconcile(rows: readonly PublishedRow[], measure: string): Promise<ReconcileRow[]> {
  published += 1;
  const path = join(folder, `state-${published}.csv`);
  publishCounts(path, generated.cds, rows);
  const outcome = await loadPublicFile(vault, path, { asOf: null, now });
  assert.equal(outcome.status, 'loaded', outcome.said.join(' '));
  const groups = await reconcileVault(vault, { year, measure, now });
  return reconcileRows(groups, await selectChangeNames(vault), new Map());
}

function without(schools: readonly string[], rows: StudentTables): StudentTables {
  const left = <Row extends { readonly school_cds: string }>(all: readonly Row[]): Row[] =>
    all.filter(({ school_cds }) => !schools.includes(school_cds));
  return {
    ...rows,
    enrolment: left(rows.enrolment),
    attendance: left(rows.attendance),
    incident: left(rows.incident),
    test_result: left(rows.test_result),
    elpac_result: left(rows.elpac_result),
  };
}

function tested(rows: StudentTables): StudentTables {
  return { ...rows, test_result: rows.test_result.filter(({ attemptedness }) => attemptedness !== 'N') };
}

function causesOf(rows: readonly ReconcileRow[]): (string | null)[] {
  return [...new Set(rows.filter(({ status }) => status === 'explained').map(({ by }) => by))];
}

function statuses(rows: readonly ReconcileRow[]): string[] {
  return [...new Set(rows.map(({ status }) => status))].sort();
}

test('a file of the true counts is equal in every figure, those of fewer than 11 withheld', async () => {
  await publishPlace(vault);
  const rows = await reconcile(await districtCounts(vault, year), 'chronic_absence');
  assert.deepEqual(statuses(rows), ['equal', 'withheld']);
  assert.ok(rows.length > 20, `${rows.length} figures`);
});

test('a state that counts one of two charter schools: the other is named, for every group', async () => {
  const state = await stateCounts(without([second], tables), ['chronic_absence']);
  const rows = await reconcile(state, 'chronic_absence');
  assert.equal(statuses(rows).includes('unexplained'), false);
  const name = tables.place.find(({ cds }) => cds === second)?.name;
  assert.deepEqual(causesOf(rows), [`the vault’s figure without the charter school ${name}`]);
});

test('charter schools and penalty records left out at once are found together; 4 students too many stay unexplained', async () => {
  const state = await stateCounts(tested(without([first, second], tables)), ['math_dfs']);
  const planted = state.map((row) => (row.group === 'HI' ? { ...row, n: row.n + 4 } : row));
  const rows = await reconcile(planted, 'math_dfs');
  assert.deepEqual(causesOf(rows), [
    'the vault’s figure without charter schools and without participation penalty records',
  ]);
  const unexplained = rows.filter(({ status }) => status === 'unexplained');
  assert.deepEqual(
    unexplained.map(({ group }) => group),
    ['HI'],
  );
  assert.match(unexplained[0]?.sentence ?? '', /leaves .*points, −4 students\.$/);
});

test('suspensions of any length published as suspensions are the figure next door, with no row changed', async () => {
  const counts = await selectCounts(vault, { measures: ['suspension_any'], year, district: generated.cds });
  const state = counts.map((row) => ({ ...row, measure: 'suspension' }));
  const rows = await reconcile(state, 'suspension');
  assert.deepEqual(causesOf(rows), ['the vault’s figure of suspensions of any length']);
  assert.equal(statuses(rows).includes('unexplained'), false);
});

test('what was tried leaves the vault as it was: as many rows, counts and runs of before', async () => {
  const count = (text: string) => vault.rows({ name: 'count', text, parameters: [] });
  const [rows] = await count('select count(*) as n from enrolment');
  assert.deepEqual(rows, { n: tables.enrolment.length });
  const [tests] = await count("select count(*) as n from test_result where attemptedness = 'N'");
  assert.deepEqual(tests, {
    n: tables.test_result.filter(({ attemptedness }) => attemptedness === 'N').length,
  });
  const [runs] = await count('select count(*) as n from measure_run');
  assert.deepEqual(runs, { n: 4 });
});
