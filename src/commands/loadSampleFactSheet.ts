import { publishSheet, readSheetStanding } from '../hub/factsheet/publishedSheets.store.ts';
import { selectMembers } from '../hub/partnership/partnership.store.ts';
import type { Database } from '../hub/store/database.ts';
import { asMember, type Member } from '../hub/store/view.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';

/** So many days before the sample is loaded its fact sheet was published: after the preview, both districts having consented. */
const publishedBefore = 20;

/** Publishes the fact sheet of the sample's sealed review, as its coordinator did. */
export async function loadSampleFactSheet(
  database: Database,
  coordinator: Member,
  now: () => Date,
): Promise<void> {
  const at = new Date(now().getTime() - publishedBefore * 86_400_000);
  await asMember(database, coordinator, async (view) => {
    const member = (await selectMembers(view)).find(({ role }) => role === 'coordinator');
    if (!member) throw new Error('the sample has no coordinator');
    const standing = await readSheetStanding(view, calendarDay(at));
    if (!standing) throw new Error('the sample has no sealed pack that every district has signed');
    const { personId, name, role, districtId } = member;
    const coordinating = { ...view, member: { ...view.member, personId, name, role, districtId } };
    const published = await publishSheet(coordinating, standing.kept.hash, at);
    if (!published.done)
      throw new Error(`the fact sheet of the sample was not published: ${published.reason}`);
  });
}
