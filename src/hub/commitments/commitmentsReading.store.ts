import { findMeasure } from '../../measures/registry.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import { selectBenchmarks } from '../benchmarks/benchmarks.store.ts';
import {
  type Party,
  type PartnershipMember,
  selectMembers,
  selectParties,
} from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import { type Commitment, selectCommitments } from './commitments.store.ts';
import { type EngagementName, selectEngagementNames } from './engagementNames.store.ts';

export type NamedBenchmark = { readonly id: string; readonly name: string };

/** What a commitment or hours can belong to, and whose they can be. */
export type WorkContext = {
  readonly parties: readonly Party[];
  readonly members: readonly PartnershipMember[];
  readonly engagements: readonly EngagementName[];
  readonly benchmarks: readonly NamedBenchmark[];
};

export async function readWorkContext(view: MemberView): Promise<WorkContext> {
  return {
    parties: await selectParties(view),
    members: await selectMembers(view),
    engagements: await selectEngagementNames(view),
    benchmarks: (await selectBenchmarks(view)).map(({ id, measureId, group }) => ({
      id,
      name: `${findMeasure(measureId)?.shortName ?? measureId}: ${inSentence(studentGroupName(group))}`,
    })),
  };
}

/** The commitments of both sides with what they belong to. */
export type CommitmentsReading = WorkContext & { readonly commitments: readonly Commitment[] };

export async function readCommitments(view: MemberView): Promise<CommitmentsReading> {
  return { ...(await readWorkContext(view)), commitments: await selectCommitments(view) };
}
