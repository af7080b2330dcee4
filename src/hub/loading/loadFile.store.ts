import { basename } from 'node:path';
import type { Finding } from '../../vocabulary/finding.ts';
import { type Database, sqlState } from '../store/database.ts';
import { newUuid } from '../store/uuid.ts';
import { asOperator, type OperatorView } from '../store/view.ts';
import { coverageText } from './coverage.ts';
import { type EvidenceSource, fingerprint } from '../../layouts/evidenceSource.ts';
import { type FactCollector, factCollector } from './factCollector.ts';
import { findDuplicate } from './findDuplicate.ts';
import { type FindingList, findingList } from './findingList.ts';
import type { Layout } from '../../layouts/layout.ts';
import {
  beginLoad,
  finishLoad,
  insertFacts,
  insertLoadedFile,
  insertSourceMeasures,
  type LoadingFile,
  selectLoadedFile,
  selectPlaces,
} from './loadEvidence.store.ts';
import { openEvidence } from '../../layouts/openEvidence.ts';
import type { PlaceRegister } from './placeRegister.ts';
import { ReadingStopped } from '../../layouts/readingStopped.ts';
import { readRows } from './readRows.ts';

export type LoadOptions = {
  readonly layouts: readonly Layout[];
  readonly at: Date;
  /** Part of the sample state: a published file of the same layout supersedes it. */
  readonly sample?: boolean;
  /** Called after each batch with the rows read so far. */
  readonly onProgress?: (rows: number) => void;
};

/** What became of one file. `findings` holds the first thousand; `errors` and `notes` count all. */
export type FileReport = {
  readonly file: string;
  readonly outcome: 'loaded' | 'already loaded' | 'refused' | 'unknown layout';
  readonly layout: string | null;
  readonly rows: number;
  readonly facts: number;
  readonly cells: number;
  readonly suppressed: number;
  readonly errors: number;
  readonly notes: number;
  readonly findings: readonly Finding[];
  readonly superseded: readonly string[];
  /** Why a file of unknown layout is not loaded, or when it was. */
  readonly remark: string | null;
};

/** The whole file is refused; its findings say why. It rolls the transaction back. */
class FileRefused extends Error {}

/** COPY text is sent in pieces of about this many characters, so that memory does not grow with the file. */
const copySize = 3 << 20;

/**
 * Loads one file in one transaction: all of it or nothing. The same bytes a second time change nothing; a file of the same
 * layout and coverage supersedes the earlier one. An error in any row refuses the file, and all findings are told.
 */
export async function loadFile(
  database: Database,
  source: EvidenceSource,
  options: LoadOptions,
): Promise<FileReport> {
  const findings = findingList();
  const nothing = { rows: 0, facts: 0, cells: 0, suppressed: 0, superseded: [], remark: null };
  let layout: string | null = null;
  const told = (outcome: FileReport['outcome'], more: Partial<FileReport> = {}): FileReport => {
    const { errors, notes, kept } = findings;
    return { file: source.name, outcome, layout, ...nothing, errors, notes, findings: kept, ...more };
  };
  const print = await fingerprint(source);
  const known = await asOperator(database, (view) => selectLoadedFile(view, print.sha256));
  if (known) {
    layout = known.layout;
    const since = known.supersededBy === null ? '' : `; ${known.supersededBy} has taken its place since`;
    return told('already loaded', { remark: `already loaded as ${known.name}, nothing changed${since}` });
  }
  try {
    const opened = await openEvidence(source, options.layouts);
    if ('unknown' in opened) return told('unknown layout', { remark: opened.unknown });
    layout = opened.layout.id;
    await opened.close();
    const counts = await asOperator(database, (view) => loadInto(view, source, print, findings, options));
    return told('loaded', counts);
  } catch (error) {
    if (error instanceof ReadingStopped) addStop(findings, source.name, error);
    else if (!(error instanceof FileRefused)) throw error;
    return told('refused');
  }
}

async function loadInto(
  view: OperatorView,
  source: EvidenceSource,
  print: { sha256: string; bytes: number },
  findings: FindingList,
  { layouts, at, sample = false, onProgress }: LoadOptions,
): Promise<Partial<FileReport>> {
  await beginLoad(view);
  const newId = () => newUuid(at);
  const opened = await openEvidence(source, layouts);
  if ('unknown' in opened) throw new Error('the file changed while it was read');
  const file: LoadingFile = {
    fileId: newId(),
    name: basename(source.name),
    ...print,
    layout: opened.layout.id,
  };
  await insertLoadedFile(view, file, at);
  const places = await selectPlaces(view, newId);
  const collector = factCollector({ file: source.name, places, findings }, newId);
  const writing = writerOf(view, file.fileId, places, collector);
  let rows = 0;
  try {
    for await (const read of readRows(opened, basename(source.name), collector, places.findDistrict)) {
      rows += read;
      onProgress?.(rows);
      if (findings.errors > 0) collector.take();
      else if (collector.size >= copySize) await writing.next();
    }
    if (rows === 0) {
      throw new ReadingStopped(
        'fileMustHoldRows',
        1,
        'the file has a header and no rows',
        'get the file again',
      );
    }
    if (findings.errors > 0) throw new FileRefused();
    await writing.next();
    await writing.done();
  } catch (error) {
    await writing.done().catch(() => undefined);
    if (
      sqlState(error) === '23505' &&
      (await findDuplicate(source, layouts, places, collector, error, findings))
    )
      throw new FileRefused('', { cause: error });
    throw error;
  } finally {
    await opened.close();
  }
  const { facts, cells, suppressed } = collector.counts;
  await insertSourceMeasures(view, collector.sources.values(), at);
  const coverage = coverageOf(collector, sample);
  const counts = { coverage, rows, facts, suppressed, notes: findings.notes };
  const superseded = await finishLoad(view, file, counts, at);
  return { rows, facts, cells, suppressed, superseded };
}

/** Writes one piece while the next is parsed; a failure is thrown at the next call. */
function writerOf(view: OperatorView, fileId: string, places: PlaceRegister, collector: FactCollector) {
  let writing: Promise<void> = Promise.resolve();
  return {
    next: async () => {
      await writing;
      writing = insertFacts(view, fileId, places, collector.take());
      writing.catch(() => undefined);
    },
    done: () => writing,
  };
}

function coverageOf({ levels, counties, sources }: FactCollector, sample: boolean): string {
  const datasets = [...sources.values()].map(({ dataset }) => dataset);
  return coverageText({
    sample: sample || datasets.some(({ synthetic }) => synthetic),
    levels: [...levels],
    counties: [...counties],
    years: [...new Set(datasets.flatMap(({ schoolYear }) => schoolYear ?? []))],
    datasets: datasets.map(({ key }) => key),
  });
}

function addStop(findings: FindingList, file: string, stop: ReadingStopped): void {
  const { rule, line, message, remedy } = stop;
  findings.add({ severity: 'error', rule, file, line: line ?? 1, column: null, message, remedy });
}
