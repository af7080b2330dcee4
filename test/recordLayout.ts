import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fileSource } from '../src/layouts/fileSource.ts';
import type {
  Dataset,
  FindDistrict,
  Layout,
  Place,
  ReadRow,
  SchoolListing,
  Sink,
} from '../src/layouts/layout.ts';
import { openEvidence } from '../src/layouts/openEvidence.ts';
import type { Figure, Subject } from '../src/vocabulary/cell.ts';

type About<Fact> = { readonly place: Place; readonly dataset: Dataset } & Fact;
export type SaidFinding = {
  readonly severity: 'error' | 'note';
  readonly rule: string;
  readonly column: string | null;
  readonly line: number;
  readonly message: string;
};

/** All that a layout said, in order. */
export type Recorded = {
  readonly rows: number;
  readonly cells: About<{ subject: Subject; figure: Figure }>[];
  readonly profile: About<Parameters<Sink['profile']>[1]>[];
  readonly assistance: About<Parameters<Sink['assistance']>[1]>[];
  readonly statuses: About<Parameters<Sink['assistanceStatus']>[1]>[];
  readonly indicators: About<Parameters<Sink['localIndicator']>[1]>[];
  readonly schools: SchoolListing[];
  readonly nces: Map<string, string>;
  readonly findings: SaidFinding[];
};

type Row = { readonly cells: readonly string[]; readonly line: number };
export type PublicFile = {
  readonly layout: Layout;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
};

/** Lets a layout read rows typed in a test; the first is line 2, as under a header. */
export function recordRows(readRow: ReadRow, rows: readonly (readonly string[])[]): Recorded {
  return record(
    readRow,
    rows.map((cells, i) => ({ cells, line: i + 2 })),
  );
}

/** A public file as it stands, with the one of these layouts that it has. Throws when none claims it. */
export async function readPublicFile(path: string, layouts: readonly Layout[]): Promise<PublicFile> {
  const opened = await openEvidence(fileSource(path), layouts);
  if ('unknown' in opened) throw new Error(opened.unknown);
  const rows: Row[] = [];
  for await (const batch of opened.batches)
    rows.push(...batch.rows.map((cells, i) => ({ cells, line: batch.lines[i] ?? 0 })));
  return { layout: opened.layout, header: opened.header, rows };
}

/** Lets the one of these layouts that a public file has read it whole. */
export async function recordFile(
  path: string,
  layouts: readonly Layout[],
  findDistrict?: FindDistrict,
): Promise<Recorded> {
  const { layout, header, rows } = await readPublicFile(path, layouts);
  return record(layout.open(header, basename(path), findDistrict), rows);
}

/** A row under this header with these cells; the others are blank. Throws on a column that the header has not. */
export function rowUnder(header: readonly string[], cells: Readonly<Record<string, string>>): string[] {
  const unknown = Object.keys(cells).filter((column) => !header.includes(column));
  if (unknown.length > 0) throw new Error(`the header has no ${unknown.join(', ')}`);
  return header.map((column) => cells[column] ?? '');
}

/** What was said twice of the same place and dataset: the store would refuse the file. */
export function saidTwice({ cells, profile, assistance, statuses, indicators }: Recorded): string[] {
  const keys = [
    ...cells.map(({ subject, ...fact }) => [fact, ...Object.values(subject)] as const),
    ...profile.map((fact) => [fact, fact.schoolYear, fact.factor] as const),
    ...assistance.map((fact) => [fact, fact.schoolYear, fact.group] as const),
    ...statuses.map((fact) => [fact, fact.schoolYear, 'status'] as const),
    ...indicators.map((fact) => [fact, fact.schoolYear, fact.priority, fact.item] as const),
  ].map(([{ place, dataset }, ...words]) => [place.cds, dataset.key, ...words].join(' '));
  const seen = new Set<string>();
  return keys.filter((key) => seen.size === seen.add(key).size);
}

/** The folder of California's public files, or the reason why the test is skipped. */
export function californiaFiles(): { readonly folder: string; readonly skip: string | false } {
  const folder = '../shared/data/california';
  return { folder, skip: existsSync(folder) ? false : `no public data at ${folder}: nothing was checked` };
}

/** How many of these have each key. */
export function tally<One>(ones: readonly One[], keyOf: (one: One) => string): Record<string, number> {
  const counts = [...Map.groupBy(ones, keyOf)].map(([key, group]): [string, number] => [key, group.length]);
  return Object.fromEntries(counts.sort());
}

function record(readRow: ReadRow, rows: readonly Row[]): Recorded {
  const recorded: Recorded = {
    rows: rows.length,
    cells: [],
    profile: [],
    assistance: [],
    statuses: [],
    indicators: [],
    schools: [],
    nces: new Map(),
    findings: [],
  };
  let line = 0;
  const sink: Sink = {
    cell: (place, subject, figure, dataset) => recorded.cells.push({ place, subject, figure, dataset }),
    profile: (place, fact, dataset) => recorded.profile.push({ place, ...fact, dataset }),
    assistance: (place, fact, dataset) => recorded.assistance.push({ place, ...fact, dataset }),
    assistanceStatus: (place, fact, dataset) => recorded.statuses.push({ place, ...fact, dataset }),
    localIndicator: (place, fact, dataset) => recorded.indicators.push({ place, ...fact, dataset }),
    school: (listing) => recorded.schools.push(listing),
    nces: (cds, nces) => recorded.nces.set(cds, nces),
    finding: (severity, rule, column, message) =>
      recorded.findings.push({ severity, rule, column, line, message }),
  };
  for (const row of rows) {
    line = row.line;
    readRow(row.cells, line, sink);
  }
  readRow.end?.(sink);
  return recorded;
}
