import type { PublicBenchmark, PublicFlexibility, PublicPart } from './publicPart.ts';
import type { PaceStatus } from './sheetWords.ts';

type Side = PublicBenchmark['districts'][number];
type Promised = Side & { readonly promise: NonNullable<Side['promise']> };

/** Every district's set of targets, over all benchmarks. */
export function promisesOf({ benchmarks }: PublicPart): Promised[] {
  return benchmarks.flatMap(({ districts }) =>
    districts.flatMap((side) => (side.promise ? [{ ...side, promise: side.promise }] : [])),
  );
}

/** The order in which paces are told: no rank of districts, all of them together. */
const statuses: readonly PaceStatus[] = [
  'met',
  'on pace',
  'behind',
  'moving away',
  'cannot tell',
  'too early',
  'too few students',
];

export function paceCounts(part: PublicPart): { readonly status: PaceStatus; readonly n: number }[] {
  const paces = promisesOf(part).flatMap(({ pace }) => pace?.status ?? []);
  return statuses
    .map((status) => ({ status, n: paces.filter((one) => one === status).length }))
    .filter(({ n }) => n > 0);
}

/** Undefined where flexibilities were not kept. */
export function flexibilitiesInForce({ flexibilities }: PublicPart): PublicFlexibility[] | undefined {
  return flexibilities?.filter(({ state }) => state === 'in force');
}

/** The students of all districts in one school year; undefined unless every district shows the same year. */
export function combinedStudents({
  students,
  districts,
}: PublicPart): { readonly n: number; readonly schoolYear: number } | undefined {
  const counts = districts.map(({ cds }) =>
    students.find((one) => one.cds === cds && one.group.code === 'ALL'),
  );
  const [first] = counts;
  if (!first || counts.some((one) => one?.schoolYear !== first.schoolYear)) return undefined;
  const n = counts.reduce((sum, one) => sum + (one?.students ?? Number.NaN), 0);
  return Number.isInteger(n) ? { n, schoolYear: first.schoolYear } : undefined;
}

/** The amount in `$1.69 beside each dollar of the districts’ own`, as decimal text; undefined where none is told. */
export function leverageDollars(ratio: string): string | undefined {
  return /\$([\d,]+(?:\.\d+)?)/.exec(ratio)?.[1]?.replaceAll(',', '');
}
