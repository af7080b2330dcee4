import { type KeptBenchmark, selectBenchmarks } from '../benchmarks/benchmarks.store.ts';
import { type Need, selectNeeds } from '../needs/needs.store.ts';
import {
  type Party,
  type PartnershipMember,
  selectMembers,
  selectParties,
} from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import { type ExternalPartner, selectExternalPartners } from './partners.store.ts';

/** What the form of an engagement lets one choose from. */
export type EngagementChoices = {
  readonly parties: readonly Party[];
  readonly members: readonly PartnershipMember[];
  readonly needs: readonly Need[];
  readonly benchmarks: readonly KeptBenchmark[];
  readonly partners: readonly ExternalPartner[];
};

/** People, open needs (and the one of `needId`), benchmarks and external partners of the partnership. */
export async function readEngagementChoices(
  view: MemberView,
  needId: string | null = null,
): Promise<EngagementChoices> {
  const needs = await selectNeeds(view);
  return {
    parties: await selectParties(view),
    members: await selectMembers(view),
    needs: needs.filter(({ isOpen, id }) => isOpen || id === needId),
    benchmarks: await selectBenchmarks(view),
    partners: await selectExternalPartners(view),
  };
}
