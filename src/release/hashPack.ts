import { createHash } from 'node:crypto';
import { canonicalJson } from '../vocabulary/canonicalJson.ts';

/** The SHA-256, in hexadecimal, of a pack's canonical JSON: its name. Of a file, give `pack` as it was read, unparsed. */
export function hashPack(pack: unknown): string {
  return createHash('sha256').update(canonicalJson(pack), 'utf8').digest('hex');
}
