import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { headerLength, mostHeaderBytes, openHeader } from './ageHeader.ts';
import { chunkBytes, nonceBytes, openChunk, payloadKey, tagBytes } from './agePayload.ts';
import type { Progress } from './sealFile.ts';
import type { VaultKey } from './vaultKey.ts';
import { readAll, withFile, writeAll } from './wholeFile.ts';

/** What stands in the way of opening a sealed file. */
export type AgeProblem = 'wrong key' | 'damaged';

/**
 * Opens an age file into `to`, or into nothing when only its content is to be checked; answers the SHA-256 of the content.
 * What stands in `to` after a problem is not to be used.
 */
export async function unsealFile(
  from: string,
  to: string | undefined,
  key: VaultKey,
  progress: Progress = () => undefined,
): Promise<{ readonly sha256: string } | { readonly problem: AgeProblem }> {
  return withFile(from, 'r', async (source) => {
    const opened = await openFileKey(source, key);
    if ('problem' in opened) return opened;
    const { fileKey, headerBytes } = opened;
    const { size } = await source.stat();
    const sealedBytes = size - headerBytes - nonceBytes;
    if (sealedBytes < tagBytes) return { problem: 'damaged' };
    const nonce = Buffer.alloc(nonceBytes);
    await readAll(source, nonce, headerBytes);
    const streamKey = payloadKey(fileKey, nonce);
    const hash = createHash('sha256');
    const write = async (target: FileHandle | undefined): Promise<{ problem: AgeProblem } | undefined> => {
      const chunks = Math.ceil(sealedBytes / (chunkBytes + tagBytes));
      const buffer = Buffer.alloc(chunkBytes + tagBytes);
      for (let index = 0; index < chunks; index++) {
        const at = index * buffer.length;
        const sealed = buffer.subarray(0, Math.min(buffer.length, sealedBytes - at));
        if (sealed.length < tagBytes) return { problem: 'damaged' };
        await readAll(source, sealed, headerBytes + nonceBytes + at);
        const clear = openChunkOrNot(streamKey, index, index === chunks - 1, sealed);
        if (!clear) return { problem: 'damaged' };
        hash.update(clear);
        if (target) await writeAll(target, clear);
        progress(at, sealedBytes);
      }
      await target?.sync();
      return undefined;
    };
    const trouble = to === undefined ? await write(undefined) : await withFile(to, 'w', write);
    return trouble ?? { sha256: hash.digest('hex') };
  });
}

/** Whether the key opens the file, from its header alone. */
export async function checkKey(path: string, key: VaultKey): Promise<AgeProblem | undefined> {
  return withFile(path, 'r', async (source) => {
    const opened = await openFileKey(source, key);
    return 'problem' in opened ? opened.problem : undefined;
  });
}

async function openFileKey(
  source: FileHandle,
  key: VaultKey,
): Promise<{ fileKey: Uint8Array; headerBytes: number } | { problem: AgeProblem }> {
  const start = Buffer.alloc(mostHeaderBytes);
  const { bytesRead } = await source.read(start, 0, start.length, 0);
  const headerBytes = headerLength(start.subarray(0, bytesRead));
  if (headerBytes === undefined) return { problem: 'damaged' };
  try {
    const fileKey = await openHeader(start.subarray(0, headerBytes), key);
    return fileKey ? { fileKey, headerBytes } : { problem: 'wrong key' };
  } catch {
    return { problem: 'damaged' };
  }
}

function openChunkOrNot(
  ...chunk: [key: Uint8Array, index: number, isLast: boolean, sealed: Uint8Array]
): Buffer | undefined {
  try {
    return openChunk(...chunk);
  } catch {
    return undefined;
  }
}
