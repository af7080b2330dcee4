import { measureById } from '../../measures/registry.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import { parseSchoolYear, schoolYearName } from '../../vocabulary/schoolYear.ts';
import { parseSeriesDraft, type SeriesDraft, type YearValue } from '../benchmarks/benchmarkDraft.ts';
import { targetReason, yearColumn, yearOfColumn } from './sheetColumns.ts';
import type { KeptRow } from './sheetRow.ts';
import type { StandingBenchmark, StandingParty } from './standing.ts';

type Cells = Readonly<Record<string, string>>;

/** One district's targets of a benchmark as a row of the sheet; version 0 where it has set none. */
export function targetRow(benchmark: StandingBenchmark, { districtId, cds }: StandingParty): KeptRow {
  const series = benchmark.series.get(districtId)?.[0];
  const about = `${measureById(benchmark.measureId).shortName}, ${studentGroupName(benchmark.group)}`;
  return {
    id: `${benchmark.id} ${cds}`,
    version: series?.version ?? 0,
    districtId,
    title: about,
    cells: {
      Benchmark: measureById(benchmark.measureId).shortName,
      Students: studentGroupName(benchmark.group),
      'Plan goal': series?.planGoal ?? '',
      Provenance: series?.provenance ?? '',
      'Baseline year': series ? schoolYearName(series.baseline.year) : '',
      ...Object.fromEntries(
        (series?.targets ?? []).map(({ year, value }) => [yearColumn(year), plainNumber(value)]),
      ),
    },
  };
}

/** `52.40` and `52.4` are one number; what is none stays as it is written. */
export function plainNumber(text: string): string {
  const plain = text.trim().replace(/^[−–]/, '-').replace(/\s*%$/, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? String(Number(plain)) : text.trim();
}

/** A row with its numbers and words as the store writes them. */
export function plainTargetCells(cells: Cells): Cells {
  return Object.fromEntries(
    Object.entries(cells).map(([column, cell]) => {
      if (yearOfColumn(column) !== undefined) return [column, plainNumber(cell)];
      return [column, column === 'Provenance' ? cell.toLowerCase() : cell];
    }),
  );
}

type Context = {
  /** Shown figures of the measure and group that a series can start from. */
  readonly figures: readonly YearValue[];
  readonly currentYear: number;
};

/** A row of targets by the rules of the form, or what is not right. Targets of years that are over stay as they stand. */
export function targetDraft(
  benchmark: StandingBenchmark,
  districtId: string,
  cells: Cells,
  { figures, currentYear }: Context,
):
  | { readonly ok: true; readonly draft: SeriesDraft }
  | { readonly ok: false; readonly sentences: readonly string[] } {
  const series = benchmark.series.get(districtId)?.[0];
  const pastTargets = (series?.targets ?? []).filter(({ year }) => year < currentYear);
  const form: Record<string, string> = {
    baseline: String(parseSchoolYear(cells['Baseline year'] ?? '') ?? ''),
    planGoal: cells['Plan goal'] ?? '',
    provenance: cells.Provenance ?? '',
    reason: cells[targetReason] ?? '',
  };
  for (const [column, cell] of Object.entries(cells)) {
    const year = yearOfColumn(column);
    const isKept = pastTargets.some((one) => one.year === year && plainNumber(one.value) === cell);
    if (year !== undefined && !isKept) form[`target-${year}`] = cell;
  }
  const measure = measureById(benchmark.measureId);
  const parsed = parseSeriesDraft(form, { measure, prefix: '', figures, currentYear, pastTargets });
  return parsed.ok
    ? { ok: true, draft: parsed.value }
    : { ok: false, sentences: [...parsed.errors.values()] };
}
