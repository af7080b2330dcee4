import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { VaultConnection } from '../store/vault.ts';
import type { ChangeGround } from './changeRows.ts';
import type { WhatIfCounts } from './explainFigures.ts';
import { type FigureSlice, sliceKey, type VaultCount } from './publicFigure.ts';

const statements = readVaultStatements(import.meta.url, [
  'selectCharters',
  'selectSuperseded',
  'selectMeasureRuns',
  'selectStaleness',
  'selectCounts',
  'deleteWhatIfs',
  'deleteWhatIfRuns',
  'insertWhatIfRun',
  'selectWhatIfRuns',
  'selectOutdated',
  'selectWhatIfCounts',
]);

type Reader = Pick<VaultConnection, 'rows'>;
export type CountRow = FigureSlice & VaultCount;
export type SchoolRow = { readonly cds: string; readonly name: string };

/** A file that a corrected one took the place of, whose rows are kept aside. */
export type SupersededFile = {
  readonly file: number;
  readonly inForce: number;
  /** Null for a file that spans years. */
  readonly year: number | null;
  readonly layout: string;
  readonly correctionName: string;
  readonly correctedOn: string;
};

export type Ground = Omit<ChangeGround, 'year'> & {
  readonly charterSchools: readonly SchoolRow[];
  readonly superseded: readonly SupersededFile[];
};

/** What changes can be made from: the charter schools and the files that were corrected. */
export async function selectGround(vault: Reader): Promise<Ground> {
  const charterSchools = await vault.rows<SchoolRow>(statements.selectCharters);
  const superseded = await vault.rows<SupersededFile>(statements.selectSuperseded);
  return {
    charterSchools,
    superseded,
    charters: charterSchools.map(({ cds }) => cds),
    successors: new Map(superseded.map(({ file, inForce }) => [file, inForce])),
  };
}

/** The run that the counts of each measure and year are of, by `measure year`. */
export async function selectMeasureRuns(vault: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await vault.rows<{ measure: string; year: number; run: number }>(statements.selectMeasureRuns);
  return new Map(rows.map(({ measure, year, run }) => [`${measure} ${year}`, run]));
}

/** Whether a file was loaded since the counts were made. */
export async function isStale(vault: Reader): Promise<boolean> {
  const [row] = await vault.rows<{ measuredAt: Date | null; loadedAt: Date | null }>(
    statements.selectStaleness,
  );
  const { measuredAt = null, loadedAt = null } = row ?? {};
  return measuredAt !== null && loadedAt !== null && loadedAt > measuredAt;
}

/** Whether measures were computed anew since their figures were reconciled: what was tried then does not stand any more. */
export async function isOutdated(vault: Reader): Promise<boolean> {
  const [row] = await vault.rows<{ outdated: number }>(statements.selectOutdated);
  return (row?.outdated ?? 0) > 0;
}

/** The counts of published places for some measures and a year. */
export async function selectCounts(
  vault: Reader,
  asked: { readonly measures: readonly string[]; readonly year: number; readonly district: string },
): Promise<CountRow[]> {
  return vault.rows<CountRow>(statements.selectCounts, asked);
}

/** Forgets what was computed for a measure and year. */
export async function deleteWhatIfs(
  connection: VaultConnection,
  measure: string,
  year: number,
): Promise<void> {
  await connection.run(statements.deleteWhatIfs, { measure, year });
  await connection.run(statements.deleteWhatIfRuns, { measure, year });
}

export type ComputedWhatIf = {
  readonly whatIf: string;
  readonly measure: string;
  readonly year: number;
  readonly run: number;
  readonly rule: string;
  readonly counts: readonly CountRow[];
};

const columns = [
  'what_if',
  'measure_id',
  'rule_hash',
  'school_year',
  'school_cds',
  'grade',
  'student_group',
  'n',
  'numerator',
  'sum',
  'denominator',
  'made_at',
];

/** Keeps what a what-if came to for a measure and year, also when that is nothing. */
export async function insertWhatIf(
  connection: VaultConnection,
  { whatIf, measure, year, run, rule, counts }: ComputedWhatIf,
  now: Date,
): Promise<void> {
  await connection.run(statements.insertWhatIfRun, { whatIf, measure, year, run, now });
  const rows = counts.map((one) => [
    whatIf,
    one.measure,
    rule,
    one.year,
    one.school,
    one.grade,
    one.group,
    one.n,
    one.numerator,
    one.sum === null ? null : Number(one.sum),
    one.denominator === null ? null : Number(one.denominator),
    now,
  ]);
  if (rows.length > 0) await connection.append('what_if_count', columns, rows);
}

/** Everything that was computed beside the counts that stand now, with these counts of the vault as it is. */
export async function selectWhatIfs(vault: Reader, asIs: readonly CountRow[]): Promise<WhatIfCounts> {
  const runs = await vault.rows<{ whatIf: string; measure: string; year: number }>(
    statements.selectWhatIfRuns,
  );
  const rows = await vault.rows<CountRow & { whatIf: string }>(statements.selectWhatIfCounts);
  const counts = new Map(asIs.map((row) => [` ${sliceKey(row)}`, row as VaultCount]));
  for (const row of rows) counts.set(`${row.whatIf} ${sliceKey(row)}`, row);
  const computed = Map.groupBy(runs, ({ measure, year }) => `${measure} ${year}`);
  return {
    computed: (measure, year) => (computed.get(`${measure} ${year}`) ?? []).map(({ whatIf }) => whatIf),
    count: (whatIf, slice) => counts.get(`${whatIf} ${sliceKey(slice)}`) ?? null,
  };
}
