import { z } from 'zod';
import { readStatements } from '../store/statements.ts';
import type { MemberView, PartnershipId, View } from '../store/view.ts';
import { type AuditAct, chainStart, hashAuditLine } from './auditLine.ts';

const sql = readStatements(import.meta.url, [
  'makeAuditHead',
  'lockAuditHead',
  'advanceAuditHead',
  'insertAuditLine',
  'selectAuditLines',
]);

const bytes = z.instanceof(Uint8Array);
const Head = z.object({ seq: z.number(), hash: bytes });
const Line = z.object({
  partnership_id: z.string(),
  seq: z.number(),
  at: z.date(),
  person_id: z.string().nullable(),
  person_name: z.string().nullable(),
  act: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
  previous_hash: bytes,
  hash: bytes,
});
export type KeptAuditLine = z.infer<typeof Line>;

/**
 * Adds a line to a chain, in the transaction of the act itself: call it in the same view. Acts on one chain wait for each
 * other from here to the end of their transaction, so call it last.
 */
export async function insertAuditLine(
  view: View,
  chain: { partnershipId: PartnershipId; personId: string | null },
  act: AuditAct,
  at: Date,
): Promise<void> {
  const { partnershipId, personId } = chain;
  await view.run(sql.makeAuditHead, { partnershipId, start: chainStart });
  const head = await view.row(sql.lockAuditHead, { partnershipId }, Head);
  const line = { ...act, ...chain, seq: head.seq + 1, at };
  const hash = hashAuditLine(head.hash, line);
  await view.run(sql.insertAuditLine, {
    partnershipId,
    seq: line.seq,
    at,
    personId,
    act: act.act,
    subject: act.subject,
    detail: JSON.stringify(act.detail),
    previousHash: head.hash,
    hash,
  });
  await view.run(sql.advanceAuditHead, { partnershipId, seq: line.seq, hash });
}

/** A member's act on something of the partnership; or that of somebody without account, whose name, mail and giver the line then holds. */
export function insertMemberAct(view: MemberView, act: AuditAct, at: Date): Promise<void> {
  const { member, holder } = view;
  const chain = { partnershipId: member.partnership.id, personId: holder ? null : member.personId };
  if (!holder) return insertAuditLine(view, chain, act, at);
  const { name: by, email: mail, givenBy: linkOf, linkId: link } = holder;
  return insertAuditLine(view, chain, { ...act, detail: { ...act.detail, by, mail, linkOf, link } }, at);
}

/** The newest acts of a chain, newest first, after the line `afterSeq` (0 for all). */
export function selectAuditLines(
  view: View,
  partnershipId: PartnershipId,
  afterSeq: number,
  most: number,
): Promise<KeptAuditLine[]> {
  return view.rows(sql.selectAuditLines, { partnershipId, afterSeq, most }, Line);
}

/** The first line of the chain that does not follow from the one before it, or undefined when the chain is whole. */
export async function findBrokenAuditLine(
  view: View,
  partnershipId: PartnershipId,
): Promise<KeptAuditLine | undefined> {
  const lines = (await selectAuditLines(view, partnershipId, 0, 1_000_000)).toReversed();
  let previous: Uint8Array = chainStart;
  for (const [i, line] of lines.entries()) {
    const hash = hashAuditLine(previous, {
      partnershipId: line.partnership_id,
      seq: line.seq,
      at: line.at,
      personId: line.person_id,
      act: line.act,
      subject: line.subject,
      detail: line.detail,
    });
    if (line.seq !== i + 1 || !hash.equals(line.hash) || !Buffer.from(previous).equals(line.previous_hash))
      return line;
    previous = line.hash;
  }
  return undefined;
}
