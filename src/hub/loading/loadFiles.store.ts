import type { Database } from '../store/database.ts';
import type { PathToLoad } from './collectPaths.store.ts';
import { fileSource } from '../../layouts/fileSource.ts';
import type { Layout } from '../../layouts/layout.ts';
import { type FileReport, loadFile } from './loadFile.store.ts';
import { openEvidence } from '../../layouts/openEvidence.ts';
import { ReadingStopped } from '../../layouts/readingStopped.ts';

export type FilesOptions = {
  readonly layouts: readonly Layout[];
  /** Asked once a file: files loaded later go before those loaded earlier. */
  readonly now: () => Date;
  readonly onProgress?: (file: string, rows: number) => void;
  readonly onReport?: (report: FileReport) => void;
};

/** Loads files one after the other, those first whose layout names districts and schools; each is its own transaction. */
export async function loadFiles(
  database: Database,
  paths: readonly PathToLoad[],
  { layouts, now, onProgress, onReport }: FilesOptions,
): Promise<FileReport[]> {
  const inTurn: { path: string; turn: number }[] = [];
  for (const { path } of paths) inTurn.push({ path, turn: await turnOf(path, layouts) });
  inTurn.sort((a, b) => a.turn - b.turn);
  const reports: FileReport[] = [];
  const waiting = inTurn.map(({ path }) => ({ path, again: false }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { path, again } = next;
    const report = await loadFile(database, fileSource(path), {
      layouts,
      at: now(),
      onProgress: (rows) => onProgress?.(path, rows),
    });
    if (!again && waiting.some((one) => !one.again) && missesOnlyDistricts(report)) {
      waiting.push({ path, again: true });
      continue;
    }
    reports.push(report);
    onReport?.(report);
  }
  return reports;
}

/** Whether a report means that something asked for was not done; a file of unknown layout only when it was named itself. */
export function isTrouble({ outcome, file }: FileReport, named: ReadonlySet<string>): boolean {
  return outcome === 'refused' || (outcome === 'unknown layout' && named.has(file));
}

/** A file behind it in its turn may name the districts that its schools belong to: it is tried again at the end. */
function missesOnlyDistricts({ outcome, findings }: FileReport): boolean {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return outcome === 'refused' && errors.every(({ rule }) => rule === 'districtMustBeKnown');
}

/** Files that no layout knows, or that cannot be read, come last. */
async function turnOf(path: string, layouts: readonly Layout[]): Promise<number> {
  try {
    const opened = await openEvidence(fileSource(path), layouts);
    if ('unknown' in opened) return Infinity;
    await opened.close();
    return opened.layout.turn;
  } catch (error) {
    if (error instanceof ReadingStopped) return Infinity;
    throw error;
  }
}
