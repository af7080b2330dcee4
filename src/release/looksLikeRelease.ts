import { constants, gunzipSync } from 'node:zlib';

/** Enough of a file to see by. */
export const firstBytes = 4096;

/** Whether a file that begins with these bytes means to be a release: gzip of its canonical JSON. It may still be a bad one. */
export function looksLikeRelease(first: Uint8Array): boolean {
  if (first[0] !== 0x1f || first[1] !== 0x8b) return false;
  try {
    const clear = gunzipSync(first, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 20 });
    return clear.toString('latin1').startsWith('{"release":{');
  } catch {
    return false;
  }
}
