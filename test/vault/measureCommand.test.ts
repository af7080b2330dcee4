import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runTandem } from '../../src/main.ts';
import { parseKeyFile } from '../../src/vault/store/vaultKey.ts';
import { useVault } from '../../src/vault/store/useVault.ts';
import { districtCds, schoolA } from './measuredDistrict.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tandem-measure-'));
after(() => rmSync(scratch, { recursive: true }));
const folder = join(scratch, 'fresno');
const keyFile = join(scratch, 'fresno.key');

async function vault(...args: string[]) {
  let [out, err] = ['', ''];
  const exit = await runTandem(['vault', ...args], {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  return { exit, out, err };
}

test('a sealed vault is measured by a command: 1 of 2 absent, −4.5 points, and what is missing by its file', async () => {
  await vault('init', folder, '--district', districtCds, '--name', 'Fresno Unified', '--key-file', keyFile);
  const empty = await vault('measure', folder, '--key-file', keyFile);
  assert.deepEqual([empty.exit, /There is nothing to measure yet/.test(empty.err)], [1, true]);
  const key = parseKeyFile(readFileSync(keyFile, 'utf8'), keyFile);
  await useVault(folder, { at: new Date(), key: async () => key, tell: () => undefined }, async (open) => {
    const place = [2024, districtCds, schoolA];
    const atSchool = ['student_id', 'school_year', 'district_cds', 'school_cds'];
    await open.append(
      'student',
      ['student_id', 'district_cds'],
      [1, 2].map((id) => [id, districtCds]),
    );
    await open.append(
      'enrolment',
      [...atSchool, 'status', 'grade', 'start_date', 'file_id', 'line'],
      [1, 2].map((id) => [id, ...place, '10', '05', '2023-08-14', 1, id]),
    );
    await open.append(
      'attendance',
      [...atSchool, 'expected_days', 'attended_days', 'unexcused_days', 'exempt', 'file_id', 'line'],
      [1, 2].map((id) => [id, ...place, 180, 180 - 9 * id, 9 * id, false, 1, id]),
    );
    await open.append(
      'test_result',
      [
        ...atSchool,
        'test',
        'grade_assessed',
        'scale_score',
        'level',
        'include',
        'attemptedness',
        'first_test_day',
        'file_id',
        'line',
      ],
      [1, 2].map((id) => [
        id,
        ...place,
        'MATH',
        '05',
        2500 + 9.5 * 2 * id - 5,
        2,
        'Y',
        'Y',
        '2024-04-15',
        1,
        id,
      ]),
    );
  });
  const said = await vault('measure', folder, '--key-file', keyFile);
  assert.equal(said.exit, 0, said.err);
  assert.match(said.out, /Chronic absenteeism +50\.0 % \(n 2\)/);
  assert.match(said.out, /Mathematics, distance from standard +\u22124\.5 points \(n 2\)/);
  assert.match(said.out, /CALPADS SENR \(enrolment\) of 2020-21, for 2023-24: acgr, /);
  const json = JSON.parse(
    (await vault('measure', folder, '--key-file', keyFile, '--measure', 'math_dfs', '--json')).out,
  );
  assert.deepEqual(json.district, [
    { measure: 'math_dfs', year: 2024, n: 2, numerator: null, sum: '-9.0000', denominator: null },
  ]);
  assert.equal(json.run, 3);
});
