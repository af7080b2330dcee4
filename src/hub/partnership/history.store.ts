import { z } from 'zod';
import { readStatements } from '../store/statements.ts';
import type { MemberView } from '../store/view.ts';

const sql = readStatements(import.meta.url, ['selectHistoryPage']);

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

/** The newest `most` acts of the member's partnership before the line `beforeSeq`, newest first. */
export function selectHistoryPage(view: MemberView, beforeSeq: number, most: number): Promise<HistoryLine[]> {
  return view.rows(
    sql.selectHistoryPage,
    { partnershipId: view.member.partnership.id, beforeSeq, most },
    HistoryRow,
  );
}
