import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { broken, calpadsFile, type Cells, loadText } from '../../../test/vault/intakeDistrict.ts';
import { openTestVault } from '../../../test/vault/openTestVault.ts';
import { schoolYear } from '../../vocabulary/schoolYear.ts';
import type { Vault } from '../store/vault.ts';
import { profileChanges } from './profileChanges.ts';
import { recordFields, recordTypes } from './recordFields.ts';
import { recordProfile } from './recordProfile.ts';

let vault: Vault;
before(async () => {
  vault = await openTestVault();
});
after(() => vault.close());

test('every type is known in the seven years 2019-20 to 2025-26; a change names fields that are there', () => {
  for (const type of recordTypes) {
    for (let year = 2020; year <= 2026; year += 1)
      assert.ok(recordProfile(type, schoolYear(year)).known, `${type} ${year}`);
    assert.ok(!recordProfile(type, schoolYear(2019)).known);
    assert.ok(!recordProfile(type, schoolYear(2027)).known);
  }
  for (const { type, retired = [] } of profileChanges)
    for (const field of retired) assert.ok(recordFields[type].fields[field], `${type} ${field}`);
});

test('element numbers of an address differ by type: the year is 1.07 of SENR, 3.06 of SPRG, 7.07 of SDEM', () => {
  const year = (type: (typeof recordTypes)[number]) => recordFields[type].fields.year?.[0];
  assert.deepEqual(recordTypes.map(year), [
    '1.07',
    'Academic Year ID',
    '3.06',
    '12.06',
    '13.06',
    'Academic Year ID',
    'Academic Year ID',
    'Academic Year ID',
    '9.06',
    '10.06',
    '7.07',
    '8.06',
  ]);
  assert.equal(recordFields.SELA.fields.localId?.[0], '12.12');
});

test('from 2020-21 on the number 1.37 is another field’s; the name of the certificate is still read', () => {
  const of = (year: number) => {
    const found = recordProfile('SENR', schoolYear(year));
    return found.known ? found.profile.fields.apprentice : undefined;
  };
  const name = 'Pre-Apprenticeship Certification Program Completion Indicator';
  assert.deepEqual(of(2020), ['1.37', name]);
  assert.deepEqual(of(2021), [name]);
});

test('from 2023-24 on each guardian has a field of a name; the numbers 2.38 and 2.50 are those of before', () => {
  const of = (year: number) => {
    const found = recordProfile('SINF', schoolYear(year));
    return found.known ? [found.profile.fields.parent1?.[0], found.profile.fields.parent2?.[0]] : undefined;
  };
  assert.deepEqual(of(2023), ['2.38', '2.50']);
  const name = (n: number) => `Parent/Guardian ${n} Highest Education Level Code`;
  assert.deepEqual(of(2024), [name(1), name(2)]);
});

test('a year without a text at hand is refused with what is missing, once; a list of that year’s columns opens it', async () => {
  const rows: Cells[] = [{ year: '2026-2027' }, { year: '2026-2027', ssid: '1000000002', localId: 'L2' }];
  const file = calpadsFile('SELA', rows);
  const refused = await loadText(vault, file);
  assert.deepEqual(broken(refused), ['error yearMustBeKnown 2 12.06']);
  assert.equal(
    refused.findings[0]?.message,
    'the vault knows the columns of SELA in 2019-20 to 2025-26; missing are the CALPADS File Specifications of 2026-27',
  );
  const [header = ''] = file.split('\n');
  const list = header.split('^').map((element, i) => `SELA,${i + 1},${element},2027`);
  const listed = await loadText(vault, ['record_type,position,element,school_year', ...list].join('\n'));
  assert.equal(listed.status, 'loaded');
  const outcome = await loadText(vault, file);
  assert.deepEqual([outcome.status, outcome.profile, outcome.kept], ['loaded', '2027', 2]);
});

test('incidents of 2018-19 stood in SDIS files, which the refusal says', async () => {
  const outcome = await loadText(vault, calpadsFile('SINC', [{ year: '2018-2019' }]));
  assert.match(
    outcome.findings[0]?.message ?? '',
    /missing .* of 2018-19, when incidents, .* stood together in SDIS files$/,
  );
});

test('ADEL before 2020-21 and grade TK before 2023-24 are notes; in their years nothing is said', async () => {
  const notes = async (type: 'SELA' | 'SENR', row: Readonly<Record<string, string>>) =>
    broken(await loadText(vault, calpadsFile(type, [{ ssid: '1000000009', localId: 'L9', ...row }]))).filter(
      (one) => one.includes('codesMust'),
    );
  const adult = { status: 'ADEL', start: '20190814' };
  assert.deepEqual(await notes('SELA', { ...adult, year: '2019-2020' }), [
    'note codesMustHoldInTheirYear 2 12.13',
  ]);
  assert.deepEqual(await notes('SELA', { ...adult, year: '2020-2021' }), []);
  const young = { grade: 'TK', start: '20220815', year: '2022-2023' };
  assert.deepEqual(await notes('SENR', young), ['note codesMustHoldInTheirYear 2 1.24']);
  assert.deepEqual(await notes('SENR', { ...young, start: '20230815', year: '2023-2024' }), []);
});

test('an extract of the state’s data store says SELA-R and ends in two more columns', async () => {
  const own = await openTestVault();
  const [header = '', row = ''] = calpadsFile('SELA', [{}]).split('\n');
  const list = header.split('^').map((element, i) => `SELA,${i + 1},${element}`);
  await loadText(own, ['record_type,position,element', ...list].join('\n'));
  const stored = `${row.replace('SELA', 'SELA-R')}^20231001^20231001\n`;
  assert.deepEqual([(await loadText(own, stored)).status], ['loaded']);
  await own.close();
});
