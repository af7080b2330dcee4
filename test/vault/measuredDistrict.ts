import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type MeasureRun, measureVault } from '../../src/vault/measuring/measureVault.store.ts';
import { connectVault } from '../../src/vault/store/connectVault.ts';
import { inTransaction } from '../../src/vault/store/inTransaction.ts';
import { upgrade } from '../../src/vault/store/upgrade.ts';
import type { Vault, VaultValue } from '../../src/vault/store/vault.ts';

export const districtCds = '10621660000000';
export const schoolA = '10621660000001';
export const schoolB = '10621660000002';
export const wholeDistrict = '00000000000000';

/** Rows by table; what is left out of a row takes a plain value of its own: school A, the year 2024, all of the year. */
export type HandMade = Readonly<Record<string, readonly HandMadeRow[]>>;
export type HandMadeRow = Readonly<Record<string, VaultValue | undefined>>;

const plain: Readonly<Record<string, Readonly<Record<string, VaultValue>>>> = {
  place: { level: 'school', name: 'A school', charter: false, type: null, alternative: false },
  student: { district_cds: districtCds },
  enrolment: {
    school_year: 2024,
    district_cds: districtCds,
    school_cds: schoolA,
    status: '10',
    grade: '05',
    start_date: '2023-08-14',
    end_date: null,
  },
  student_info: { start_date: '2010-08-15' },
  language_status: { start_date: '2010-08-15' },
  programme: { school_cds: schoolA, start_date: '2023-08-14' },
  attendance: { school_year: 2024, district_cds: districtCds, school_cds: schoolA, exempt: false },
  incident: { local_id: 'one', school_year: 2024, district_cds: districtCds, school_cds: schoolA },
  student_course: {
    school_year: 2024,
    district_cds: districtCds,
    school_cds: schoolA,
    term: 'FY',
    mark: 'B',
  },
  exam: { school_year: 2024, kind: 'AP', subject: 'one' },
  staff: { district_cds: districtCds },
  staff_assignment: { school_year: 2024, district_cds: districtCds, school_cds: schoolA },
  test_result: {
    school_year: 2024,
    test: 'MATH',
    grade_assessed: '05',
    district_cds: districtCds,
    school_cds: schoolA,
    attemptedness: 'Y',
    include: 'Y',
    first_test_day: '2024-04-15',
  },
  elpac_result: {
    school_year: 2024,
    kind: 'summative',
    grade: '05',
    district_cds: districtCds,
    school_cds: schoolA,
    first_test_day: '2024-03-01',
  },
};
const withoutLine = new Set(['place', 'student']);

/** A vault in memory with these rows. A student that a row names is there without saying so. */
export async function handMadeVault(tables: HandMade): Promise<Vault> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const transactions = await instance.connect();
  await upgrade(connection, new Date(0));
  const vault = connectVault(connection);
  const named = Object.values(tables).flatMap((rows) => rows.map((row) => row.student_id ?? null));
  const students = [...new Set(named.filter((id) => id !== null))].map((id) => ({ student_id: id }));
  for (const [table, rows] of Object.entries({ student: students, ...tables })) {
    const whole = rows.map((row, at) => ({
      ...plain[table],
      ...(withoutLine.has(table) ? {} : { file_id: 1, line: at + 2 }),
      ...row,
    }));
    const columns = [...new Set(whole.flatMap((row) => Object.keys(row)))];
    const values = whole.map((row: HandMadeRow) => columns.map((column) => row[column] ?? null));
    await vault.append(table, columns, values);
  }
  return {
    ...vault,
    district: { cds: districtCds, name: 'Hand-made' },
    temporary: join(tmpdir(), 'tandem-hand-made'),
    transaction: (work) => inTransaction(transactions, () => work(connectVault(transactions))),
    close: async () => instance.closeSync(),
  };
}

export type Slice = {
  readonly measure?: string;
  readonly district?: string;
  readonly school?: string;
  readonly year?: number;
  readonly grade?: string;
  readonly group?: string;
};

export type MeasuredDistrict = {
  readonly run: MeasureRun;
  /** `numerator/n`, `sum over n`, `sum/denominator of n students`, or `no slice`. District, 2024, all, ALL unless said. */
  of(slice: Slice): string;
};

/** Measures hand-made rows: one measure, or all of them. */
export async function measureByHand(
  tables: HandMade,
  asked: { readonly measure?: string; readonly year?: number } = {},
): Promise<MeasuredDistrict> {
  const vault = await handMadeVault(tables);
  const run = await measureVault(vault, { year: 2024, ...asked, now: () => new Date(0) });
  const rows = await vault.rows<Record<string, string | number | null>>({
    name: 'selectCounts',
    text: 'select * from count',
    parameters: [],
  });
  await vault.close();
  const found = new Map<string, string>();
  for (const row of rows) {
    const key = [
      row.measure_id,
      row.district_cds,
      row.school_cds,
      row.school_year,
      row.grade,
      row.student_group,
    ].join(' ');
    if (found.has(key)) throw new Error(`the slice ${key} is there twice`);
    found.set(key, textOf(row));
  }
  return {
    run,
    of: ({ measure, district, school, year, grade, group }) =>
      found.get(
        [
          measure ?? asked.measure,
          district ?? districtCds,
          school ?? wholeDistrict,
          year ?? asked.year ?? 2024,
          grade ?? 'all',
          group ?? 'ALL',
        ].join(' '),
      ) ?? 'no slice',
  };
}

function textOf(row: Record<string, string | number | null>): string {
  if (row.numerator !== null) return `${row.numerator}/${row.n}`;
  if (row.denominator !== null) return `${row.sum}/${row.denominator} of ${row.n} students`;
  return `${row.sum} over ${row.n}`;
}
