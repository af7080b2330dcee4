import type { Pack } from '../../vocabulary/pack.ts';
import { type FocusAreaId, focusAreas, modes, strategies } from '../../vocabulary/partnership.ts';
import { commitmentStanding } from '../commitments/commitmentStanding.ts';
import { selectCommitments } from '../commitments/commitments.store.ts';
import type { Party } from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import type { Engagement } from '../work/engagement.ts';
import { cameOf, engagementReasonName } from '../work/engagementReasons.ts';
import { selectEngagements } from '../work/engagements.store.ts';

export type PackPeriod = { readonly from: string; readonly until: string; readonly today: string };

type Parties = readonly Party[];

function named(entries: readonly { readonly id: string; readonly name: string }[], id: string) {
  return { id, name: entries.find((one) => one.id === id)?.name ?? id };
}

function cdsOf(parties: Parties, districtId: string | null): string | undefined {
  return parties.find((party) => party.districtId === districtId)?.cds;
}

/** The engagements of one focus area or all, as they stand. */
export async function readPackEngagements(
  view: MemberView,
  parties: Parties,
  focusArea: FocusAreaId | null,
): Promise<NonNullable<Pack['engagements']>> {
  return (await selectEngagements(view))
    .filter((engagement) => focusArea === null || engagement.focusArea === focusArea)
    .map((engagement) => packEngagement(engagement, parties));
}

function packEngagement(engagement: Engagement, parties: Parties): NonNullable<Pack['engagements']>[number] {
  const isOver = engagement.state === 'closed' || engagement.state === 'suspended';
  const came = cameOf(engagement);
  const reason = isOver ? engagementReasonName(engagement) : null;
  return {
    id: engagement.id,
    mode: named(modes, engagement.mode),
    title: engagement.title,
    purpose: engagement.purpose,
    focusArea: named(focusAreas, engagement.focusArea),
    strategy: named(strategies, engagement.strategy),
    benchmark: engagement.benchmarkId,
    need: engagement.needId,
    state: engagement.state,
    outcome: came ? `${came}: ${reason}` : reason,
    words: isOver ? engagement.words : null,
    startsOn: engagement.startsOn,
    endsOn: engagement.endsOn,
    parties: engagement.parties.flatMap(({ districtId, part, brings, owner }) => {
      const cds = cdsOf(parties, districtId);
      return cds ? [{ cds, part, brings, owner: owner?.name ?? null }] : [];
    }),
    externalPartners: engagement.partners.map(({ name, brings }) => ({ name, brings })),
  };
}

/** Commitments that were open in the period or became due or done in it. */
export async function readPackCommitments(
  view: MemberView,
  parties: Parties,
  engagements: readonly { readonly id: string }[],
  isWhole: boolean,
  { from, today }: PackPeriod,
): Promise<NonNullable<Pack['commitments']>> {
  const ofThese = new Set(engagements.map(({ id }) => id));
  return (await selectCommitments(view)).flatMap((commitment) => {
    const cds = cdsOf(parties, commitment.districtId);
    const isOfThese = commitment.engagementId !== null && ofThese.has(commitment.engagementId);
    const isOld = commitment.state !== 'open' && (commitment.doneOn ?? commitment.due) < from;
    if (!cds || isOld || !(isWhole || isOfThese)) return [];
    return [
      {
        id: commitment.id,
        cds,
        what: commitment.what,
        engagement: commitment.engagementId,
        owner: commitment.owner.name,
        due: commitment.due,
        status: commitment.state,
        isOverdue: commitmentStanding(commitment, today) === 'overdue',
        ownerLeft: commitment.ownerLeft,
        doneOn: commitment.doneOn,
      },
    ];
  });
}
