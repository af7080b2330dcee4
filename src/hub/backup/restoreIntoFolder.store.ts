import { existsSync } from 'node:fs';
import { rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../store/database.ts';
import { openEmbeddedDatabase } from '../store/embeddedDatabase.ts';
import { lockFolder } from '../store/lockFolder.ts';
import { embeddedTemplate } from '../store/openStore.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import { checkRestorable, type RestoreReport, restoreBackup } from './restoreBackup.store.ts';
import { storeMustBeEmpty } from './storeMustBeEmpty.store.ts';

/** An embedded store that runs out of disk cannot write even that it gives up, and fails in many ways. */
const fullBelowBytes = 16 * 1024 * 1024;

/**
 * Restores a backup into an embedded store's folder, where there is no store or an empty one: aside, and then in its place, so
 * that a full disk or a killed process leaves what was there. Throws the refusals of `restoreBackup` and `lockFolder`.
 */
export async function restoreIntoFolder(folder: string, file: string, at: Date): Promise<RestoreReport> {
  await checkRestorable(file);
  const lock = lockFolder(folder);
  const rows = join(folder, 'postgres');
  const aside = join(folder, 'postgres.restoring');
  try {
    if (existsSync(join(rows, 'PG_VERSION'))) {
      await using(await openEmbeddedDatabase({ folder: rows, template: null }), (store) =>
        store.transaction(storeMustBeEmpty),
      );
    }
    await rm(aside, { recursive: true, force: true });
    const empty = await openEmbeddedDatabase({ folder: aside, template: await embeddedTemplate(at) });
    const report = await using(empty, (store) => restoreBackup(store, file, at));
    await rm(rows, { recursive: true, force: true });
    await rename(aside, rows);
    return report;
  } catch (error) {
    const refusal = error instanceof Refusal ? error : await refusalOfFullDisk(folder, error);
    await rm(aside, { recursive: true, force: true });
    throw refusal ?? error;
  } finally {
    lock.release();
  }
}

async function using<T>(store: Database, run: (store: Database) => Promise<T>): Promise<T> {
  const result = await run(store).catch(async (error: unknown) => {
    await store.close().catch(() => undefined);
    throw error;
  });
  await store.close();
  return result;
}

async function refusalOfFullDisk(folder: string, cause: unknown): Promise<Refusal | null> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= fullBelowBytes) return null;
  return new Refusal(`The disk of ${folder} is full. Make room, or choose another folder with --data.`, {
    cause,
  });
}
