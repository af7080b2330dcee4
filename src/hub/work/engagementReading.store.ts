import { type KeptBenchmark, selectOptionalBenchmark } from '../benchmarks/benchmarks.store.ts';
import { type Need, selectOptionalNeed } from '../needs/needs.store.ts';
import {
  type Party,
  type PartnershipMember,
  selectMembers,
  selectParties,
} from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import type { Engagement } from './engagement.ts';
import {
  type EngagementVersion,
  selectEngagementVersions,
  selectOptionalEngagement,
} from './engagements.store.ts';
import { type JointAsk, selectJointAsks } from './jointAsks.store.ts';
import { type Product, selectProduct } from './products.store.ts';
import { type SecuredResource, selectSecuredResources } from './securedResources.store.ts';
import { selectTransferTests, type TransferTest } from './transferTests.store.ts';

/** One engagement with all that stands about it. */
export type EngagementReading = {
  readonly engagement: Engagement;
  readonly versions: readonly EngagementVersion[];
  readonly parties: readonly Party[];
  readonly members: readonly PartnershipMember[];
  readonly need: Need | undefined;
  readonly benchmark: KeptBenchmark | undefined;
  readonly tests: readonly TransferTest[];
  readonly product: Product;
  readonly jointAsks: readonly JointAsk[];
  readonly secured: readonly SecuredResource[];
};

/** The engagement of an id with all that hangs on it; undefined when the partnership has no such engagement. */
export async function readEngagement(view: MemberView, id: string): Promise<EngagementReading | undefined> {
  const engagement = await selectOptionalEngagement(view, id);
  if (!engagement) return undefined;
  const { needId, benchmarkId } = engagement;
  return {
    engagement,
    versions: await selectEngagementVersions(view, id),
    parties: await selectParties(view),
    members: await selectMembers(view),
    need: needId ? await selectOptionalNeed(view, needId) : undefined,
    benchmark: benchmarkId ? await selectOptionalBenchmark(view, benchmarkId) : undefined,
    tests: await selectTransferTests(view, id),
    product: await selectProduct(view, id),
    jointAsks: await selectJointAsks(view, id),
    secured: await selectSecuredResources(view, { engagementId: id }),
  };
}
