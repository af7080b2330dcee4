import { selectMembers, selectParties } from '../partnership/partnership.store.ts';
import { revokeSignedLink, selectSignedLinks } from '../links/signedLinks.store.ts';
import type { DistrictId, MemberView } from '../store/view.ts';
import { sideOf } from './cycle.ts';
import type { HandedTest } from './cycleDraft.ts';
import { type CycleWritten, insertHandedTest, selectOptionalCycle } from './cycles.store.ts';
import { type Reach, tellLeader } from './tellLeader.store.ts';

/**
 * Gives a district's test to another leader: a version with its reason, the links of whoever led it taken back, and a mail with a link to whoever
 * leads it now. `reach` null tells nobody.
 */
export async function handTest(
  view: MemberView,
  cycleId: string,
  districtId: DistrictId,
  { basedOn, handed, reach }: { basedOn: number; handed: HandedTest; reach: Reach | null },
  at: Date,
): Promise<CycleWritten> {
  const cycle = await selectOptionalCycle(view, cycleId);
  const side = cycle && sideOf(cycle, districtId);
  const written = await insertHandedTest(view, cycleId, districtId, { basedOn, handed }, at);
  if (!written.done || !cycle || !side) return written;
  const held = (await selectSignedLinks(view, { subjectId: cycleId })).find(
    (link) => link.kind === 'cycle' && link.revokedAt === null && link.holderEmail === side.leader.email,
  );
  if (held) await revokeSignedLink(view, held.id, at);
  const { personId, name } = view.member;
  const self = (await selectMembers(view)).find((one) => one.personId === personId);
  const district = (await selectParties(view)).find((party) => party.districtId === districtId)?.name ?? '';
  const told = { districtId, district, side: { ...side, leader: handed.leader } };
  await tellLeader(view, cycle, told, { name, email: self?.email ?? '' }, reach, at);
  return written;
}
