import { hashDefinition } from '../../measures/hashDefinition.ts';
import { measureById } from '../../measures/registry.ts';
import { roles } from '../../vocabulary/partnership.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { newUuid } from '../store/uuid.ts';
import type { MemberView } from '../store/view.ts';
import { selectOutcomeFigures } from './claimData.store.ts';
import { insertClaim } from './claims.store.ts';
import type { ClaimTerms } from './claimTerms.ts';
import { measuresBehind, outcomeReader } from './outcomeFigures.ts';
import { sealRegistration } from './registration.ts';

/**
 * Registers a claim: what it fixes, when and by whom, with the years after the start whose outcome of a treated district
 * already lies in the store. `replaces` names the claim that this one corrects. Answers its id. The terms are those of
 * `parseClaimDraft`; a treated district outside the partnership is a fault.
 */
export async function registerClaim(
  view: MemberView,
  terms: ClaimTerms,
  replaces: string | null,
  at: Date,
): Promise<string> {
  const { partnership, name, role } = view.member;
  const parties = await selectParties(view);
  const treated = terms.treated.map((cds) => {
    const party = parties.find((one) => one.cds === cds);
    if (!party) throw new Error(`${cds} is no district of ${partnership.slug}`);
    return party;
  });
  const claim = newUuid(at);
  const { measureId, group, taken } = terms.outcome;
  const registration = {
    claim,
    partnership: { slug: partnership.slug, name: partnership.name },
    question: terms.question,
    evidence: terms.evidence,
    outcome: {
      measure: measureId,
      definitions: Object.fromEntries(
        measuresBehind(terms.outcome).map((id) => [id, hashDefinition(measureById(id))]),
      ),
      group,
      grade: 'all' as const,
      taken,
    },
    treated: treated.map((party) => ({ cds: party.cds, name: party.name })),
    years: { first: terms.firstYear, firstTreated: terms.firstTreatedYear, last: terms.lastYear },
    method: terms.method,
    donors: terms.donors,
    smallestThatMatters: terms.smallestThatMatters,
    yearsAlreadySeen: await selectYearsSeen(
      view,
      terms,
      treated.map(({ districtId }) => districtId),
    ),
    replaces,
    registeredAt: at.toISOString(),
    registeredBy: { name, role: roles.find(({ id }) => id === role)?.name ?? role },
  };
  await insertClaim(view, registration, sealRegistration(registration), at);
  return claim;
}

/** The years after the start for which a treated district's outcome can be read in the store. */
async function selectYearsSeen(
  view: MemberView,
  { outcome, firstTreatedYear, lastYear }: ClaimTerms,
  districtIds: readonly string[],
): Promise<number[]> {
  const years = { first: firstTreatedYear, last: lastYear };
  const figures = await selectOutcomeFigures(view, outcome, years, districtIds);
  const after = Array.from({ length: lastYear - firstTreatedYear + 1 }, (_, i) => firstTreatedYear + i);
  const readers = [...figures.values()].map((own) => outcomeReader(own, outcome));
  return after.filter((year) => readers.some((outcomeOf) => outcomeOf(year)));
}
