import { measureById } from '../../measures/registry.ts';
import type { Figure } from '../../vocabulary/cell.ts';
import { type CdsLevel, cdsLevel, districtOfCds } from '../../vocabulary/cds.ts';
import { copyLine, copyValue } from './copyLine.ts';
import { figureMustFitTheStore } from './figureMustFitTheStore.ts';
import type { FindingList } from './findingList.ts';
import type { Dataset, Place, Sink } from '../../layouts/layout.ts';
import type { PlaceIds, PlaceRegister } from './placeRegister.ts';

/** The tables of facts; the columns of each key come first in a line, in the key's order. */
export const factTables = [
  'cell',
  'profile_fact',
  'assistance',
  'assistance_status',
  'local_indicator',
] as const;
export type FactTable = (typeof factTables)[number];

/** A dataset of the file being loaded, with the measures it has given so far. */
export type LoadingSource = {
  readonly sourceId: string;
  readonly dataset: Dataset;
  readonly measures: Set<string>;
};

export type Facts = {
  readonly copyTexts: ReadonlyMap<FactTable, string>;
  readonly sources: readonly LoadingSource[];
};

export type FactCollector = {
  /** What a layout's row speaks into; `line` is the row's own. */
  readonly sink: Sink;
  line: number;
  readonly counts: { facts: number; cells: number; suppressed: number };
  readonly levels: ReadonlySet<CdsLevel>;
  /** The first two digits of the codes of the places that facts are about. */
  readonly counties: ReadonlySet<string>;
  readonly sources: ReadonlyMap<string, LoadingSource>;
  /** Characters of COPY text since the last `take`. */
  readonly size: number;
  take(): Facts;
};

/**
 * Turns what a layout says into lines of COPY text and into findings. Only text is held, and only until it is
 * taken. `onLine` sees each line as it is made, with the row it comes from.
 */
export function factCollector(
  { file, places, findings }: { file: string; places: PlaceRegister; findings: FindingList },
  sourceIdOf: (datasetKey: string) => string,
  onLine?: (table: FactTable, copyText: string, line: number) => void,
): FactCollector {
  let texts = new Map<FactTable, string>();
  let newSources: LoadingSource[] = [];
  const sources = new Map<string, LoadingSource>();
  const levels = new Set<CdsLevel>();
  const counties = new Set<string>();
  const unknown = new Set<string>();
  let lastSource: LoadingSource | undefined;
  let size = 0;

  const sourceOf = (dataset: Dataset): LoadingSource => {
    if (lastSource?.dataset === dataset) return lastSource;
    const known = sources.get(dataset.key) ?? {
      sourceId: sourceIdOf(dataset.key),
      dataset,
      measures: new Set<string>(),
    };
    if (!sources.has(dataset.key)) {
      sources.set(dataset.key, known);
      newSources.push(known);
    }
    lastSource = known;
    return known;
  };
  const finding: Sink['finding'] = (severity, rule, column, message, remedy) =>
    findings.add({ severity, rule, file, line: collector.line, column, message, remedy });
  const mustBeKnown = (place: Place): void => {
    const code = cdsLevel(place.cds) === 'school' ? districtOfCds(place.cds) : place.cds;
    if (unknown.has(code)) return;
    unknown.add(code);
    finding(
      'error',
      'districtMustBeKnown',
      null,
      `no loaded file has named ${place.name === null ? place.cds : `the district ${code}`}, and this row does not`,
      'load a file that lists the district first (the state’s district outcomes, or its list of schools)',
    );
  };
  const add = (table: FactTable, copyText: string) => {
    texts.set(table, (texts.get(table) ?? '') + copyText);
    size += copyText.length;
    collector.counts.facts += 1;
    onLine?.(table, copyText, collector.line);
  };
  const covers = ({ cds }: Place): void => {
    levels.add(cdsLevel(cds));
    counties.add(cds.slice(0, 2));
  };
  const placed = (place: Place, dataset: Dataset): PlaceIds | undefined => {
    const ids = places.find(place, dataset);
    if (ids) covers(place);
    else mustBeKnown(place);
    return ids;
  };

  const sink: Sink = {
    cell: (place, subject, figure, dataset) => {
      const ids = placed(place, dataset);
      if (!ids) return;
      const breach = figureMustFitTheStore(figure);
      if (breach) return finding(breach.severity, breach.rule, null, breach.message, breach.remedy);
      const source = sourceOf(dataset);
      if (!source.measures.has(subject.measure)) source.measures.add(measureById(subject.measure).id);
      const { measure, schoolYear, grade, group } = subject;
      add(
        'cell',
        `${ids.districtId}\t${ids.schoolId}\t${measure}\t${schoolYear}\t${grade}\t${group}\t${source.sourceId}\t${figureColumns(figure)}\n`,
      );
      collector.counts.cells += 1;
      if (figure.seen === 'suppressed') collector.counts.suppressed += 1;
    },
    profile: (place, { schoolYear, factor, value, words }, dataset) => {
      const ids = placed(place, dataset);
      if (!ids) return;
      const { sourceId } = sourceOf(dataset);
      add(
        'profile_fact',
        copyLine([ids.districtId, ids.schoolId, schoolYear, factor, sourceId, value, words]),
      );
    },
    assistance: (place, { schoolYear, group, letter, priorities }, dataset) => {
      const ids = placed(place, dataset);
      if (!ids) return;
      const { sourceId } = sourceOf(dataset);
      add('assistance', copyLine([ids.districtId, schoolYear, group, sourceId, letter, priorities]));
    },
    assistanceStatus: (place, { schoolYear, status }, dataset) => {
      const ids = placed(place, dataset);
      if (!ids) return;
      add('assistance_status', copyLine([ids.districtId, schoolYear, sourceOf(dataset).sourceId, status]));
    },
    localIndicator: (place, { schoolYear, priority, item, rating, words }, dataset) => {
      const ids = placed(place, dataset);
      if (!ids) return;
      const { sourceId } = sourceOf(dataset);
      add(
        'local_indicator',
        copyLine([ids.districtId, ids.schoolId, schoolYear, priority, item, sourceId, rating, words]),
      );
    },
    school: (listing) => {
      if (!places.list(listing)) return mustBeKnown(listing.place);
      covers(listing.place);
      collector.counts.facts += 1;
    },
    nces: (cds, nces) => {
      places.setNces(cds, nces);
      collector.counts.facts += 1;
    },
    finding,
  };

  const collector: FactCollector = {
    sink,
    line: 0,
    counts: { facts: 0, cells: 0, suppressed: 0 },
    levels,
    counties,
    sources,
    get size() {
      return size;
    },
    take: () => {
      const taken = { copyTexts: texts, sources: newSources };
      texts = new Map();
      newSources = [];
      size = 0;
      return taken;
    },
  };
  return collector;
}

/** The columns seen, n, numerator, value, words of the table `cell`. */
function figureColumns(figure: Figure): string {
  const n = figure.n ?? '\\N';
  switch (figure.seen) {
    case 'shown':
      return `shown\t${n}\t${figure.numerator ?? '\\N'}\t${figure.value}\t\\N`;
    case 'coded':
      return `coded\t${n}\t\\N\t\\N\t${copyValue(figure.text)}`;
    case 'suppressed':
      return `suppressed\t${n}\t\\N\t\\N\t${figure.reason}`;
  }
}
