import { createHash } from 'node:crypto';
import { canonicalJson } from '../../vocabulary/canonicalJson.ts';

/** One act as it is kept: who did what to what, when. `detail` holds no secret and no student value. */
export type AuditAct = {
  readonly act: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

export type AuditLine = AuditAct & {
  readonly partnershipId: string;
  readonly seq: number;
  readonly at: Date;
  readonly personId: string | null;
};

/** What the first line of a chain is chained to. */
export const chainStart = Buffer.alloc(32);

/** SHA-256 over the previous line's hash and this line's canonical JSON: changing any earlier line changes every later hash. */
export function hashAuditLine(previous: Uint8Array, line: AuditLine): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(
      canonicalJson({
        act: line.act,
        at: line.at.toISOString(),
        detail: line.detail,
        partnershipId: line.partnershipId,
        personId: line.personId,
        seq: line.seq,
        subject: line.subject,
      }),
    )
    .digest();
}
