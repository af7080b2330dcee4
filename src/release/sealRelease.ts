import { gzipSync } from 'node:zlib';
import { canonicalJson } from '../vocabulary/canonicalJson.ts';
import type { SignedRelease } from '../vocabulary/release.ts';

/**
 * The bytes of a release file: gzip of the canonical JSON of the release and its signatures. Equal releases give equal
 * content; a release is named by the hash of its own canonical JSON, not by these bytes.
 */
export function sealRelease(signed: SignedRelease): Uint8Array {
  return gzipSync(canonicalJson(signed), { level: 9 });
}
