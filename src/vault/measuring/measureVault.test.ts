import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { handMadeVault, measureByHand } from '../../../test/vault/measuredDistrict.ts';
import { openTestVault } from '../../../test/vault/openTestVault.ts';
import { measures } from '../../measures/registry.ts';
import { studentGroups } from '../../vocabulary/studentGroup.ts';
import { measureVault } from './measureVault.store.ts';
import { readRules } from './readRules.ts';
import { ruleText } from './ruleText.ts';

const select = (text: string) => ({ name: 'selectForTest', text, parameters: [] });
const now = () => new Date('2026-11-25T08:00:00Z');

test('37 of the 44 measures have a rule; the other 7 need colours, occupations, instruments or have ended', () => {
  const { rules } = readRules();
  const measured = rules.map((rule) => rule.measure);
  assert.equal(new Set(measured).size, 37);
  assert.deepEqual(
    measures.map(({ id }) => id).filter((id) => !measured.includes(id)),
    [
      'cte_growth_share',
      'da_letter',
      'valed_core',
      'five_essentials_leaders',
      'leadership_dose',
      'api_growth',
      'api_base',
    ],
  );
});

test('each of the 27 groups is one of the vocabulary and has a bit of its own; every rule and view says what a row is', async () => {
  const vault = await handMadeVault({ enrolment: [{ student_id: 1 }] });
  await measureVault(vault, { measure: 'stability', now });
  const { rules, views, viewTexts } = readRules();
  await vault.close();
  const bits = views.get('group_bit')?.text.match(/when '(\w+)' then (\d+)/g) ?? [];
  assert.equal(bits.length, 27);
  assert.deepEqual(
    bits.map((bit) => Number(bit.split(' then ')[1])),
    bits.map((_, at) => 2 ** at),
  );
  const known = new Set<string>(studentGroups.map(({ code }) => code));
  assert.deepEqual(
    bits.map((bit) => bit.split("'")[1] ?? '').filter((code) => !known.has(code)),
    [],
  );
  const texts = [...viewTexts, ...rules.map((rule) => [rule.measure, rule.text] as const)];
  assert.deepEqual(
    texts.filter(([, text]) => !/^-- name: \w+\n(-- \w+: .+\n)*-- [A-Z]/.test(text)).map(([name]) => name),
    [],
  );
});

test('a printed rule holds the definition, its SQL, the views it names and both hashes', () => {
  const { rules } = readRules();
  const rule = rules.find(({ measure }) => measure === 'math_dfs');
  assert.ok(rule);
  const text = ruleText(rule);
  for (const part of [
    rule.hash,
    'Distance from Standard',
    'create or replace temp table contribution',
    'SHARED VIEW student_at_place',
  ])
    assert.ok(text.includes(part), part);
});

test('measuring again replaces the counts of the same measure and year, and leaves the other years', async () => {
  const vault = await openTestVault();
  await vault.append(
    'enrolment',
    [
      'student_id',
      'school_year',
      'district_cds',
      'school_cds',
      'status',
      'grade',
      'start_date',
      'file_id',
      'line',
    ],
    [2023, 2024].map((year) => [
      1,
      year,
      '10621660000000',
      '10621660000001',
      '10',
      '05',
      `${year - 1}-08-14`,
      1,
      2,
    ]),
  );
  await vault.append('student', ['student_id', 'district_cds'], [[1, '10621660000000']]);
  const first = await measureVault(vault, { measure: 'stability', now });
  const second = await measureVault(vault, { measure: 'stability', year: 2024, now });
  const rows = await vault.rows(
    select(
      'select school_year::integer as year, run_id, count(*)::integer as slices from count group by all order by 1',
    ),
  );
  assert.deepEqual([first.run, second.run], [1, 2]);
  assert.deepEqual(
    first.measured,
    [2023, 2024].map((year) => ({ measure: 'stability', year, slices: 4 })),
  );
  assert.deepEqual(rows, [
    { year: 2023, run_id: 1, slices: 4 },
    { year: 2024, run_id: 2, slices: 4 },
  ]);
  const [run] = await vault.rows(
    select('select count(*)::integer as ended from measure_run where ended_at is not null'),
  );
  assert.deepEqual(run, { ended: 2 });
  await vault.close();
});

test('a measure without its files is named with them, not counted; groups without theirs likewise', async () => {
  const { run, of } = await measureByHand({
    enrolment: [{ student_id: 1 }],
    language_status: [{ student_id: 1, status: 'EL' }],
  });
  assert.deepEqual(run.notMeasured.find(({ measure }) => measure === 'acgr')?.missing, [
    { file: 'CALPADS SENR (enrolment)', year: 2021 },
    { file: 'CALPADS SENR (enrolment)', year: 2022 },
    { file: 'CALPADS SENR (enrolment)', year: 2023 },
  ]);
  assert.deepEqual(
    run.measured.map(({ measure }) => measure),
    ['reclass_rate_calpads', 'stability'],
  );
  assert.deepEqual(
    ['ALL', 'EL', 'SED', 'NR', 'LTEL'].map((group) => of({ measure: 'stability', group })),
    ['0/1', '0/1', 'no slice', 'no slice', 'no slice'],
  );
  assert.deepEqual(
    run.notTold.map(({ file, groups }) => `${file}: ${groups.length}`),
    [
      'CALPADS SINF (student information): 15',
      'CALPADS SPRG (programmes): 5',
      'CALPADS SINF (student information): 2',
      'ELPAC student file: 2',
    ],
  );
});

test('an unknown measure is refused by name', async () => {
  const vault = await handMadeVault({});
  await assert.rejects(
    measureVault(vault, { measure: 'math', now }),
    /No rule measures math from student rows/,
  );
  await vault.close();
});

test('each shared view that is a table has its drop', () => {
  const drops = readFileSync(new URL('./sharedViews.sql', import.meta.url), 'utf8');
  const tables = [...readRules().viewTexts].filter(([, text]) =>
    text.includes('create or replace temp table'),
  );
  assert.ok(tables.length > 15, `${tables.length} tables`);
  assert.deepEqual(
    tables.map(([name]) => name).filter((name) => !drops.includes(`drop table if exists temp.${name};`)),
    [],
  );
});

test('after a run no table of it is left in memory', async () => {
  const vault = await handMadeVault({
    enrolment: [2021, 2022, 2023, 2024].map((year) => ({
      student_id: 1,
      school_year: year,
      grade: `${year - 2012}`.padStart(2, '0'),
    })),
    language_status: [{ student_id: 1, status: 'EL' }],
    incident: [{ incident_id: 1 }],
    attendance: [{ student_id: 1, expected_days: 100 }],
    test_result: [{ student_id: 1, scale_score: 2500, level: 2 }],
  });
  await measureVault(vault, { now });
  const left = await vault.transaction((connection) =>
    connection.rows(select('select table_name from duckdb_tables() where temporary order by all')),
  );
  assert.deepEqual(left, []);
  await vault.close();
});

test('years measured in one run come to the same as each year measured alone', async () => {
  const years = [2023, 2024];
  const rows = {
    enrolment: [1, 2].flatMap((id) =>
      years.map((year) => ({
        student_id: id,
        school_year: year,
        grade: '05',
        start_date: `${year - 1}-${id === 1 && year === 2024 ? '11' : '08'}-14`,
      })),
    ),
    language_status: [{ student_id: 1, status: 'EL' }],
    student_info: [{ student_id: 1, us_entry_date: '2016-10-04' }],
    test_result: [1, 2].flatMap((id) =>
      years.map((year) => ({
        student_id: id,
        school_year: year,
        first_test_day: `${year}-04-15`,
        scale_score: 2500 + year - 2000,
        level: 2,
      })),
    ),
  };
  const slices = async (runs: readonly (number | undefined)[]) => {
    const vault = await handMadeVault(rows);
    for (const year of runs)
      for (const measure of ['math_dfs', 'ltel_pct_dashboard', 'stability'])
        await measureVault(vault, { measure, now, ...(year === undefined ? {} : { year }) });
    const counts = await vault.rows(select('select * exclude (run_id) from count order by all'));
    await vault.close();
    return counts;
  };
  const together = await slices([undefined]);
  assert.ok(together.length > 20, `${together.length} slices`);
  assert.deepEqual(together, await slices(years));
});
