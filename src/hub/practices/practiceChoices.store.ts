import { selectClaims } from '../claims/claims.store.ts';
import { selectNeeds } from '../needs/needs.store.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import { selectEngagements } from '../work/engagements.store.ts';
import type { PracticeContext } from './practiceDraft.ts';

type Choice = { readonly id: string; readonly name: string };

/** What a practice may be linked to. */
export type PracticeChoices = {
  readonly districts: readonly Choice[];
  readonly needs: readonly Choice[];
  readonly engagements: readonly Choice[];
  readonly claims: readonly Choice[];
};

export async function readPracticeChoices(view: MemberView): Promise<PracticeChoices> {
  const parties = await selectParties(view);
  const shortName = (id: string) => parties.find(({ districtId }) => districtId === id)?.shortName ?? '';
  return {
    districts: parties.map(({ districtId, name }) => ({ id: districtId, name })),
    needs: (await selectNeeds(view)).map(({ id, districtId, wording }) => ({
      id,
      name: `${shortName(districtId)}: ${wording}`,
    })),
    engagements: (await selectEngagements(view)).map(({ id, title }) => ({ id, name: title })),
    claims: (await selectClaims(view)).map(({ id, registration }) => ({ id, name: registration.question })),
  };
}

/** The ids of the choices, for the rules of the form. */
export function contextOf(choices: PracticeChoices): PracticeContext {
  const ids = (list: readonly Choice[]) => list.map(({ id }) => id);
  return {
    districtIds: ids(choices.districts),
    needIds: ids(choices.needs),
    engagementIds: ids(choices.engagements),
    claimIds: ids(choices.claims),
  };
}
