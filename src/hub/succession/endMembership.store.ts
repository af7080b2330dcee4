import { z } from 'zod';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { type RoleId, roles } from '../../vocabulary/partnership.ts';
import { removePerson } from '../partnership/changePeople.store.ts';
import { selectMembers, selectMembersOf } from '../partnership/partnership.store.ts';
import type { Database } from '../store/database.ts';
import { readStatements } from '../store/statements.ts';
import { asMember, asOperator, type Member } from '../store/view.ts';
import { sealHandover } from './handoverPack.ts';
import { readHandover } from './handoverReading.store.ts';
import { endLeaving, insertHandoverPack, selectOptionalLeaving } from './leavings.store.ts';
import { type CannotLeave, cannotLeave } from './mayLeave.ts';

const sql = readStatements(import.meta.url, ['lockMembers', 'selectDueLeavings']);

/** `over`: the leaving was ended or called off meanwhile. */
export type Ended = { readonly done: true } | { readonly done: false; readonly reason: CannotLeave | 'over' };

/**
 * Ends a membership with its leaving, and every session of the person: the pack is kept once more as it is now. Refuses to leave the
 * partnership without coordinator, or a district without anybody who speaks for it.
 */
export async function endMembership(
  database: Database,
  member: Member,
  leavingId: string,
  at: Date,
): Promise<Ended> {
  const kept = await asMember(database, member, async (view): Promise<Ended | { readonly email: string }> => {
    const leaving = await selectOptionalLeaving(view, leavingId);
    const members = await selectMembers(view);
    const leaver = members.find(({ personId }) => personId === leaving?.personId);
    if (!leaving || !leaver || leaving.endedAt || leaving.calledOffAt) return { done: false, reason: 'over' };
    const reason = cannotLeave(leaver, members);
    if (reason) return { done: false, reason };
    const about = {
      leaver,
      leavesOn: leaving.leavesOn,
      successor: leaving.successor,
      today: calendarDay(at),
    };
    await insertHandoverPack(view, leaving, sealHandover(await readHandover(view, about)), [], at);
    return { email: leaver.email };
  });
  if ('done' in kept) return kept;
  return asOperator(database, async (view): Promise<Ended> => {
    const { id: partnershipId, slug } = member.partnership;
    await view.run(sql.lockMembers, { partnershipId });
    const members = await selectMembersOf(view, partnershipId);
    const leaver = members.find(({ email }) => email === kept.email);
    if (!leaver) return { done: false, reason: 'over' };
    const reason = cannotLeave(leaver, members);
    if (reason) return { done: false, reason };
    if (!(await endLeaving({ ...view, member }, leavingId, at))) return { done: false, reason: 'over' };
    await removePerson(view, slug, kept.email, at, member.personId);
    return { done: true };
  });
}

const DueRow = z
  .object({
    leavingId: z.string(),
    personId: z.string(),
    name: z.string(),
    role: z.enum(roles.map(({ id }) => id) as [RoleId, ...RoleId[]]),
    districtId: z.string().nullable(),
    partnershipId: z.string(),
    slug: z.string(),
    partnership: z.string(),
    isSample: z.boolean(),
  })
  .transform(
    ({ leavingId, personId, name, role, districtId, partnershipId, slug, partnership, isSample }) => ({
      leavingId,
      member: {
        personId,
        name,
        role,
        districtId,
        partnership: { id: partnershipId, slug, name: partnership, isSample },
      } satisfies Member as Member,
    }),
  );

/** Ends every membership whose last day is over, in every partnership; answers how many. One that cannot end yet stays and is tried again. */
export async function endDueMemberships(database: Database, at: Date): Promise<number> {
  const today = calendarDay(at);
  const due = await asOperator(database, (view) => view.rows(sql.selectDueLeavings, { today }, DueRow));
  let ended = 0;
  for (const { leavingId, member } of due)
    if ((await endMembership(database, member, leavingId, at)).done) ended++;
  return ended;
}
