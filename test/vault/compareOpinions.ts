import type { StudentTables } from '../../sample/students/studentRows.ts';
import { measureVault } from '../../src/vault/measuring/measureVault.store.ts';
import { fillVault } from './fillVault.ts';
import { openTestVault } from './openTestVault.ts';
import { secondOpinion } from './secondOpinion/secondOpinion.ts';
import type { Slice } from './secondOpinion/tally.ts';

export type Comparison = {
  readonly measured: readonly { readonly measure: string; readonly year: number; readonly slices: number }[];
  /** Counts compared, and each that differs: `slice: the vault's, the second opinion's`. */
  readonly slices: number;
  readonly differences: readonly string[];
};

/**
 * Measures generated rows in a vault and by the second opinion, and compares every count: of these years, or of all.
 * The second may be given other rows, to show that a difference is seen.
 */
export async function compareOpinions(
  tables: StudentTables,
  {
    years,
    ofSecond = tables,
  }: { readonly years?: readonly number[]; readonly ofSecond?: StudentTables } = {},
): Promise<Comparison> {
  const vault = await openTestVault();
  try {
    await fillVault(vault, tables);
    return await differencesIn(vault, ofSecond, years);
  } finally {
    await vault.close();
  }
}

/** Measures what stands in a vault, and compares every count with the second opinion of these rows. */
export async function differencesIn(
  vault: OpenVault,
  tables: StudentTables,
  years?: readonly number[],
): Promise<Comparison> {
  const now = () => new Date(0);
  const measured: Comparison['measured'][number][] = [];
  for (const year of years ?? [undefined]) {
    const run = await measureVault(vault, year === undefined ? { now } : { year, now });
    measured.push(...run.measured);
  }
  const counts = await countsOf(vault);
  const second = secondOpinion(tables, measured);
  const keys = [...new Set([...counts.keys(), ...second.keys()])].sort();
  const differences = keys.flatMap((key) => {
    const [one, other] = [textOf(counts.get(key)), textOf(second.get(key))];
    return one === other ? [] : [`${key}: ${one}, ${other}`];
  });
  return { measured, slices: keys.length, differences };
}

type OpenVault = Awaited<ReturnType<typeof openTestVault>>;

type CountRow = {
  readonly key: string;
  readonly n: number;
  readonly numerator: number | null;
  readonly sum: string | null;
  readonly denominator: string | null;
};

async function countsOf(vault: OpenVault): Promise<Map<string, Slice>> {
  const rows = await vault.rows<CountRow>({
    name: 'selectCounts',
    text: `select concat_ws(' ', measure_id, school_year, district_cds, school_cds, grade, student_group) as key,
      n, numerator, sum, denominator from count`,
    parameters: [],
  });
  const found = new Map<string, Slice>();
  for (const { key, n, numerator, sum, denominator } of rows) {
    if (found.has(key)) throw new Error(`the vault counts ${key} twice`);
    found.set(key, { n, numerator, sum: whole(sum), denominator: whole(denominator) });
  }
  return found;
}

/** Decimal text of four places in ten-thousandths. */
function whole(decimal: string | null): number | null {
  return decimal === null ? null : Math.round(Number(decimal) * 10_000);
}

function textOf(slice: Slice | undefined): string {
  if (!slice) return 'no slice';
  if (slice.numerator !== null) return `${slice.numerator}/${slice.n}`;
  if (slice.denominator !== null) return `${slice.sum}/${slice.denominator} of ${slice.n}`;
  return `${slice.sum} over ${slice.n}`;
}
