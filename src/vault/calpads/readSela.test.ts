import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { broken, calpadsFile, type Cells, loadText } from '../../../test/vault/intakeDistrict.ts';
import { openTestVault } from '../../../test/vault/openTestVault.ts';
import type { Vault } from '../store/vault.ts';
import { followingStatuses } from './statusMustFollowFromTheOneBefore.ts';

let vault: Vault;
before(async () => {
  vault = await openTestVault();
});
after(() => vault.close());

let student = 1_000_000_100;
/** Loads an earlier and a later year's file of one new student, and answers what the later one breaks. */
async function after2024(earlier: readonly Cells[], later: readonly Cells[]): Promise<string[]> {
  student += 1;
  const of = (rows: readonly Cells[], year: string): Cells[] =>
    rows.map((row) => ({ ...row, year, ssid: String(student), localId: '' }));
  const held = await openTestVault();
  await loadText(held, calpadsFile('SELA', of(earlier, '2023-2024')));
  const outcome = await loadText(held, calpadsFile('SELA', of(later, '2024-2025')));
  await held.close();
  return broken(outcome);
}

test('a status is judged against what an earlier year’s file says of the student: EL after RFEP is a note', async () => {
  const reclassified = [
    { status: 'EL', start: '20190814' },
    { status: 'RFEP', start: '20230901' },
  ];
  assert.deepEqual(await after2024(reclassified, reclassified), []);
  assert.deepEqual(await after2024(reclassified, [{ status: 'EL', start: '20240815' }]), [
    'note statusMustFollowFromTheOneBefore 2 English Language Acquisition Status Code',
  ]);
  assert.deepEqual(
    await after2024([{ status: 'RFEP', start: '20230901' }], [{ status: 'EL', start: '20190814' }]),
    [],
  );
  assert.deepEqual(
    await after2024([{ status: 'EL', start: '20230901' }], [{ status: 'RFEP', start: '20220901' }]),
    ['note statusMustFollowFromTheOneBefore 2 English Language Acquisition Status Code'],
  );
});

test('reclassified on one day in one year’s file and on another in the next: a note', async () => {
  assert.deepEqual(
    await after2024([{ status: 'RFEP', start: '20230901' }], [{ status: 'RFEP', start: '20230915' }]),
    ['note reclassificationMustHappenOnce 2 English Language Acquisition Status Start Date'],
  );
});

test('the SQL and the rule know the same 15 pairs of statuses of all 36', async () => {
  const statuses = Object.keys(followingStatuses);
  const pairs = statuses.flatMap((before) => statuses.map((status) => ({ before, status })));
  const of = (row: Cells, at: number): Cells => ({ ...row, ssid: String(1_000_000_500 + at), localId: '' });
  const earlier = pairs.map(({ before }, at) =>
    of({ year: '2021-2022', status: before, start: '20211001' }, at),
  );
  const later = pairs.map(({ status }, at) => of({ year: '2022-2023', status, start: '20221001' }, at));
  await loadText(vault, calpadsFile('SELA', earlier));
  const notes = new Set(broken(await loadText(vault, calpadsFile('SELA', later))));
  const column = 'English Language Acquisition Status Code';
  const told = pairs.filter((_, at) =>
    notes.has(`note statusMustFollowFromTheOneBefore ${at + 2} ${column}`),
  );
  const forbidden = pairs.filter(({ before, status }) => !followingStatuses[before]?.includes(status));
  assert.deepEqual(told, forbidden);
  assert.equal(forbidden.length, 21);
});
