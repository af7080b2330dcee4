import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../../vocabulary/refusal.ts';

/**
 * Takes the store folder for this process alone, or refuses. Two processes on one embedded store would
 * corrupt it without a word. The lock is the operating system's own file lock, taken through SQLite: it ends with the process
 * however that dies, so a stale lock cannot exist. Network folders without file locks are not covered.
 */
export function lockFolder(folder: string): { release: () => void } {
  mkdirSync(folder, { recursive: true });
  const holder = join(folder, 'holder.txt');
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'), { timeout: 0 });
  try {
    lock.exec('pragma journal_mode = delete; begin exclusive');
  } catch {
    lock.close();
    throw new Refusal(
      `The store in ${folder} is in use by another Tandem process${describeHolder(holder)}. Stop that one first, or choose another folder with --data.`,
    );
  }
  writeFileSync(holder, `${process.pid}\n`);
  return { release: () => lock.close() };
}

function describeHolder(path: string): string {
  try {
    return ` (process ${readFileSync(path, 'utf8').trim()})`;
  } catch {
    return '';
  }
}
