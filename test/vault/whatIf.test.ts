import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatherDistrict } from '../../sample/students/gatherDistrict.ts';
import { fresnoLike } from '../../sample/students/studentDistrict.ts';
import type { EnrolmentRow, StudentTables } from '../../sample/students/studentRows.ts';
import { measureVault } from '../../src/vault/measuring/measureVault.store.ts';
import { computeWhatIf } from '../../src/vault/reconcile/computeWhatIf.store.ts';
import { parseWhatIf } from '../../src/vault/reconcile/whatIf.ts';
import { type CountRow, selectCounts, selectGround } from '../../src/vault/reconcile/whatIfCounts.store.ts';
import type { Vault } from '../../src/vault/store/vault.ts';
import { fillVault } from './fillVault.ts';
import { handMadeVault } from './measuredDistrict.ts';

const now = () => new Date(0);
const year = 2025;
const district = fresnoLike({ seed: 8, students: 150, firstYear: 2022, lastYear: 2025 });
const all = gatherDistrict(district);
const tables: StudentTables = {
  ...all,
  // What none of the measures here reads.
  student_course: [],
  exam: [],
  offence: [],
  staff: [],
  staff_assignment: [],
  elpac_result: [],
  test_result: all.test_result.map((one, at) => ({
    ...one,
    ...(at % 9 === 0 ? { attemptedness: 'N', include: 'N', scale_score: null, level: null } : {}),
    ...(at % 31 === 5 ? { test: one.test === 'MATH' ? 'CAA_MATH' : one.test, scale_score: 541 } : {}),
    ...(at % 17 === 3 && one.el_status === 'EL' ? { us_entry: '2024-10-01' } : {}),
    ...(at % 23 === 4 ? { include: 'T' } : {}),
    ...(at % 29 === 6 ? { accountability_district: '10621170000000' } : {}),
  })),
  enrolment: all.enrolment.map((one, at) => ({
    ...one,
    ...(at % 19 === 2 ? { status: '20' } : at % 19 === 3 ? { status: '30' } : {}),
    ...(one.grade === '12' && one.school_year === year && at % 3 === 0
      ? { exit_reason: 'T160', completion: null, end_date: '2025-03-10' }
      : {}),
    ...(at % 37 === 5 ? { exit_reason: 'N420' } : {}),
    ...(at % 11 === 6 ? { start_date: `${one.school_year - 1}-11-20` } : {}),
  })),
  attendance: all.attendance.map((one, at) => ({ ...one, exempt: at % 15 === 0 })),
};

/** The same change made here, in plain TypeScript, to rows of another vault. */
const otherwise: readonly (readonly [key: string, measure: string, rows: StudentTables])[] = [
  [
    'penalty',
    'math_dfs',
    { ...tables, test_result: tables.test_result.filter((one) => one.attemptedness !== 'N') },
  ],
  [
    'alternate',
    'math_dfs',
    { ...tables, test_result: tables.test_result.filter((one) => one.test !== 'CAA_MATH') },
  ],
  [
    'newcomers',
    'math_dfs',
    {
      ...tables,
      test_result: tables.test_result.map((one) =>
        one.us_entry !== null && one.us_entry >= '2024-09-01' ? { ...one, us_entry: '2023-01-01' } : one,
      ),
    },
  ],
  [
    'below_threshold',
    'math_dfs',
    {
      ...tables,
      test_result: tables.test_result.map((one) =>
        one.include === 'T' ? { ...one, scale_score: null } : one,
      ),
    },
  ],
  [
    'accountable',
    'math_dfs',
    { ...tables, test_result: tables.test_result.map((one) => ({ ...one, accountability_district: null })) },
  ],
  ['continuous', 'math_dfs', { ...tables, enrolment: [...tables.enrolment, ...staysOfTested()] }],
  [
    'exempt',
    'chronic_absence',
    { ...tables, attendance: tables.attendance.map((one) => ({ ...one, exempt: false })) },
  ],
  ['secondary', 'suspension', enrolments((one) => (one.status === '20' ? { ...one, status: '10' } : one))],
  [
    'no_shows',
    'suspension',
    enrolments((one) => (/^N4[27]0$/.test(one.exit_reason ?? '') ? { ...one, exit_reason: null } : one)),
  ],
  [
    'short_term',
    'suspension',
    { ...tables, enrolment: tables.enrolment.filter(({ status }) => status !== '30') },
  ],
  [
    'transfers',
    'acgr',
    enrolments((one) => (one.exit_reason === 'T160' ? { ...one, exit_reason: 'T200' } : one)),
  ],
  [
    'as_of:2025-02-01',
    'suspension',
    {
      ...enrolments((one) =>
        one.end_date !== null && one.end_date > '2025-02-01'
          ? { ...one, end_date: null, exit_reason: null, completion: null }
          : one,
      ),
      incident: tables.incident.filter(
        ({ occurred_on }) => occurred_on === null || occurred_on <= '2025-02-01',
      ),
    },
  ],
];

function enrolments(change: (row: EnrolmentRow) => EnrolmentRow): StudentTables {
  return { ...tables, enrolment: tables.enrolment.map(change) };
}

function staysOfTested(): EnrolmentRow[] {
  const [like] = tables.enrolment;
  if (!like) return [];
  return tables.test_result
    .filter((one) => one.school_year === year)
    .flatMap((one) =>
      [one.district_cds, one.accountability_district].flatMap((cds) =>
        cds === null
          ? []
          : [
              {
                ...like,
                student_id: one.student_id,
                school_year: year,
                district_cds: cds,
                school_cds: one.school_cds,
                status: '10',
                grade: 'US',
                start_date: '2024-07-01',
                end_date: '2025-06-30',
                exit_reason: null,
                completion: null,
              },
            ],
      ),
    );
}

async function filled(rows: StudentTables): Promise<Vault> {
  const vault = await handMadeVault({});
  await fillVault(vault, rows);
  return vault;
}

async function counted(vault: Vault, measure: string): Promise<string[]> {
  await measureVault(vault, { year, measure, now });
  await vault.append(
    'public_figure',
    [
      'public_file_id',
      'line',
      'dataset',
      'publisher',
      'title',
      'measure_id',
      'school_year',
      'school_cds',
      'grade',
      'student_group',
      'seen',
    ],
    [[1, 1, 'd', 'p', 't', measure, year, '00000000000000', 'all', 'ALL', 'shown']],
  );
  return texts(await selectCounts(vault, { measures: [measure], year, district: district.cds }));
}

/** Long-term learners by Education Code are told from grades on Census Day: added stays may move them. */
function texts(rows: readonly CountRow[]): string[] {
  return rows
    .filter(({ group }) => group !== 'LTEL6' && group !== 'ARL' && group !== 'LTEL')
    .map(({ grade, group, n, numerator, sum }) => `${grade} ${group} ${n} ${numerator} ${sum}`)
    .sort();
}

test(`each of ${otherwise.length} causes counts on copies what a vault of rows changed outside counts, and not what it counted before`, async () => {
  const vault = await filled(tables);
  const before = new Map<string, string[]>();
  for (const measure of new Set(otherwise.map((one) => one[1])))
    before.set(measure, await counted(vault, measure));
  const ground = await selectGround(vault);
  for (const [key, measure, rows] of otherwise) {
    const asked = { year, ground, runs: new Map(), now };
    const [computed] = await computeWhatIf(vault, parseWhatIf(key), [measure], asked);
    const outside = await filled(rows);
    assert.deepEqual(texts(computed?.counts ?? []), await counted(outside, measure), key);
    await outside.close();
    assert.notDeepEqual(texts(computed?.counts ?? []), before.get(measure), `${key} moves nothing`);
  }
  const again = texts(await selectCounts(vault, { measures: ['math_dfs'], year, district: district.cds }));
  assert.deepEqual(again, before.get('math_dfs'), 'the vault’s own counts stay');
  await vault.close();
});
