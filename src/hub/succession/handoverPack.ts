import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../vocabulary/canonicalJson.ts';

const Promised = z.object({
  what: z.string(),
  /** Whether the leaver's district promised it, or the other. */
  whose: z.enum(['ours', 'theirs']),
  owner: z.string(),
  due: z.string(),
  path: z.string(),
});
const Line = z.object({ title: z.string(), path: z.string(), note: z.string().nullable() });

/**
 * What somebody who leaves hands over, as it was on `day`. Days are calendar dates, paths follow the partnership's own. Free of what
 * changes later: a page renders it as it is.
 */
export const HandoverPack = z.object({
  format: z.literal('tandem-handover/1'),
  partnership: z.string(),
  day: z.string(),
  leaver: z.object({ name: z.string(), role: z.string(), district: z.string().nullable() }),
  leavesOn: z.string(),
  successor: z.string().nullable(),
  deputy: z.string().nullable(),
  calls: z.array(z.object({ name: z.string(), email: z.string(), why: z.string() })),
  counterparts: z.array(
    z.object({
      name: z.string(),
      email: z.string(),
      district: z.string().nullable(),
      promised: z.array(Promised),
      lastContact: z.object({ on: z.string(), title: z.string(), path: z.string() }).nullable(),
    }),
  ),
  /** Open commitments that no counterpart is named for. */
  others: z.array(Promised),
  carries: z.array(Line.extend({ kind: z.string() })),
  waiting: z.array(Line),
  decisions: z.array(
    z.object({
      about: z.string(),
      decided: z.string(),
      reason: z.string(),
      on: z.string(),
      by: z.string(),
      path: z.string(),
    }),
  ),
  agreements: z.array(z.object({ title: z.string(), endsOn: z.string(), path: z.string() })),
});
export type HandoverPack = z.infer<typeof HandoverPack>;

/** A pack as canonical JSON with the SHA-256 over it. */
export type SealedHandover = { readonly text: string; readonly hash: string };

export function sealHandover(pack: HandoverPack): SealedHandover {
  const text = canonicalJson(pack);
  return { text, hash: hashOf(text) };
}

/** Whether a kept pack is still what was kept. */
export function isWhole({ text, hash }: SealedHandover): boolean {
  return hashOf(text) === hash;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
