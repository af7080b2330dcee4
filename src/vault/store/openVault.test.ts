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

test('a transaction keeps nothing when a row is wrong: null in a full column, too large, no day, too long, no column', async () => {
  const columns = ['incident_id', 'student_id', 'result', 'days', 'file_id', 'line'];
  const good = [1, 2, '100', 1.5, 7, 2];
  const wrong: [row: (string | number | null)[], sentence: RegExp][] = [
    [[1, null, '100', 1.5, 7, 2], /NOT NULL/],
    [[3_000_000_000, 2, '100', 1.5, 7, 2], /./],
    [[1, 2, '100', 1.5, 7], /^RangeError: A row for incident_student has 5 values, not 6\.$/],
  ];
  const count = statement('select count(*) as n from incident_student');
  for (const [row, sentence] of wrong) {
    const rows = [...Array.from({ length: 5000 }, () => good), row];
    await assert.rejects(
      vault.transaction((connection) => connection.append('incident_student', columns, rows)),
      sentence,
    );
    assert.deepEqual(await vault.rows(count), [{ n: 0 }], JSON.stringify(row));
  }
  await assert.rejects(vault.append('incident_student', ['rseult'], []), /no column rseult/);
  const birth = vault.append('college_enrolment', ['from_date'], [['2011-02-30']]);
  await assert.rejects(
    birth,
    (error: Error) => /not a day/.test(error.message) && !error.message.includes('2011'),
  );
});

test('transactions take turns, and what is read beside one is what was there before it', async () => {
  const select = statement('select count(*) as n from staff');
  const columns = ['staff_id', 'district_cds', 'file_id', 'line'];
  const order: string[] = [];
  const add = (id: number) =>
    vault.transaction(async (connection) => {
      order.push(`begin ${id}`);
      await connection.append('staff', columns, [[id, '10621660000000', 1, id]]);
      assert.deepEqual(await connection.rows(select), [{ n: id }]);
      if (id === 1) assert.deepEqual(await vault.rows(select), [{ n: 0 }]);
      order.push(`end ${id}`);
    });
  await Promise.all([add(1), add(2)]);
  assert.deepEqual(order, ['begin 1', 'end 1', 'begin 2', 'end 2']);
  assert.deepEqual(await vault.rows(select), [{ n: 2 }]);
});

test('a statement takes exactly its parameters; 5,000 rows stream in order without being held', async () => {
  const select = statement('select i from range($n::bigint) as t(i) order by i');
  await assert.rejects(vault.rows(select, {}), /takes \[n\]: missing \[n\], unknown \[\]/);
  await assert.rejects(vault.rows(select, { n: 1, m: 2 }), /unknown \[m\]/);
  const sizes: number[] = [];
  let next = 0;
  for await (const rows of vault.stream<{ i: number }>(select, { n: 5000 })) {
    sizes.push(rows.length);
    for (const { i } of rows) assert.equal(i, next++);
  }
  assert.equal(next, 5000);
  assert.ok(Math.max(...sizes) <= 2048, sizes.join());
  await assert.rejects(
    vault.rows(statement('select 9007199254740993 as n')),
    /larger than a number can hold exactly/,
  );
});
