import { setTimeout as sleep } from 'node:timers/promises';
import { type BackupFolder, backupFolder } from '../backup/backupFolder.store.ts';
import { makeBackupBetweenRequests } from '../backup/makeBackup.store.ts';
import type { Database } from './database.ts';

export type BackupSchedule = {
  /** An embedded store: a PostgreSQL is backed up by its own means. */
  readonly database: Database;
  /** The data folder; backups go to its `backups`. */
  readonly folder: string;
  readonly now: () => Date;
  readonly log: (line: BackupLogLine) => void;
  readonly everyMs?: number;
  /** How long after a start the first may be made, so that starting is quick. */
  readonly firstAfterMs?: number;
  readonly retryAfterMs?: number;
  /** How many of the newest are kept. */
  readonly keep?: number;
};

export type BackupLogLine =
  | {
      readonly kind: 'backup';
      readonly at: string;
      readonly file: string;
      readonly bytes: number;
      readonly rows: number;
      /** How often rows changed in the middle of it and it began again, and once for the last time. */
      readonly tries: number;
      readonly ms: number;
    }
  | { readonly kind: 'backup failed'; readonly at: string; readonly why: string };

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/**
 * Backs up an embedded store, which never calls fsync, every 24 hours while the hub runs, the first 10 minutes after a start when
 * the newest is older than that. Requests have their turn between its pages. A failure is logged, written into the folder
 * for `tandem doctor`, and tried again after an hour. `stop` ends a backup under way, which leaves nothing of itself.
 */
export function startScheduledBackups(schedule: BackupSchedule): { readonly stop: () => Promise<void> } {
  const { now, everyMs = dayMs, firstAfterMs = 10 * minuteMs, retryAfterMs = 60 * minuteMs } = schedule;
  const kept = backupFolder(schedule.folder);
  const stopping = new AbortController();
  const { signal } = stopping;

  const run = async (): Promise<void> => {
    const [newest] = await kept.list().catch(() => []);
    const due = newest ? newest.madeAt.getTime() + everyMs - now().getTime() : 0;
    let waitMs = Math.min(Math.max(due, firstAfterMs), everyMs);
    while (!signal.aborted) {
      await sleep(waitMs, undefined, { signal, ref: false });
      waitMs = (await backUp(schedule, kept, signal)) ? everyMs : retryAfterMs;
    }
  };
  const ended = run().catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}

async function backUp(schedule: BackupSchedule, kept: BackupFolder, signal: AbortSignal): Promise<boolean> {
  const { database, now, log, keep = 7 } = schedule;
  const started = performance.now();
  const at = now();
  try {
    const path = await kept.prepare(at);
    const made = await makeBackupBetweenRequests(database, path, at, { force: false, signal });
    await kept.keepNewest(keep);
    await kept.writeFailure(null);
    const { file, bytes, rows, tries } = made;
    const ms = Math.round(performance.now() - started);
    log({ kind: 'backup', at: at.toISOString(), file, bytes, rows, tries, ms });
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    const failure = { at: at.toISOString(), why: whyOf(error) };
    log({ kind: 'backup failed', ...failure });
    await kept.writeFailure(failure).catch(() => undefined);
    return false;
  }
}

function whyOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
