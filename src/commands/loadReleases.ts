import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Arrival } from '../hub/releases/arrivals.store.ts';
import { receiveNamedRelease } from '../hub/releases/receiveRelease.store.ts';
import type { Database } from '../hub/store/database.ts';
import { firstBytes, looksLikeRelease } from '../release/looksLikeRelease.ts';
import { Refusal } from '../vocabulary/refusal.ts';

/** Whether the file at a path means to be a release. One that cannot be read is not, and says so where it is read. */
export function isReleasePath(path: string): boolean {
  try {
    const file = openSync(path, 'r');
    try {
      const first = Buffer.alloc(firstBytes);
      return looksLikeRelease(first.subarray(0, readSync(file, first, 0, firstBytes, 0)));
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
}

export type ReleaseReport = {
  readonly path: string;
  readonly state: Arrival['state'];
  readonly sentences: readonly string[];
  readonly release: string | null;
};

/** Brings releases to the door, one after the other, as the operator; a refused one is told and the next one follows. */
export async function loadReleases(
  database: Database,
  paths: readonly string[],
  now: () => Date,
  told: (report: ReleaseReport) => void,
): Promise<ReleaseReport[]> {
  const reports: ReleaseReport[] = [];
  for (const path of paths) {
    const report = await bring(database, path, now);
    reports.push(report);
    told(report);
  }
  return reports;
}

async function bring(database: Database, path: string, now: () => Date): Promise<ReleaseReport> {
  try {
    const { state, sentences, releaseHash } = await receiveNamedRelease(database, readFileSync(path), now);
    return { path, state, sentences, release: releaseHash };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { path, state: 'refused', sentences: [error.message], release: null };
  }
}

/** What became of a release, for a person. */
export function releaseReportText({ path, state, sentences, release }: ReleaseReport): string {
  if (state === 'accepted') return `${path}: a release, accepted (${release})`;
  if (state === 'held already') return `${path}: a release that is here already; nothing changed`;
  return `${path}: a release, refused\n${sentences.map((sentence) => `  ${sentence}`).join('\n')}`;
}
