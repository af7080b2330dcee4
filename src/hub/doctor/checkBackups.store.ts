import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { backupFolder } from '../backup/backupFolder.store.ts';
import { checkBackup } from '../backup/checkBackup.store.ts';
import type { Check } from './check.ts';

const hourMs = 3_600_000;
const oldestMs = 48 * hourMs;

/** Whether the hub's own backups of an embedded store are young, and the newest is whole: it is read in full. */
export async function checkBackups(folder: string, at: Date): Promise<Check> {
  const what = 'backup';
  const kept = backupFolder(folder);
  const [newest] = await kept.list();
  const failure = await kept.readFailure();
  if (failure) {
    const last = newest ? `the newest is of ${newest.madeAt.toISOString()}` : 'there is none';
    return { what, well: false, says: `the last try, at ${failure.at}, failed: ${failure.why} (${last})` };
  }
  if (!newest) {
    const age = at.getTime() - (await madeAt(folder)).getTime();
    if (age < oldestMs) return { what, well: true, says: 'none yet; the running hub makes one within a day' };
    return {
      what,
      well: false,
      says: 'there is none; keep the hub running, or stop it and run tandem backup FILE',
    };
  }
  const hours = Math.floor((at.getTime() - newest.madeAt.getTime()) / hourMs);
  if (hours * hourMs > oldestMs) {
    const says = `the newest is ${Math.floor(hours / 24)} days old (${newest.file}); keep the hub running, or stop it and run tandem backup FILE`;
    return { what, well: false, says };
  }
  const broken = await checkBackup(newest.file).then(
    () => null,
    (error: Error) => error.message,
  );
  if (broken) return { what, well: false, says: broken };
  return {
    what,
    well: true,
    says: `the newest is ${hours} hours old and whole (${newest.file}); copy it to another machine`,
  };
}

/** A store's folder is locked the moment it is made, and the lock's file is never written again. */
async function madeAt(folder: string): Promise<Date> {
  return (await stat(join(folder, 'lock.sqlite'))).mtime;
}
