import { z } from 'zod';
import { readStatements } from '../store/statements.ts';
import type { MemberView } from '../store/view.ts';

const sql = readStatements(import.meta.url, ['selectFeed']);

const FeedRow = z.object({
  seq: z.number(),
  at: z.date(),
  personName: z.string().nullable(),
  districtId: z.string().nullable(),
  act: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
/** One act of the partnership; `districtId` is that of whoever did it, as far as they are still a member. */
export type FeedLine = z.infer<typeof FeedRow>;

/** What was done in the member's partnership since a moment, newest first, `most` at the most. */
export function selectFeed(view: MemberView, since: Date, most: number): Promise<FeedLine[]> {
  return view.rows(sql.selectFeed, { partnershipId: view.member.partnership.id, since, most }, FeedRow);
}
