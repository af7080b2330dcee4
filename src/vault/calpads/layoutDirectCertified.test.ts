import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { broken, loadText } from '../../../test/vault/intakeDistrict.ts';
import { openTestVault } from '../../../test/vault/openTestVault.ts';
import type { Vault } from '../store/vault.ts';

let vault: Vault;
before(async () => {
  vault = await openTestVault();
});
after(() => vault.close());

const list = (...rows: readonly string[]): string =>
  `${['ssid,local_id,school_year,certified_from,status', ...rows].join('\n')}\n`;

test('S, T and M are free meals, R reduced ones, from the day of certification to 30 June; a newer list takes the place', async () => {
  const rows = ['1000000001,L1,2024,2023-08-20,S', '1000000002,,2024,2023-09-01,R', ',L3,2024,2023-07-01,M'];
  const outcome = await loadText(vault, list(...rows));
  assert.deepEqual(
    [outcome.status, outcome.schoolYear, outcome.kept, broken(outcome)],
    ['loaded', 2024, 3, []],
  );
  const text =
    'select code, membership, school_cds, start_date::varchar as start_day, end_date::varchar as end_day from programme order by line';
  const at = { membership: '1', school_cds: '10621660000000', end_day: '2024-06-30' };
  assert.deepEqual(await vault.rows({ name: 'x', text, parameters: [] }), [
    { ...at, code: '181', start_day: '2023-08-20' },
    { ...at, code: '182', start_day: '2023-09-01' },
    { ...at, code: '181', start_day: '2023-07-01' },
  ]);
  const newer = await loadText(vault, list(...rows.slice(0, 2)));
  assert.deepEqual(newer.supersedes?.removed, 1);
});

test('what is wrong is told: another status, a day of another year, two years, no student, blanks', async () => {
  const wrong = async (...rows: readonly string[]) => broken(await loadText(vault, list(...rows)));
  assert.deepEqual(await wrong('1000000001,,2025,2024-08-20,F'), ['error codeMustBeKnown 2 status']);
  assert.deepEqual(await wrong('1000000001,,2025,2024-06-30,S'), [
    'error certificationMustLieInItsYear 2 certified_from',
  ]);
  assert.deepEqual(await wrong('1000000001,,2025,2024-08-20,S', '1000000001,,2026,2025-08-20,S'), [
    'error yearMustBeOne 3 school_year',
  ]);
  assert.deepEqual(await wrong('1000000001,,2024-25,2024-08-20,S'), ['error yearMustBeOne 2 school_year']);
  assert.deepEqual(await wrong(',,2025,2024-08-20,S'), ['error studentMustHaveAnId 2 ssid']);
  assert.deepEqual(await wrong('1000000001,,2025,,'), [
    'error valueMustStand 2 certified_from',
    'error valueMustStand 2 status',
  ]);
});
