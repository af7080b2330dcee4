import { z } from 'zod';
import { insertMail } from '../mail/mail.store.ts';
import { type PartnershipMember, selectMembers, selectParties } from '../partnership/partnership.store.ts';
import { readStatements } from '../store/statements.ts';
import type { MemberView } from '../store/view.ts';
import { type Holding, holdingKinds, type HoldingKindId, orphansOf } from './holding.ts';
import { selectHoldings } from './holdings.store.ts';
import { lastOwnerOf, type OrphanNotice, orphanAlarms } from './orphanAlarms.ts';
import { orphanMail, standInMail } from './orphanMail.ts';

const sql = readStatements(import.meta.url, ['selectNotices', 'insertNotice']);

const NoticeRow = z.object({
  kind: z.enum(holdingKinds.map(({ id }) => id) as [HoldingKindId, ...HoldingKindId[]]),
  subjectId: z.string(),
  owner: z.string(),
  told: z.enum(['coordinator', 'partner']),
  toldOn: z.string(),
});

/** Everything open that nobody carries, of both sides. */
export async function selectOrphans(view: MemberView): Promise<readonly Holding[]> {
  const members = await selectMembers(view);
  return orphansOf(await selectHoldings(view), new Set(members.map(({ personId }) => personId)));
}

export function selectNotices(view: MemberView): Promise<OrphanNotice[]> {
  return view.rows(sql.selectNotices, { partnershipId: view.member.partnership.id }, NoticeRow);
}

/**
 * Mails what has no owner any more: at once to who speaks for its district and to who stands in, after 14 days to who speaks for the others. Answers how many mails
 * were made; called again on the same day it makes none.
 */
export async function dueOrphanAlarms(
  view: MemberView,
  { today, baseUrl }: { readonly today: string; readonly baseUrl: string },
  at: Date,
): Promise<number> {
  const { partnership } = view.member;
  const parties = await selectParties(view);
  const members = await selectMembers(view);
  const people = `${baseUrl}/partnerships/${partnership.slug}/people`;
  const address = `${people}#orphans`;
  let made = 0;
  for (const alarm of orphanAlarms(await selectOrphans(view), await selectNotices(view), today)) {
    const fresh: Holding[] = [];
    for (const orphan of alarm.orphans)
      if (await insertNotice(view, orphan, alarm.told, today)) fresh.push(orphan);
    if (fresh.length === 0) continue;
    const isPartner = alarm.told === 'partner';
    const told = parties.filter(({ districtId }) => (districtId === alarm.districtId) !== isPartner);
    const district =
      parties.find(({ districtId }) => districtId === alarm.districtId)?.shortName ?? 'a district';
    if (!isPartner)
      for (const [email, orphans] of Map.groupBy(fresh, ({ deputy }) => deputy?.email ?? '')) {
        const to = orphans[0]?.deputy;
        if (!to) continue;
        const page = to.personId === null ? null : `${people}/me`;
        const words = { to, district, partnership: partnership.name, orphans, address: page };
        await insertMail(view, { to: email, ...standInMail(words) }, at);
        made++;
      }
    for (const to of told.flatMap(({ districtId }) => voicesOf(members, districtId))) {
      const mail = orphanMail({
        to,
        district,
        partnership: partnership.name,
        isPartner,
        orphans: fresh,
        address,
      });
      await insertMail(view, { to: to.email, ...mail }, at);
      made++;
    }
  }
  return made;
}

async function insertNotice(
  view: MemberView,
  orphan: Holding,
  told: OrphanNotice['told'],
  today: string,
): Promise<boolean> {
  const values = {
    partnershipId: view.member.partnership.id,
    kind: orphan.kind,
    subjectId: orphan.id,
    owner: lastOwnerOf(orphan),
    told,
    toldOn: today,
  };
  return (await view.optionalRow(sql.insertNotice, values, z.object({ id: z.string() }))) !== undefined;
}

/** Who speaks for a district: its coordinators, or failing them its superintendent. */
function voicesOf(members: readonly PartnershipMember[], districtId: string): PartnershipMember[] {
  const own = members.filter((one) => one.districtId === districtId);
  const coordinators = own.filter(({ role }) => role === 'coordinator');
  return coordinators.length > 0 ? coordinators : own.filter(({ role }) => role === 'sponsor');
}
