import { measureById } from '../../measures/registry.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import type { MemberView } from '../store/view.ts';
import { type Ask, selectAsks } from './asks.store.ts';
import { selectOffers } from './capacity.store.ts';
import {
  type LearnFromPlace,
  learnFromPlaces,
  strongOutsidePair,
  strongSimilar,
} from '../matching/learnFrom.ts';
import { type Need, selectNeeds } from './needs.store.ts';
import { type MatchedParty, readPair } from '../matching/pairReading.store.ts';
import type { Giver, WaitingNeed } from './proposals.ts';
import { type SuggestedMode, suggestMode } from '../matching/suggestMode.ts';

/** An open need with its district, what it is called in words, and what stands beside the plan. */
export type PlannedNeed = {
  readonly need: Need;
  readonly party: MatchedParty;
  /** `Mathematics: English learners, Fresno`. */
  readonly name: string;
  /** The most alike strong districts outside the partnership. */
  readonly learnFrom: readonly LearnFromPlace[];
  /** How the two may work on it where nobody of the partnership is strong. */
  readonly mode: SuggestedMode | null;
};

export type ProposalReading = {
  readonly planned: ReadonlyMap<string, PlannedNeed>;
  readonly parties: readonly MatchedParty[];
  /** What the plan is made of: open needs nobody is asked about, and who may help with what is left of their offers. */
  readonly waiting: readonly WaitingNeed[];
  readonly givers: readonly Giver[];
  /** Open needs about which somebody has been asked and has not said no, each with the ask. */
  readonly inHand: readonly { readonly planned: PlannedNeed; readonly ask: Ask }[];
  readonly synthetic: boolean;
};

/** What a plan for the open needs of the partnership stands on: needs, strengths and capacity as they are today. */
export async function readProposals(view: MemberView): Promise<ProposalReading> {
  const { parties, synthetic } = await readPair(view);
  const offers = await selectOffers(view);
  const asks = await selectAsks(view);
  const planned = (await selectNeeds(view))
    .filter(({ isOpen }) => isOpen)
    .flatMap((need) => planNeed(need, parties));
  const askOf = (need: Need) =>
    asks.findLast(({ needId, state }) => needId === need.id && (state === 'asked' || state === 'accepted'));
  return {
    parties,
    planned: new Map(planned.map((one) => [one.need.id, one])),
    waiting: planned
      .filter(({ need }) => !askOf(need))
      .map(({ need, party, name }) => ({
        ...need,
        name,
        cell: party.grid.find(need.measureId, need.group),
      })),
    givers: parties.map(({ districtId, grid }) => ({
      districtId,
      find: grid.find,
      offers: offers.filter((offer) => offer.districtId === districtId),
    })),
    inHand: planned.flatMap((one) => {
      const ask = askOf(one.need);
      return ask ? [{ planned: one, ask }] : [];
    }),
    synthetic,
  };
}

function planNeed(need: Need, parties: readonly MatchedParty[]): PlannedNeed[] {
  const party = parties.find(({ districtId }) => districtId === need.districtId);
  if (!party) return [];
  const { measureId, group } = need;
  const inside = new Set(parties.map(({ districtId }) => districtId));
  const strong = strongSimilar(party.similar, measureId, group, inside);
  const others = parties.filter((one) => one !== party);
  const modes = others.map(({ grid, similar }) => {
    const status = grid.find(measureId, group)?.status ?? 'not reported';
    const sides = [
      { status: 'need', similar: party.similar },
      { status, similar },
    ];
    return suggestMode('need', status, strongOutsidePair(sides, measureId, group, inside)).mode;
  });
  return [
    {
      need,
      party,
      name: `${measureById(measureId).shortName}: ${inSentence(studentGroupName(group))}, ${party.shortName}`,
      learnFrom: learnFromPlaces(strong),
      mode: modes.find((mode) => mode === 'joint' || mode === 'external') ?? null,
    },
  ];
}
