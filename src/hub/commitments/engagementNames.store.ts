import { z } from 'zod';
import { type FocusAreaId, focusAreas } from '../../vocabulary/partnership.ts';
import { readStatements } from '../store/statements.ts';
import type { MemberView } from '../store/view.ts';

const sql = readStatements(import.meta.url, ['selectEngagementNames']);

const NameRow = z.object({
  id: z.string(),
  mode: z.enum(['assistance', 'joint', 'external']),
  title: z.string(),
  state: z.string(),
  focusArea: z.enum(focusAreas.map(({ id }) => id) as [FocusAreaId, ...FocusAreaId[]]),
  needId: z.string().nullable(),
});
/** What an engagement is called: enough to choose it, or to say what something belongs to. */
export type EngagementName = z.infer<typeof NameRow>;

/** The engagements of the partnership by name, closed ones last. */
export function selectEngagementNames(view: MemberView): Promise<EngagementName[]> {
  return view.rows(sql.selectEngagementNames, { partnershipId: view.member.partnership.id }, NameRow);
}
