import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { gatherDistrict } from '../../sample/students/gatherDistrict.ts';
import { fresnoLike } from '../../sample/students/studentDistrict.ts';
import { measureVault } from '../../src/vault/measuring/measureVault.store.ts';
import { loadPublicFile, selectPublicFigures } from '../../src/vault/reconcile/publicFigures.store.ts';
import { readPublicFile } from '../../src/vault/reconcile/readPublicFile.ts';
import { reconcileVault } from '../../src/vault/reconcile/reconcileVault.store.ts';
import { selectStoredRows } from '../../src/vault/reconcile/storedRows.store.ts';
import { fillVault } from './fillVault.ts';
import { openTestVault } from './openTestVault.ts';

const data = new URL('../../../shared/data/', import.meta.url).pathname;
const published = `${data}standards/published-fresno-longbeach/published_2022-23_to_2024-25.csv`;
const dashboard = `${data}california/dashboard-2024/monterey-part-1.csv`;
const missing = (path: string): string | false =>
  existsSync(path) ? false : `the public file ${path} is not on this machine`;
const now = () => new Date('2026-11-25T08:00:00Z');

test('of 1,456 published figures those of Fresno are kept, the small synthetic district stands beside them unexplained', {
  skip: missing(published),
}, async () => {
  const district = fresnoLike({ seed: 3, students: 120, firstYear: 2025, lastYear: 2025 });
  const vault = await openTestVault({ cds: district.cds, name: district.name });
  await fillVault(vault, gatherDistrict(district));
  for (const measure of ['suspension', 'suspension_any']) {
    await measureVault(vault, { year: 2025, measure, now });
  }
  const first = await loadPublicFile(vault, published, { asOf: null, now });
  assert.equal(first.status, 'loaded', first.said.join(' '));
  const again = await loadPublicFile(vault, published, { asOf: '2025-08-15', now });
  assert.deepEqual([again.status, again.figures], ['unchanged', first.figures]);
  const figures = await selectPublicFigures(vault);
  assert.equal(figures.length, first.figures);
  const graduates = figures.find((one) => one.measure === 'acgr' && one.year === 2024 && one.group === 'ALL');
  assert.deepEqual([graduates?.numerator, graduates?.n, graduates?.value], [4369, 5095, '85.8']);
  await reconcileVault(vault, { year: 2025, measure: 'suspension', now });
  const rows = await selectStoredRows(vault, { year: 2025, measure: 'suspension' });
  const all = rows.find(({ group }) => group === 'ALL');
  assert.equal(all?.status, 'unexplained');
  assert.match(
    all.next ?? '',
    /^One of the two counts less than half of the other’s students: look first whether the files of 2024-25 are whole/,
  );
  await vault.close();
});

test('the 2024 Dashboard download: Alisal’s mean with and without penalty, two years, under its own district only', {
  skip: missing(dashboard),
}, async () => {
  const { refused, said, figures, layout } = await readPublicFile(dashboard, '27659610000000');
  assert.deepEqual([refused, said, layout], [false, [], 'dashboard']);
  const white = figures.filter(
    ({ measure, group, school }) => measure === 'math_dfs' && group === 'WH' && school === '00000000000000',
  );
  assert.deepEqual(
    white.map(({ year, value, n, dataset }) => [year, value, n, dataset]),
    [
      [2024, '-71.6', 43, 'cde_dashboard_math_2024'],
      [2023, '-62.6', 45, 'cde_dashboard_math_2023'],
    ],
  );
  const mixed = figures.filter(
    ({ group, year, ...one }) => one.measure === 'math_dfs' && group === 'MR' && year === 2024,
  );
  assert.deepEqual(
    mixed
      .filter(({ school }) => school === '00000000000000')
      .map(({ value, n, dataset }) => [value, n, dataset]),
    [
      ['-52.5', 20, 'cde_dashboard_math_2024'],
      ['-36.9', 19, 'cde_dashboard_math_2024_before_penalty'],
    ],
  );
  const foster = figures.find(({ measure, group }) => measure === 'suspension' && group === 'FOS');
  assert.deepEqual([foster?.seen, foster?.reason], ['suppressed', 'few students']);
  assert.equal(figures.find(({ measure }) => measure === 'chronic_absence')?.grade, 'TK-8');
});
