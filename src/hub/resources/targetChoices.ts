import type { TargetChoice } from './conditionDraft.ts';

type Series = {
  readonly baseline: TargetChoice['baseline'];
  readonly targets: readonly TargetChoice['target'][];
};
type Benchmark = {
  readonly benchmark: { readonly id: string };
  readonly measure: { readonly direction: string };
  readonly standings: readonly {
    readonly party: { readonly districtId: string };
    readonly series: Series | undefined;
  }[];
};

/** Every target that a condition may ask for, of one district or, where none is given, of each. */
export function targetChoices(benchmarks: readonly Benchmark[], districtId: string | null): TargetChoice[] {
  return benchmarks
    .filter(({ measure }) => measure.direction !== 'context')
    .flatMap(({ benchmark, standings }) =>
      standings
        .filter(({ party }) => districtId === null || party.districtId === districtId)
        .flatMap(({ party, series }) =>
          (series?.targets ?? [])
            .filter(({ year }) => series !== undefined && year > series.baseline.year)
            .map((target) => ({
              key: `${benchmark.id} ${party.districtId} ${target.year}`,
              benchmarkId: benchmark.id,
              districtId: party.districtId,
              baseline: series?.baseline ?? target,
              target,
            })),
        ),
    );
}
