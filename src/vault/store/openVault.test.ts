import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openTestVault } from '../../../test/vault/openTestVault.ts';
import { parseStatements, type Statement } from '../../vocabulary/sqlStatements.ts';
import type { Vault } from './vault.ts';

let vault: Vault;
before(async () => {
  vault = await openTestVault();
});
after(() => vault.close());

function statement(sql: string): Statement {
  const [only] = parseStatements(`-- name: only\n${sql}`, 'a test').values();
  assert.ok(only);
  return only;
}

test('3 rows are appended by name: a date, a decimal, a list; what is not named is null', async () => {
  const columns = ['line', 'student_id', 'school_year', 'school_cds', 'district_cds', 'exempt', 'file_id'];
  const rest = [1, 2024, '10621661030642', '10621660000000', false, 7];
  const written = await vault.append(
    'attendance',
    [...columns, 'expected_days'],
    [2, 3, 4].map((line) => [line, ...rest, 177.5]),
  );
  assert.equal(written, 3);
  const select = statement('select line, expected_days, attended_days, exempt from attendance order by line');
  assert.deepEqual((await vault.rows(select))[2], {
    line: 4,
    expected_days: 177.5,
    attended_days: null,
    exempt: false,
  });
});
test('whole numbers of every width come as number, a date as text, a time as Date, a list as array', async () => {
  const select = statement(
    'select count(*) as n, sum(line) as sum, $day::date as day, $at::timestamptz as at, $names as names, 1::smallint as small from attendance where file_id = $file',
  );
  const at = new Date('2026-11-25T08:00:00Z');
  const rows = await vault.rows(select, { day: '2024-02-29', at, names: ['a', "b'c"], file: 7 });
  assert.deepEqual(rows, [{ n: 3, sum: 9, day: '2024-02-29', at, names: ['a', "b'c"], small: 1 }]);
});
