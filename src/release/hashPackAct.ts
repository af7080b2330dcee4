import { createHash } from 'node:crypto';
import { canonicalJson } from '../vocabulary/canonicalJson.ts';
import type { PackAct } from '../vocabulary/packFile.ts';

/** What the `hash` of a line of the hub's history must be, in hexadecimal, as `PackAct` says. */
export function hashPackAct(line: PackAct): string {
  const { act, at, detail, partnershipId, personId, seq, subject } = line;
  return createHash('sha256')
    .update(Buffer.from(line.previousHash, 'hex'))
    .update(canonicalJson({ act, at, detail, partnershipId, personId, seq, subject }))
    .digest('hex');
}
