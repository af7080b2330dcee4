import { selectSimilarDistricts, selectSources } from '../evidence/evidence.store.ts';
import type { SimilarDistrict, Source } from '../evidence/evidenceRows.ts';
import {
  type Party,
  type PartnershipMember,
  selectMembers,
  selectParties,
} from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import { type Ask, selectAsks } from './asks.store.ts';
import { type Offer, selectOffers } from './capacity.store.ts';
import { type ComparisonNote, selectComparisonNotes } from './comparisonNotes.store.ts';
import { type DistrictGrid, readGrids, readYardstick } from '../matching/gridReading.store.ts';
import type { KeptEvidence } from './keptEvidence.ts';
import { selectKeptEvidence, type StoredEvidence } from './keptEvidence.store.ts';
import { readEvidenceIn } from './needEvidence.store.ts';
import { type Need, type NeedVersion, selectNeedVersions, selectOptionalNeed } from './needs.store.ts';

/** A district of the partnership with what its grid says of the need's measure and group, and what it offers in the focus area. */
export type HelpingParty = {
  readonly party: Party;
  readonly evidence: KeptEvidence;
  readonly offers: readonly Offer[];
  readonly similar: readonly SimilarGrid[];
};

type SimilarGrid = Pick<DistrictGrid, 'district' | 'find'> & { readonly distance: number };

/** Everything that stands about one need. */
export type NeedReading = {
  readonly need: Need;
  readonly party: Party;
  readonly versions: readonly NeedVersion[];
  /** What the figures said each time it was confirmed or opened again, by the evidence's id. */
  readonly kept: ReadonlyMap<string, StoredEvidence>;
  readonly now: KeptEvidence;
  readonly sources: ReadonlyMap<string, Source>;
  readonly partners: readonly HelpingParty[];
  /** Districts outside the partnership that serve like students, with their grids. */
  readonly similar: readonly SimilarGrid[];
  readonly asks: readonly Ask[];
  readonly notes: readonly ComparisonNote[];
  readonly members: readonly PartnershipMember[];
};

/** One need with its evidence then and now, who can help, and what was asked; undefined when the partnership has no such need. */
export async function readNeed(view: MemberView, needId: string): Promise<NeedReading | undefined> {
  const need = await selectOptionalNeed(view, needId);
  const parties = await selectParties(view);
  const party = parties.find(({ districtId }) => districtId === need?.districtId);
  if (!need || !party) return undefined;
  const { districtId, measureId, group, focusArea } = need;
  const others = parties.filter((one) => one !== party);
  const partyIds = new Set(parties.map((one) => one.districtId));
  const alike = new Map<string, readonly SimilarDistrict[]>();
  for (const id of partyIds)
    alike.set(
      id,
      (await selectSimilarDistricts(view, id)).filter((one) => !partyIds.has(one.districtId)),
    );
  const ids = [...new Set([...partyIds, ...[...alike.values()].flat().map((one) => one.districtId)])];
  const grids = await readGrids(view, ids, await readYardstick(view));
  const gridOf = (id: string) => grids.find(({ district }) => district.districtId === id);
  const similarTo = (id: string) =>
    (alike.get(id) ?? []).flatMap((one): SimilarGrid[] => {
      const grid = gridOf(one.districtId);
      return grid ? [{ district: grid.district, find: grid.find, distance: one.distance }] : [];
    });
  const offers = await selectOffers(view, { focusArea });
  const partners: HelpingParty[] = [];
  for (const other of others) {
    const cell = { districtId: other.districtId, measureId, group };
    partners.push({
      party: other,
      evidence: await readEvidenceIn(view, cell, gridOf(other.districtId)),
      offers: offers.filter((offer) => offer.districtId === other.districtId),
      similar: similarTo(other.districtId),
    });
  }
  const now = await readEvidenceIn(view, { districtId, measureId, group }, gridOf(districtId));
  const versions = await selectNeedVersions(view, needId);
  const kept = await selectKeptEvidence(
    view,
    versions.flatMap(({ evidenceId }) => evidenceId ?? []),
  );
  const sourceIds = [now, ...[...kept.values()].map(({ evidence }) => evidence)].flatMap(
    (evidence) => evidence.sourceIds,
  );
  const sources = await selectSources(view, sourceIds);
  return {
    need,
    party,
    versions,
    kept,
    now,
    sources: new Map(sources.map((source) => [source.sourceId, source])),
    partners,
    similar: similarTo(districtId),
    asks: await selectAsks(view, { needId }),
    notes: await selectComparisonNotes(view, { districtId, measureId, group }),
    members: await selectMembers(view),
  };
}
