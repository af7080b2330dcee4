import { citedDistricts } from '../../sample/citedDistricts.ts';
import { sampleClaim, sampleInitiatives } from '../../sample/sampleClaim.ts';
import { selectOptionalClaim } from '../hub/claims/claims.store.ts';
import { insertInitiative } from '../hub/claims/initiatives.store.ts';
import { registerClaim } from '../hub/claims/registerClaim.store.ts';
import { runClaim } from '../hub/claims/runClaim.store.ts';
import { selectParties } from '../hub/partnership/partnership.store.ts';
import type { Database } from '../hub/store/database.ts';
import { newUuid } from '../hub/store/uuid.ts';
import { asMember, type Member } from '../hub/store/view.ts';

/** Lists the reforms that ran beside the sample partnership, registers its claim and runs it, as its coordinator would. */
export async function loadSampleClaim(
  database: Database,
  coordinator: Member,
  now: () => Date,
): Promise<void> {
  const claim = await asMember(database, coordinator, async (view) => {
    const parties = await selectParties(view);
    for (const { districts, ...initiative } of sampleInitiatives) {
      const codes: readonly string[] = districts.map((which) => citedDistricts[which].cds);
      const districtIds = parties
        .filter(({ cds }) => codes.includes(cds))
        .map(({ districtId }) => districtId);
      const draft = { ...initiative, statewide: codes.length === 0, districtIds };
      await insertInitiative(view, newUuid(now()), draft, now());
    }
    return selectOptionalClaim(view, await registerClaim(view, sampleClaim, null, now()));
  });
  if (!claim) throw new Error('the claim of the sample was not kept');
  const outcome = await runClaim(database, coordinator, claim, now);
  if (outcome.done !== 'ran')
    throw new Error(`the claim of the sample was not run: ${JSON.stringify(outcome)}`);
}
