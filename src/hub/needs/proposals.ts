import type { Solver } from '../../stats/pairing/loadSolver.ts';
import type { SolverRefusal } from '../../stats/pairing/matchingProgram.ts';
import { maximumWeightMatching } from '../../stats/pairing/maximumWeightMatching.ts';
import type { FocusAreaId } from '../../vocabulary/partnership.ts';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import { capacityLeft, isAnythingFree, type OfferStanding } from './capacityLeft.ts';
import type { GridCell } from '../matching/gridCell.ts';
import { leastNeed, proposalWeight, weighCell, type Weighed } from './proposalWeight.ts';

/** An open need that nobody has been asked about, with what its own grid says. */
export type WaitingNeed = {
  readonly id: string;
  /** By which needs are ordered: measure, group and district in words. */
  readonly name: string;
  readonly districtId: string;
  readonly focusArea: FocusAreaId;
  readonly measureId: string;
  readonly group: StudentGroupCode;
  readonly cell: GridCell | undefined;
};

/** A district that may help: its grid and its offers. */
export type Giver = {
  readonly districtId: string;
  readonly find: (measureId: string, group: string) => GridCell | undefined;
  readonly offers: readonly OfferStanding[];
};

/** A need and a strength that could be brought together; `weight` says what that is worth. */
export type Pairing = {
  readonly needId: string;
  readonly giverId: string;
  readonly need: Weighed;
  readonly strength: Weighed;
  readonly weight: number;
};

/** A pairing of the best plan, with what would stand instead if it could not be. */
export type Proposal = Pairing & {
  readonly runnerUp: {
    /** The share of the plan's whole worth that is lost without it: 0 when another plan is as good. */
    readonly loss: number;
    readonly instead: readonly Pairing[];
    readonly givenUp: readonly Pairing[];
  };
};

/** Why nothing is proposed for a need. */
export type WhyNone = 'nobody is strong' | 'the strong offer nothing' | 'capacity goes to other needs';

export type Proposals = {
  readonly ok: true;
  /** By the names of the needs. */
  readonly proposals: readonly Proposal[];
  readonly without: readonly { readonly needId: string; readonly why: WhyNone }[];
};

/** Hours of calls that one proposal takes where no visit is left. */
export const hoursOfProposal = 2;

/** How many needs a district can take up in a focus area: its visits left, and its hours left by twos, over all terms still open. */
export function placesLeft(offers: readonly OfferStanding[], focusArea: FocusAreaId, today: string): number {
  return offers
    .filter((offer) => offer.focusArea === focusArea && isAnythingFree(offer, today))
    .map(capacityLeft)
    .reduce((sum, { visits, hours }) => sum + visits + Math.floor(hours / hoursOfProposal), 0);
}

/**
 * The plan that brings open needs and strengths of the partnership's districts together so that it is worth most in all
 * (`proposalWeight`), where a need is helped once and a district gives no more in a focus area than it offers: maximum-weight matching
 * with capacities. The order of the answer is that of the needs' names; it is no ranking.
 */
export function proposeMatches(
  solver: Solver,
  needs: readonly WaitingNeed[],
  givers: readonly Giver[],
  today: string,
): Proposals | SolverRefusal {
  const ordered = [...needs].sort((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1,
  );
  const capacities = ordered.map(() => 1);
  const nodes = new Map<string, number>();
  const nodeOf = (giver: Giver, area: FocusAreaId): number => {
    const key = `${giver.districtId} ${area}`;
    const known = nodes.get(key);
    if (known !== undefined) return known;
    nodes.set(key, capacities.length);
    return capacities.push(placesLeft(giver.offers, area, today)) - 1;
  };
  const pairings: Pairing[] = [];
  const edges = ordered.flatMap((need, a) =>
    givers
      .filter(({ districtId }) => districtId !== need.districtId)
      .flatMap((giver) => {
        const strength = weighCell(giver.find(need.measureId, need.group), 'strength');
        if (!strength) return [];
        const weighed = weighCell(need.cell, 'need') ?? leastNeed;
        const weight = proposalWeight(weighed, strength);
        pairings.push({ needId: need.id, giverId: giver.districtId, need: weighed, strength, weight });
        return [{ a, b: nodeOf(giver, need.focusArea), weight }];
      }),
  );
  const matching = maximumWeightMatching(solver, { capacities, edges });
  if (!matching.ok) return matching;
  const pairing = (edge: number) => pairings[edge] as Pairing;
  const proposals = matching.taken.map(
    ({ edge, runnerUp }): Proposal => ({
      ...pairing(edge),
      runnerUp: {
        loss: matching.total > 0 ? runnerUp.loss / matching.total : 0,
        instead: runnerUp.instead.map(pairing),
        givenUp: runnerUp.givenUp.filter((one) => one !== edge).map(pairing),
      },
    }),
  );
  const met = new Set(proposals.map(({ needId }) => needId));
  const without = ordered
    .filter(({ id }) => !met.has(id))
    .map(({ id }) => {
      const open = edges.filter((_, i) => pairings[i]?.needId === id);
      const offered = open.some(({ b }) => (capacities[b] ?? 0) > 0);
      const why: WhyNone =
        open.length === 0
          ? 'nobody is strong'
          : offered
            ? 'capacity goes to other needs'
            : 'the strong offer nothing';
      return { needId: id, why };
    });
  return { ok: true, proposals, without };
}
