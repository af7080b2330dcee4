import { hashDefinition } from '../../measures/hashDefinition.ts';
import { measureById } from '../../measures/registry.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { Pack, PackBenchmark } from '../../vocabulary/pack.ts';
import { type FocusAreaId, focusAreas } from '../../vocabulary/partnership.ts';
import { findStudentGroup, type StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import { type BenchmarkReading, readPartnership } from '../benchmarks/benchmarkReading.store.ts';
import { enrolmentMeasure } from '../evidence/enrolmentShare.ts';
import { selectSources } from '../evidence/evidence.store.ts';
import type { Source } from '../evidence/evidenceRows.ts';
import type { MemberView } from '../store/view.ts';
import { decimalText } from './decimalText.ts';
import { packDefinition, packFigure, packPace } from './packFigures.ts';

/** Whom a pack says the districts serve. */
const contextGroups: readonly StudentGroupCode[] = ['ALL', 'EL', 'SED', 'SWD', 'HOM', 'FOS'];

type EvidenceParts = Pick<Pack, 'sources' | 'definitions' | 'context' | 'benchmarks'>;

/**
 * The public figures of a pack, with their definitions and sources: what anybody may read, whoever assembles it.
 * `otherMeasures` are defined besides.
 */
export async function readPackEvidence(
  view: MemberView,
  focusArea: FocusAreaId | null,
  otherMeasures: readonly string[],
): Promise<EvidenceParts> {
  const { parties, benchmarks: all } = await readPartnership(view);
  const benchmarks = all.filter(({ benchmark }) => focusArea === null || benchmark.focusArea === focusArea);
  const measures = new Map(benchmarks.map(({ measure }) => [measure.id, measure]));
  const enrolment = measureById(enrolmentMeasure);
  const counted = parties.flatMap(({ cds, figures }) => {
    const year = figures.newestShown(enrolmentMeasure, 'ALL')?.subject.schoolYear;
    if (year === undefined) return [];
    return contextGroups.flatMap((code) => {
      const figure = figures.find(enrolmentMeasure, code, year);
      const group = findStudentGroup(code);
      return figure && group ? [{ cds, figure, group: { code: group.code, name: group.name } }] : [];
    });
  });
  for (const id of otherMeasures) measures.set(id, measureById(id));
  if (counted.length > 0) measures.set(enrolment.id, enrolment);
  const context = counted.map(({ cds, figure, group }) => ({
    cds,
    what: group.code === 'ALL' ? 'students' : group.name,
    group,
    figure: packFigure(figure, enrolment),
  }));
  const kept = benchmarks.map(packBenchmark);
  const sourceIds = [
    ...context.map(({ figure }) => figure.source),
    ...kept.flatMap(({ districts }) => districts.flatMap(({ newest }) => newest?.source ?? [])),
  ];
  const sources = await selectSources(view, [...new Set(sourceIds)]);
  return {
    sources: sources.map(packSource).sort((a, b) => (a.id < b.id ? -1 : 1)),
    definitions: [...measures.values()].map(packDefinition),
    context,
    benchmarks: kept,
  };
}

function packSource(source: Source): Pack['sources'][number] {
  const { sourceId: id, title, publisher, dataset, schoolYear, fileName, sha256, loadedAt } = source;
  const loadedOn = calendarDay(loadedAt);
  return {
    id,
    title,
    publisher,
    dataset,
    schoolYear,
    fileName,
    sha256,
    loadedOn,
    synthetic: source.synthetic,
  };
}

function packBenchmark({ benchmark, measure, group, standings }: BenchmarkReading): PackBenchmark {
  const { id, focusArea, wording } = benchmark;
  const area = focusAreas.find((one) => one.id === focusArea);
  return {
    id,
    focusArea: { id: focusArea, name: area?.name ?? focusArea },
    measure: measure.id,
    definition: hashDefinition(measure),
    group: { code: group.code, name: group.name },
    wording,
    districts: standings.map(({ party, series, newest, pace, students }) => ({
      cds: party.cds,
      promise: series
        ? {
            version: series.version,
            baseline: yearValue(series.baseline),
            targets: series.targets.map(yearValue),
            provenance: series.provenance,
            planGoal: series.planGoal,
            reason: series.reason,
          }
        : null,
      newest: newest ? packFigure(newest, measure) : null,
      pace: packPace(pace, { shortName: party.shortName, measure, group, students }),
    })),
  };
}

function yearValue({ year, value }: { readonly year: number; readonly value: string }) {
  return { year, value: decimalText(Number(value)) };
}
