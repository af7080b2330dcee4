import { statfs } from 'node:fs/promises';
import { sizeText } from '../backup/sizeText.ts';
import type { Check } from './check.ts';

const leastFreeBytes = 1_000_000_000;

/** Whether the disk of the data folder has room; `storeBytes` is what the store takes, when that is known. */
export async function checkDisk(folder: string, storeBytes: number | null): Promise<Check> {
  const what = 'disk';
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const least = Math.max(leastFreeBytes, storeBytes ?? 0);
  const says = `${sizeText(free)} free${storeBytes === null ? '' : `, the store takes ${sizeText(storeBytes)}`}`;
  if (free >= least) return { what, well: true, says };
  return { what, well: false, says: `${says}; keep at least ${sizeText(least)} free` };
}
