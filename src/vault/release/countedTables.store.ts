import type { CountedSlice, CountedTable } from '../../disclosure/counts/countedTable.ts';
import { saysNothing } from '../../disclosure/counts/sharedStudents.ts';
import type { Grant } from '../../vocabulary/grant.ts';
import { countFigure } from '../measuring/countFigure.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { VaultConnection } from '../store/vault.ts';
import type { ReleasedCount } from './releases.store.ts';

const statements = readVaultStatements(import.meta.url, [
  'selectReleasable',
  'selectFreshness',
  'selectPlaceNames',
]);

type Reader = Pick<VaultConnection, 'rows'>;

/** A count with the hashes of the definition and of the rule that made it. */
export type ReleasableCount = ReleasedCount & { readonly definition: string; readonly rule: string };

/** Every count that a grant allows, of these measures and years, in the order of measure, year, place, grade and group. */
export function selectReleasable(
  vault: Reader,
  district: string,
  { scope }: Pick<Grant, 'scope'>,
  asked: { readonly measures: readonly string[]; readonly firstYear: number; readonly lastYear: number },
): Promise<ReleasableCount[]> {
  const { measures, firstYear, lastYear } = asked;
  const values = { district, measures, firstYear, lastYear, schools: scope === 'schools' };
  return vault.rows<ReleasableCount>(statements.selectReleasable, values);
}

export const details = ['usual', 'all'] as const;

/**
 * How much is told of schools. `usual`: their groups in all grades together, and their grades of all students; the district's
 * groups grade by grade. `all`: every group in every grade of every school, nearly all of which is then too small to be seen,
 * and hides much besides.
 */
export type ReleaseDetail = (typeof details)[number];

/** Whether a slice is told in a detail; never one whose figure follows from the definition. */
export function isInDetail(
  { measure, school, grade, group }: Pick<ReleasedCount, 'measure' | 'school' | 'grade' | 'group'>,
  detail: ReleaseDetail,
): boolean {
  if (saysNothing(measure, group)) return false;
  return detail === 'all' || school === wholeDistrict || grade === 'all' || group === 'ALL';
}

/** Whether a file was loaded after the counts were measured. */
export async function areCountsStale(vault: Reader): Promise<boolean> {
  const [row] = await vault.rows<{ measuredAt: Date | null; loadedAt: Date | null }>(
    statements.selectFreshness,
  );
  const { measuredAt = null, loadedAt = null } = row ?? {};
  return measuredAt !== null && loadedAt !== null && loadedAt > measuredAt;
}

/** The names of districts and schools by their codes, as far as a file has told them. */
export async function selectPlaceNames(vault: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await vault.rows<{ cds: string; name: string }>(statements.selectPlaceNames);
  return new Map(rows.map(({ cds, name }) => [cds, name]));
}

type Hashes = { readonly definition: string; readonly rule: string };

/**
 * Counts as the tables that disclosure control takes, each figure worked out from the exact counts. A slice with nothing to
 * divide by (no day expected) has no figure and is left out.
 */
export function countedTables(
  counts: readonly ReleasedCount[],
  district: string,
  hashesOf: (count: ReleasedCount) => Hashes,
): CountedTable[] {
  const tables = new Map<string, CountedTable & { readonly slices: CountedSlice[] }>();
  for (const count of counts) {
    if (Number(count.denominator ?? 1) === 0) continue;
    const { measure, schoolYear, school, grade, group, n, numerator } = count;
    const key = `${measure} ${schoolYear}`;
    const table = tables.get(key) ?? {
      measure,
      ...hashesOf(count),
      schoolYear,
      counts: kindOf(count),
      slices: [],
    };
    tables.set(key, table);
    const place = school === wholeDistrict ? district : school;
    table.slices.push({ place, grade, group, n, numerator, value: countFigure(count) });
  }
  return [...tables.values()];
}

/** What the store writes for the district as a whole. */
const wholeDistrict = '00000000000000';

function kindOf({ numerator, denominator }: ReleasedCount): CountedTable['counts'] {
  if (numerator !== null) return 'rate';
  return denominator === null ? 'mean with penalty records' : 'ratio';
}
