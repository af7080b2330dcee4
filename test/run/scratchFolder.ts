import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const inMemory = '/dev/shm';
const prefix = 'tandem-tests-';
/** A run needs less than 2 GB. */
const roomNeeded = 4e9;

/**
 * A folder for what the tests write, made the run's folder for temporary files: in memory where the machine has 4 GB of it
 * to spare, since stores are copied some hundred times. Answers how it is removed.
 */
export function makeScratchFolder(): () => void {
  const parent = hasRoomInMemory() ? inMemory : tmpdir();
  removeLeftBehind(parent);
  const folder = mkdtempSync(join(parent, `${prefix}${process.pid}-`));
  // As /tmp is: PostgreSQL, which runs as another account, makes and removes its cluster in it.
  chmodSync(folder, 0o1777);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

function hasRoomInMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    const available = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1];
    return bavail * bsize > roomNeeded && Number(available) * 1024 > roomNeeded;
  } catch {
    // No Linux, or none that tells.
    return false;
  }
}

/** A run that was killed could not remove its folder. */
function removeLeftBehind(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
