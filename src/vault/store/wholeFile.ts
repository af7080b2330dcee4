import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** Opens a file for as long as `use` takes. A new one can be read by its owner alone. */
export async function withFile<T>(
  path: string,
  flags: string,
  use: (file: FileHandle) => Promise<T>,
): Promise<T> {
  const file = await open(path, flags, 0o600);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

/** Fills `into`, from where the file stands or from `at`. */
export async function readAll(file: FileHandle, into: Uint8Array, at: number | null = null): Promise<void> {
  for (let done = 0; done < into.length; ) {
    const place = at === null ? null : at + done;
    const { bytesRead } = await file.read(into, done, into.length - done, place);
    if (bytesRead === 0) throw new Error('A file became shorter while it was read.');
    done += bytesRead;
  }
}

export async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done);
    done += bytesWritten;
  }
}

/** What was renamed or removed in a folder is on the disk when this fulfils. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The SHA-256 of a file's content. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  return hash.digest('hex');
}
