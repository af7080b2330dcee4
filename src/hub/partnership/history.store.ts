import { z } from 'zod';
import { readStatements } from '../store/statements.ts';
import type { MemberView } from '../store/view.ts';

const sql = readStatements(import.meta.url, ['selectHistoryPage', 'selectChainEnd']);

const HistoryRow = z
  .object({
    seq: z.number(),
    at: z.date(),
    person_name: z.string().nullable(),
    act: z.string(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
    hash: z.instanceof(Uint8Array),
  })
  .transform((row) => ({
    seq: row.seq,
    at: row.at,
    personName: row.person_name,
    act: row.act,
    subject: row.subject,
    detail: row.detail,
    hash: Buffer.from(row.hash).toString('hex'),
  }));
/** One act of the partnership as its members read it; no person means the operator. */
export type HistoryLine = z.infer<typeof HistoryRow>;

/** The newest `most` acts of the member's partnership by when they were done, those before the act of line `beforeSeq` (0: all). A sample's acts are dated back, so lines and days may differ in order. */
export function selectHistoryPage(view: MemberView, beforeSeq: number, most: number): Promise<HistoryLine[]> {
  return view.rows(
    sql.selectHistoryPage,
    { partnershipId: view.member.partnership.id, beforeSeq, most },
    HistoryRow,
  );
}

/** The fingerprint of the last line of the chain, in hexadecimal; undefined before the first act. */
export async function selectChainEnd(view: MemberView): Promise<string | undefined> {
  const partnershipId = view.member.partnership.id;
  const row = await view.optionalRow(
    sql.selectChainEnd,
    { partnershipId },
    z.object({ hash: z.instanceof(Uint8Array) }),
  );
  return row && Buffer.from(row.hash).toString('hex');
}
