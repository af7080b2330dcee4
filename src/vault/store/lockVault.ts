import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../../vocabulary/refusal.ts';

/**
 * Takes the vault's folder for this process alone, or refuses. The lock is the operating system's own file lock, taken
 * through SQLite: it ends with the process however that dies. Network folders without file locks are not covered.
 */
export function lockVault(folder: string): { release: () => void } {
  const holder = join(folder, 'holder.txt');
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    lock.exec('pragma journal_mode = delete; begin exclusive');
  } catch (cause) {
    lock.close();
    throw new Refusal(
      `The vault in ${folder} is in use by another Tandem process${holderOf(holder)}. Wait for it or stop it, then ask again.`,
      { cause },
    );
  }
  writeFileSync(holder, `${process.pid}\n`);
  return { release: () => lock.close() };
}

function holderOf(path: string): string {
  try {
    return ` (process ${readFileSync(path, 'utf8').trim()})`;
  } catch {
    return '';
  }
}
