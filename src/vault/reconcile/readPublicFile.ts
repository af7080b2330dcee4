import { basename } from 'node:path';
import { fingerprint } from '../../layouts/evidenceSource.ts';
import { fileSource } from '../../layouts/fileSource.ts';
import type { Layout, ReadRow, Sink } from '../../layouts/layout.ts';
import { layouts } from '../../layouts/layouts.ts';
import { openEvidence } from '../../layouts/openEvidence.ts';
import { ReadingStopped } from '../../layouts/readingStopped.ts';
import type { Figure } from '../../vocabulary/cell.ts';
import { cdsLevel, districtOfCds } from '../../vocabulary/cds.ts';
import { layoutDashboard } from './layoutDashboard.ts';
import { type PublicFigure, sliceKey, wholeDistrict } from './publicFigure.ts';

export type ReadPublicFile = {
  readonly name: string;
  readonly sha256: string;
  readonly layout: string | null;
  readonly title: string | null;
  readonly refused: boolean;
  readonly said: readonly string[];
  readonly figures: readonly PublicFigure[];
};

/** The public files that figures are compared with: those that the hub knows, and the Dashboard's download. */
export const publicLayouts: readonly Layout[] = [...layouts, layoutDashboard];

/** So many findings are told. */
const mostSaid = 20;

/**
 * Reads the figures of a district and its schools out of a public file, which is known by its header. An error in any row
 * refuses the file: a state's file that is broken somewhere was changed on its way.
 */
export async function readPublicFile(path: string, district: string): Promise<ReadPublicFile> {
  const source = fileSource(path);
  const name = basename(path);
  let sha256 = '';
  const refuse = (said: readonly string[], layout?: Layout): ReadPublicFile => ({
    name,
    sha256,
    layout: layout?.id ?? null,
    title: layout?.title ?? null,
    refused: true,
    said,
    figures: [],
  });
  let layout: Layout | undefined;
  try {
    ({ sha256 } = await fingerprint(source));
    const opened = await openEvidence(source, publicLayouts);
    if ('unknown' in opened) return refuse([`${opened.unknown}.`]);
    layout = opened.layout;
    const collector = collectFigures(district);
    const readRow = layout.open(opened.header, name);
    for await (const { rows, lines } of opened.batches) {
      for (const [i, cells] of rows.entries()) {
        collector.line = lines[i] ?? 0;
        readOne(readRow, cells, opened.header.length, collector);
      }
    }
    readRow.end?.(collector.sink);
    if (collector.errors.length > 0) return refuse(collector.errors.slice(0, mostSaid), layout);
    const figures = [...collector.figures.values()];
    return { name, sha256, layout: layout.id, title: layout.title, refused: false, said: [], figures };
  } catch (cause) {
    if (cause instanceof ReadingStopped)
      return refuse([`Line ${cause.line ?? 1}: ${cause.message}; ${cause.remedy}.`], layout);
    const { code } = cause as { code?: unknown };
    if (code === 'ENOENT') return refuse(['There is no such file.']);
    if (code === 'EISDIR') return refuse(['It is a folder: name the files in it.']);
    if (code === 'EACCES') return refuse(['You may not read it.']);
    throw cause;
  }
}

type Collector = {
  line: number;
  readonly sink: Sink;
  readonly figures: Map<string, PublicFigure>;
  readonly errors: string[];
};

function readOne(readRow: ReadRow, cells: readonly string[], width: number, collector: Collector): void {
  if (cells.length === width) readRow(cells, collector.line, collector.sink);
  else
    collector.errors.push(
      `Line ${collector.line}: the row has ${cells.length} columns, the header ${width}.`,
    );
}

function collectFigures(district: string): Collector {
  const ignore = (): void => undefined;
  const figures = new Map<string, PublicFigure>();
  const errors: string[] = [];
  const sink: Sink = {
    cell: (place, subject, figure, dataset) => {
      if (cdsLevel(place.cds) !== 'district' && cdsLevel(place.cds) !== 'school') return;
      if (districtOfCds(place.cds) !== district) return;
      const school = cdsLevel(place.cds) === 'school' ? place.cds : wholeDistrict;
      const { measure, schoolYear: year, grade, group } = subject;
      const slice = { measure, year, school, grade, group };
      const { key, publisher, title, difference } = dataset;
      figures.set(`${key} ${sliceKey(slice)}`, {
        ...slice,
        ...shownAs(figure),
        file: 0,
        line: collector.line,
        dataset: key,
        publisher,
        title,
        difference,
      });
    },
    profile: ignore,
    assistance: ignore,
    assistanceStatus: ignore,
    localIndicator: ignore,
    school: ignore,
    nces: ignore,
    finding: (severity, _rule, column, message, remedy) => {
      if (severity !== 'error') return;
      errors.push(`Line ${collector.line}${column ? `, ${column}` : ''}: ${message}; ${remedy}.`);
    },
  };
  const collector: Collector = { line: 0, sink, figures, errors };
  return collector;
}

function shownAs(figure: Figure): Pick<PublicFigure, 'seen' | 'n' | 'numerator' | 'value' | 'reason'> {
  const { seen, n } = figure;
  if (seen === 'shown') return { seen, n, numerator: figure.numerator, value: figure.value, reason: null };
  if (seen === 'coded') return { seen, n, numerator: null, value: figure.text, reason: null };
  return { seen, n, numerator: null, value: null, reason: figure.reason };
}
