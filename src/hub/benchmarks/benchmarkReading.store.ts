import { measureById, measures } from '../../measures/registry.ts';
import type { SeriesRole } from '../../vocabulary/seriesRole.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { findStudentGroup, type StudentGroup, studentGroups } from '../../vocabulary/studentGroup.ts';
import { selectDistrictFigures, selectMeasureSpreads, selectSources } from '../evidence/evidence.store.ts';
import type { Source } from '../evidence/evidenceRows.ts';
import { type Figures, indexFigures } from '../evidence/figures.ts';
import { indexSpreads, type Spreads } from '../evidence/figureVariance.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { roleOfPosition } from '../partnership/roleOfPosition.ts';
import type { MemberView } from '../store/view.ts';
import { type KeptBenchmark, selectBenchmarks, type TargetSeries } from './benchmarks.store.ts';
import { type Standing, standingOf } from './standing.ts';

/** A district of the partnership with all its figures. */
export type ReadParty = Party & { readonly role: SeriesRole; readonly figures: Figures };

/** What one district promised, and where it stands. */
export type PartyStanding = Standing & {
  readonly party: ReadParty;
  readonly series: TargetSeries | undefined;
  /** Replaced versions, newest first. */
  readonly earlier: readonly TargetSeries[];
};

export type BenchmarkReading = {
  readonly benchmark: KeptBenchmark;
  readonly measure: MeasureDefinition;
  readonly group: StudentGroup;
  readonly standings: readonly PartyStanding[];
};

export type PartnershipReading = {
  readonly parties: readonly ReadParty[];
  readonly benchmarks: readonly BenchmarkReading[];
  readonly spreads: Spreads;
  /** The datasets behind the newest figures of the benchmarks. */
  readonly sources: ReadonlyMap<string, Source>;
};

/** Every benchmark with both districts' figures and pace. */
export async function readPartnership(view: MemberView): Promise<PartnershipReading> {
  const parties: ReadParty[] = [];
  for (const party of await selectParties(view)) {
    const figures = indexFigures(await selectDistrictFigures(view, party.districtId));
    parties.push({ ...party, role: roleOfPosition(party.position), figures });
  }
  const spreads = indexSpreads(await selectMeasureSpreads(view));
  const kept = (await selectBenchmarks(view)).sort(inReadingOrder);
  const benchmarks = kept.map((benchmark): BenchmarkReading => {
    const measure = measureById(benchmark.measureId);
    const group = findStudentGroup(benchmark.group);
    if (!group) throw new Error(`benchmark ${benchmark.id} names an unknown group`);
    const standings = parties.map((party): PartyStanding => {
      const [series, ...earlier] = benchmark.series.get(party.districtId) ?? [];
      return { party, series, earlier, ...standingOf(series, { measure, group }, party.figures, spreads) };
    });
    return { benchmark, measure, group, standings };
  });
  const sourceIds = benchmarks.flatMap(({ standings }) =>
    standings.flatMap(({ newest }) => newest?.sourceId ?? []),
  );
  const sources = new Map((await selectSources(view, sourceIds)).map((source) => [source.sourceId, source]));
  return { parties, benchmarks, spreads, sources };
}

/** By focus area, then measure, then group, as the vocabulary and the registry list them. */
function inReadingOrder(a: KeptBenchmark, b: KeptBenchmark): number {
  const place = ({ focusArea, measureId, group }: KeptBenchmark) => [
    focusAreas.findIndex((area) => area.id === focusArea),
    measures.findIndex((measure) => measure.id === measureId),
    studentGroups.findIndex((one) => one.code === group),
  ];
  const [left, right] = [place(a), place(b)];
  return left.map((value, i) => value - (right[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
