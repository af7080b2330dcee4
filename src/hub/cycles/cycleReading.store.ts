import {
  type Party,
  type PartnershipMember,
  selectMembers,
  selectParties,
} from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import type { Engagement } from '../work/engagement.ts';
import { selectOptionalEngagement } from '../work/engagements.store.ts';
import type { BeforeAfter, Cycle } from './cycle.ts';
import { readBeforeAfter } from './cycleFigures.store.ts';
import { selectCycles, selectOptionalCycle } from './cycles.store.ts';

/** A cycle with what its page needs; `figures` are today's, of every district. */
export type CycleReading = {
  readonly cycle: Cycle;
  readonly engagement: Engagement;
  readonly parties: readonly Party[];
  readonly members: readonly PartnershipMember[];
  readonly figures: readonly BeforeAfter[];
  readonly follows: Cycle | undefined;
  readonly followedBy: readonly Cycle[];
};

export async function readCycle(
  view: MemberView,
  cycleId: string,
  today: string,
): Promise<CycleReading | undefined> {
  const cycle = await selectOptionalCycle(view, cycleId);
  const engagement = cycle && (await selectOptionalEngagement(view, cycle.engagementId));
  if (!cycle || !engagement) return undefined;
  const parties = await selectParties(view);
  const others = await selectCycles(view);
  return {
    cycle,
    engagement,
    parties,
    members: await selectMembers(view),
    figures: await readBeforeAfter(view, cycle, parties, { today }),
    follows: cycle.followsId === null ? undefined : await selectOptionalCycle(view, cycle.followsId),
    followedBy: others.filter((one) => one.followsId === cycle.id),
  };
}
