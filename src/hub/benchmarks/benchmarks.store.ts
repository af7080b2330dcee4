import { z } from 'zod';
import type { Grade } from '../../vocabulary/grade.ts';
import { type FocusAreaId, targetProvenances } from '../../vocabulary/partnership.ts';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import type { DistrictId, MemberView } from '../store/view.ts';
import type { BenchmarkDraft, SeriesDraft } from './benchmarkDraft.ts';

const sql = readStatements(import.meta.url, [
  'selectBenchmarks',
  'selectBenchmark',
  'selectTargetSeries',
  'insertBenchmark',
  'insertTargetSeries',
  'insertTarget',
]);

const BenchmarkRow = z
  .object({
    benchmark_id: z.string(),
    focus_area: z.string(),
    measure_id: z.string(),
    student_group: z.string(),
    grade: z.string(),
    wording: z.string(),
    made_at: z.date(),
    made_by: z.string(),
  })
  .transform((row) => ({
    id: row.benchmark_id,
    focusArea: row.focus_area as FocusAreaId,
    measureId: row.measure_id,
    group: row.student_group as StudentGroupCode,
    grade: row.grade as Grade,
    wording: row.wording,
    madeAt: row.made_at,
    madeBy: row.made_by,
  }));
export type Benchmark = z.infer<typeof BenchmarkRow>;

const SeriesRow = z
  .object({
    benchmark_id: z.string(),
    district_id: z.string(),
    version: z.number(),
    baseline_year: z.number(),
    baseline_value: z.string(),
    provenance: z.enum(targetProvenances),
    reason: z.string(),
    plan_goal: z.string().nullable(),
    made_at: z.date(),
    made_by: z.string(),
    targets: z.array(z.object({ year: z.number(), value: z.string() })),
  })
  .transform((row) => ({
    benchmarkId: row.benchmark_id,
    districtId: row.district_id,
    version: row.version,
    baseline: { year: row.baseline_year, value: row.baseline_value },
    provenance: row.provenance,
    reason: row.reason,
    planGoal: row.plan_goal,
    madeAt: row.made_at,
    madeBy: row.made_by,
    targets: row.targets,
  }));
/** One version of one district's own targets; values are decimal text in the measure's unit. */
export type TargetSeries = z.infer<typeof SeriesRow>;

/** A benchmark with every version of each district's targets, newest first. */
export type KeptBenchmark = Benchmark & { readonly series: ReadonlyMap<DistrictId, readonly TargetSeries[]> };

export async function selectBenchmarks(view: MemberView): Promise<KeptBenchmark[]> {
  const partnershipId = view.member.partnership.id;
  const benchmarks = await view.rows(sql.selectBenchmarks, { partnershipId }, BenchmarkRow);
  const series = await view.rows(sql.selectTargetSeries, { partnershipId, benchmarkId: null }, SeriesRow);
  return benchmarks.map((benchmark) => withSeries(benchmark, series));
}

export async function selectOptionalBenchmark(
  view: MemberView,
  benchmarkId: string,
): Promise<KeptBenchmark | undefined> {
  const partnershipId = view.member.partnership.id;
  const benchmark = await view.optionalRow(sql.selectBenchmark, { partnershipId, benchmarkId }, BenchmarkRow);
  if (!benchmark) return undefined;
  return withSeries(
    benchmark,
    await view.rows(sql.selectTargetSeries, { partnershipId, benchmarkId }, SeriesRow),
  );
}

function withSeries(benchmark: Benchmark, all: readonly TargetSeries[]): KeptBenchmark {
  const own = all.filter((series) => series.benchmarkId === benchmark.id);
  return { ...benchmark, series: Map.groupBy(own, (series) => series.districtId) };
}

/** What came of writing: done, or a reason that is nobody's fault. */
export type Written =
  | { readonly done: true }
  | { readonly done: false; readonly reason: 'exists' | 'changed meanwhile' };

/** Makes a benchmark with each district's first target series. `exists`: this measure, group and grade already has one. */
export async function insertBenchmark(
  view: MemberView,
  id: string,
  draft: BenchmarkDraft,
  at: Date,
): Promise<Written> {
  const { personId, partnership } = view.member;
  const made = await view.optionalRow(
    sql.insertBenchmark,
    {
      partnershipId: partnership.id,
      benchmarkId: id,
      focusArea: draft.focusArea,
      measureId: draft.measureId,
      group: draft.group,
      grade: draft.grade,
      wording: draft.wording,
      at,
      personId,
    },
    z.object({ benchmark_id: z.string() }),
  );
  if (!made) return { done: false, reason: 'exists' };
  for (const [districtId, series] of draft.series) await insertSeries(view, id, districtId, 1, series, at);
  const act = { act: 'made a benchmark', subject: `benchmark ${id}`, detail: benchmarkDetail(draft) };
  await insertMemberAct(view, act, at);
  return { done: true };
}

/** Changes one district's targets: a new version after `basedOn`, which the person was looking at. */
export async function insertChangedTargets(
  view: MemberView,
  benchmarkId: string,
  districtId: DistrictId,
  basedOn: number,
  series: SeriesDraft,
  at: Date,
): Promise<Written> {
  const written = await insertSeries(view, benchmarkId, districtId, basedOn + 1, series, at);
  if (!written) return { done: false, reason: 'changed meanwhile' };
  const { measureId, group } = await view.row(
    sql.selectBenchmark,
    { partnershipId: view.member.partnership.id, benchmarkId },
    BenchmarkRow,
  );
  const detail = { measureId, group, districtId, version: basedOn + 1, ...series };
  await insertMemberAct(view, { act: 'changed targets', subject: `benchmark ${benchmarkId}`, detail }, at);
  return { done: true };
}

async function insertSeries(
  view: MemberView,
  benchmarkId: string,
  districtId: DistrictId,
  version: number,
  series: SeriesDraft,
  at: Date,
): Promise<boolean> {
  const key = { partnershipId: view.member.partnership.id, benchmarkId, districtId, version };
  const made = await view.optionalRow(
    sql.insertTargetSeries,
    {
      ...key,
      baselineYear: series.baseline.year,
      baselineValue: series.baseline.value,
      provenance: series.provenance,
      reason: series.reason,
      planGoal: series.planGoal,
      at,
      personId: view.member.personId,
    },
    z.object({ version: z.number() }),
  );
  if (!made) return false;
  for (const target of series.targets)
    await view.run(sql.insertTarget, { ...key, year: target.year, value: target.value });
  return true;
}

function benchmarkDetail(draft: BenchmarkDraft): Record<string, unknown> {
  const { series, ...benchmark } = draft;
  return { ...benchmark, series: Object.fromEntries(series) };
}
