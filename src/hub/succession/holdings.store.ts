import { measureById } from '../../measures/registry.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import { selectCommitments } from '../commitments/commitments.store.ts';
import { selectCycles } from '../cycles/cycles.store.ts';
import { selectAsks } from '../needs/asks.store.ts';
import { selectNeeds } from '../needs/needs.store.ts';
import { type PartnershipMember, selectMembers, selectParties } from '../partnership/partnership.store.ts';
import { selectPacks } from '../reviews/packs.store.ts';
import type { MemberView } from '../store/view.ts';
import { type Engagement, othersIn } from '../work/engagement.ts';
import { selectEngagements } from '../work/engagements.store.ts';
import type { Holding, HoldingPerson } from './holding.ts';

/** Every open thing of the partnership that somebody carries, of both sides; by the day it is due, what has none last. */
export async function selectHoldings(view: MemberView): Promise<Holding[]> {
  const members = await selectMembers(view);
  const engagements = await selectEngagements(view);
  const all = [
    ...(await commitments(view, engagements, members)),
    ...engagements.flatMap(ofEngagement),
    ...(await needs(view, members)),
    ...(await cycles(view)),
    ...(await asks(view)),
    ...(await packs(view, members)),
  ];
  return all.sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
}

/** Shared with the owner on the other side of its engagement; failing one, with the other district's coordinator. */
async function commitments(
  view: MemberView,
  engagements: readonly Engagement[],
  members: readonly PartnershipMember[],
): Promise<Holding[]> {
  const coordinatorOf = (districtId: string) => {
    const [first] = members.filter(
      (one) => one.role === 'coordinator' && one.districtId !== null && one.districtId !== districtId,
    );
    return first ? personOf(first) : null;
  };
  const open = (await selectCommitments(view)).filter(({ state }) => state === 'open');
  return open.map(({ id, districtId, engagementId, what, due, owner, deputy }) => {
    const engagement = engagements.find((one) => one.id === engagementId);
    return {
      kind: 'commitment',
      id,
      districtId,
      title: what,
      path: `/work/commitments/${id}`,
      due,
      owner,
      deputy,
      counterpart: (engagement && othersIn(engagement, districtId)[0]?.owner) ?? coordinatorOf(districtId),
      canMove: true,
    };
  });
}

/** One for each district in it; where a district has yet to answer, nobody has to own it there. */
function ofEngagement(engagement: Engagement): Holding[] {
  const { id, state, title, parties, actingId } = engagement;
  if (state === 'closed') return [];
  const isAgreed = state === 'agreed' || state === 'testing' || state === 'suspended';
  return parties
    .filter(({ owner }) => owner !== null || isAgreed)
    .map(({ districtId, owner, deputy }) => ({
      kind: 'engagement',
      id,
      districtId,
      title,
      path: `/work/engagements/${id}`,
      due: null,
      owner,
      deputy,
      counterpart: othersIn(engagement, districtId)[0]?.owner ?? null,
      canMove: isAgreed || actingId === districtId,
    }));
}

async function needs(view: MemberView, members: readonly PartnershipMember[]): Promise<Holding[]> {
  const open = (await selectNeeds(view)).filter(({ isOpen }) => isOpen);
  return open.map(({ id, districtId, wording, ownerId, ownerName }) => ({
    kind: 'need',
    id,
    districtId,
    title: wording,
    path: `/matching/needs/${id}`,
    due: null,
    owner: {
      personId: ownerId,
      name: ownerName,
      email: members.find(({ personId }) => personId === ownerId)?.email ?? '',
    },
    deputy: null,
    counterpart: null,
    canMove: true,
  }));
}

async function cycles(view: MemberView): Promise<Holding[]> {
  return (await selectCycles(view)).flatMap(({ id, idea, sides }) =>
    sides
      .filter(({ acted }) => acted === null)
      .map(({ districtId, leader, studyOn }) => ({
        kind: 'cycle' as const,
        id,
        districtId,
        title: idea,
        path: `/work/cycles/${id}`,
        due: studyOn,
        owner: leader,
        deputy: null,
        counterpart: sides.find((side) => side.districtId !== districtId)?.leader ?? null,
        canMove: true,
      })),
  );
}

async function asks(view: MemberView): Promise<Holding[]> {
  const waiting = (await selectAsks(view)).filter(({ state }) => state === 'asked');
  return waiting.map((ask) => ({
    kind: 'ask',
    id: ask.id,
    districtId: ask.districtId,
    title: `${measureById(ask.measureId).shortName}, ${inSentence(studentGroupName(ask.group))}: ${ask.need}`,
    path: `/matching/asks/${ask.id}`,
    due: null,
    owner: ask.to,
    deputy: null,
    counterpart: { personId: ask.askerId, name: ask.asker, email: ask.askerEmail },
    canMove: false,
  }));
}

/** A sealed pack waits for the superintendent of each district that has not signed it. */
async function packs(view: MemberView, members: readonly PartnershipMember[]): Promise<Holding[]> {
  const parties = await selectParties(view);
  const open = (await selectPacks(view)).filter(({ isUnlocked }) => !isUnlocked);
  return open.flatMap(({ hash, reviewId, sealedFor, signatures, signUntil }) =>
    parties.flatMap(({ districtId }): Holding[] => {
      const signer = members.find((one) => one.districtId === districtId && one.role === 'sponsor');
      if (!signer || signatures.some((signature) => signature.districtId === districtId)) return [];
      return [
        {
          kind: 'pack',
          id: reviewId,
          districtId,
          title: sealedFor ?? `Pack ${hash.slice(0, 8)}`,
          path: `/reviews/${reviewId}`,
          due: signUntil,
          owner: personOf(signer),
          deputy: null,
          counterpart: null,
          canMove: false,
        },
      ];
    }),
  );
}

function personOf({ personId, name, email }: PartnershipMember): HoldingPerson {
  return { personId, name, email };
}
