import { createHash, randomBytes } from 'node:crypto';
import { makeHeader } from './ageHeader.ts';
import { chunkBytes, nonceBytes, payloadKey, sealChunk } from './agePayload.ts';
import type { VaultKey } from './vaultKey.ts';
import { readAll, withFile, writeAll } from './wholeFile.ts';

export type Progress = (doneBytes: number, allBytes: number) => void;

/**
 * Writes a file into an age file, some chunks at a time, and answers the SHA-256 of what it read. The age file is on the
 * disk, not only with the operating system, when this fulfils.
 */
export async function sealFile(
  from: string,
  to: string,
  key: VaultKey,
  progress: Progress = () => undefined,
): Promise<string> {
  const { header, fileKey } = await makeHeader(key);
  const nonce = randomBytes(nonceBytes);
  const streamKey = payloadKey(fileKey, nonce);
  const hash = createHash('sha256');
  await withFile(from, 'r', async (source) => {
    const { size } = await source.stat();
    await withFile(to, 'w', async (target) => {
      await writeAll(target, header);
      await writeAll(target, nonce);
      const chunks = Math.max(1, Math.ceil(size / chunkBytes));
      const buffer = Buffer.alloc(chunkBytes);
      for (let index = 0; index < chunks; index++) {
        const clear = buffer.subarray(0, Math.min(chunkBytes, size - index * chunkBytes));
        await readAll(source, clear);
        hash.update(clear);
        await writeAll(target, sealChunk(streamKey, index, index === chunks - 1, clear));
        progress(index * chunkBytes + clear.length, size);
      }
      await target.sync();
    });
  });
  return hash.digest('hex');
}
