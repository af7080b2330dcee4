import {
  type Party,
  type PartnershipMember,
  selectMembers,
  selectParties,
} from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import { selectDeputies } from './deputies.store.ts';
import { type Holding, partOf } from './holding.ts';
import { selectHoldings } from './holdings.store.ts';
import { type Leaving, selectOptionalLeaving } from './leavings.store.ts';
import { mayReadPack } from './mayLeave.ts';

/** A leaving with what is still theirs, and who may take it over. */
export type FoundHandover = {
  readonly leaving: Leaving;
  readonly members: readonly PartnershipMember[];
  readonly parties: readonly Party[];
  readonly holdings: readonly Holding[];
  /** Other members of the district: the successor first, then the deputy. */
  readonly receivers: readonly PartnershipMember[];
  readonly mayRead: boolean;
};

export async function readHandoverFound(view: MemberView, id: string): Promise<FoundHandover | undefined> {
  const leaving = await selectOptionalLeaving(view, id);
  if (!leaving) return undefined;
  const members = await selectMembers(view);
  const deputyId = (await selectDeputies(view)).get(leaving.personId)?.deputy?.personId ?? null;
  const { personId, successorId, districtId } = leaving;
  const place = (one: PartnershipMember) =>
    one.personId === successorId ? 0 : one.personId === deputyId ? 1 : one.role === 'coordinator' ? 2 : 3;
  return {
    leaving,
    members,
    parties: await selectParties(view),
    holdings: (await selectHoldings(view)).filter((one) => partOf(one, leaving) !== null),
    receivers: members
      .filter((one) => one.personId !== personId && one.districtId === districtId)
      .sort((a, b) => place(a) - place(b)),
    mayRead: mayReadPack(view.member, { leaverId: personId, successorId, deputyId }),
  };
}
