import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Refusal } from '../../vocabulary/refusal.ts';
import { checkBackup } from './checkBackup.store.ts';

export type WriteOptions = {
  /** Whether a file that is there is replaced. */
  readonly force: boolean;
  readonly signal?: AbortSignal | undefined;
};

/** Ends the name of a backup that is not whole yet. */
export const partialEnding = '.partial';

/**
 * Writes the bytes that `fill` gives to `keep`, compressed, to a file that only its owner may read; under another name until
 * it is on the disk and was read back whole. Answers its size in bytes. Refuses when the file is there, or the disk or folder
 * is at fault: then nothing is left of it.
 */
export async function writeBackupFile(
  path: string,
  { force, signal }: WriteOptions,
  fill: (keep: (text: AsyncIterable<Uint8Array>) => Promise<void>) => Promise<void>,
): Promise<number> {
  const partial = `${path}.${process.pid}${partialEnding}`;
  try {
    refuseExisting(path, force);
    await fill((text) => {
      const file = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true });
      return pipeline(Readable.from(text), createGzip(), file, { signal });
    });
    await checkBackup(partial, signal);
    const { size } = await stat(partial);
    refuseExisting(path, force);
    await rename(partial, path);
    await syncFolder(dirname(path));
    return size;
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw refusalOf(error, path);
  }
}

/** Refuses a path that is taken. */
export function refuseExisting(path: string, force: boolean): void {
  if (!force && existsSync(path)) {
    throw new Refusal(`${path} is there already. Choose another name, or add --force to replace it.`);
  }
}

/** A new name is safe from a lost machine only once its folder is on the disk; Windows cannot do that and need not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function refusalOf(error: unknown, path: string): unknown {
  const { code } = error as { code?: string };
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Refusal(
        `The disk that holds ${dirname(path)} is full, so no backup was written. Make room, or choose another place.`,
      );
    case 'ENOENT':
    case 'ENOTDIR':
      return new Refusal(
        `There is no folder ${dirname(path)}, so no backup was written. Make it, or choose another place.`,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EISDIR':
    case 'EIO':
      return new Refusal(`${path} cannot be written (${code}). Choose another place.`);
    default:
      return error;
  }
}
