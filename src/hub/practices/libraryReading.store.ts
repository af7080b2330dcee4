import { type Party, selectParties } from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import { type Adoption, selectAdoptions } from './adoptions.store.ts';
import { type DerivedTier, essaTier } from './essaTier.ts';
import { type Practice, selectPractices } from './practices.store.ts';
import { selectStudies } from './studies.store.ts';

/** A practice as a list shows it: its tier and what came of it where. */
export type LibraryLine = {
  readonly practice: Practice;
  readonly tier: DerivedTier;
  readonly adoptions: readonly Adoption[];
};

export type Library = { readonly parties: readonly Party[]; readonly lines: readonly LibraryLine[] };

/** Every practice of the partnership, by name. */
export async function readLibrary(view: MemberView): Promise<Library> {
  const parties = await selectParties(view);
  const practices = await selectPractices(view);
  const studies = Map.groupBy(await selectStudies(view), ({ practiceId }) => practiceId);
  const adoptions = Map.groupBy(await selectAdoptions(view), ({ practiceId }) => practiceId);
  return {
    parties,
    lines: practices.map((practice) => ({
      practice,
      tier: essaTier(
        (studies.get(practice.id) ?? []).filter(({ withdrawnAt }) => withdrawnAt === null),
        isStudied(practice),
      ),
      adoptions: adoptions.get(practice.id) ?? [],
    })),
  };
}

/** Whether somebody is finding out if it works: a question is registered about it. */
export function isStudied({ claimId }: Practice): boolean {
  return claimId !== null;
}
