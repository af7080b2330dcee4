import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../../vocabulary/refusal.ts';

/**
 * Takes the vault's folder for this process alone, or refuses. The lock is the operating system's own file lock, taken
 * through SQLite: it ends with the process however that dies. Network folders without file locks are not covered.
 */
export function lockVault(folder: string): { release: () => void } {
  const lock = takeLock(folder);
  if (!lock) {
    const holder = holderOf(folder);
    throw new Refusal(
      `The vault in ${folder} is in use by another Tandem process${holder && ` (process ${holder})`}. Wait for it or stop it, then ask again.`,
    );
  }
  writeFileSync(join(folder, 'holder.txt'), `${process.pid}\n`);
  return { release: () => lock.close() };
}

/** The number of the process that works on a vault, empty when it cannot be told; undefined when there is none. */
export function whoHoldsVault(folder: string): string | undefined {
  const lock = takeLock(folder);
  lock?.close();
  return lock ? undefined : holderOf(folder);
}

function takeLock(folder: string): DatabaseSync | undefined {
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    lock.exec('pragma journal_mode = delete; begin exclusive');
    return lock;
  } catch {
    lock.close();
    return undefined;
  }
}

function holderOf(folder: string): string {
  try {
    return readFileSync(join(folder, 'holder.txt'), 'utf8').trim();
  } catch {
    return '';
  }
}
