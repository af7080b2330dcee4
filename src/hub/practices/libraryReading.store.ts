import type { Cycle } from '../cycles/cycle.ts';
import { selectCycles } from '../cycles/cycles.store.ts';
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
  const cycles = await selectCycles(view);
  return {
    parties,
    lines: practices.map((practice) => {
      const own = adoptions.get(practice.id) ?? [];
      const standing = (studies.get(practice.id) ?? []).filter(({ withdrawnAt }) => withdrawnAt === null);
      const tier = essaTier(standing, isStudied(practice, cyclesAbout(practice, own, cycles)));
      return { practice, tier, adoptions: own };
    }),
  };
}

/** The tests in small of the work a practice came from or is taken up in, about the measure it should move. */
export function cyclesAbout(
  { engagementId, measureId }: Practice,
  adoptions: readonly Adoption[],
  cycles: readonly Cycle[],
): Cycle[] {
  const engagementIds = new Set([engagementId, ...adoptions.map((one) => one.engagementId)]);
  return cycles.filter((cycle) => cycle.measureId === measureId && engagementIds.has(cycle.engagementId));
}

/** Whether somebody is finding out if it works: a question is registered about it, or a district is testing it. */
export function isStudied({ claimId }: Practice, cycles: readonly Cycle[]): boolean {
  return claimId !== null || cycles.some(({ sides }) => sides.some(({ acted }) => acted === null));
}
