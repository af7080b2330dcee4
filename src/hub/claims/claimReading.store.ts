import { selectSources } from '../evidence/evidence.store.ts';
import type { Source } from '../evidence/evidenceRows.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import {
  type KeptClaim,
  type KeptEstimate,
  type ListedEstimate,
  selectClaims,
  selectEstimateList,
  selectOptionalEstimate,
} from './claims.store.ts';
import { type Initiative, selectInitiatives } from './initiatives.store.ts';

/** Everything a claim's page shows. */
export type ClaimReading = {
  readonly claim: KeptClaim;
  /** The claim that corrects this one, if any. */
  readonly correctedBy: KeptClaim | undefined;
  readonly runs: readonly ListedEstimate[];
  /** The run asked for, or the newest; undefined before the first. */
  readonly estimate: KeptEstimate | undefined;
  readonly sources: readonly Source[];
  readonly initiatives: readonly Initiative[];
  readonly parties: readonly Party[];
};

/** Reads a claim with one of its runs; undefined when there is no such claim, or no such run. */
export async function readClaim(
  view: MemberView,
  claimId: string,
  estimateId: string | undefined,
): Promise<ClaimReading | undefined> {
  const claims = await selectClaims(view);
  const claim = claims.find(({ id }) => id === claimId);
  if (!claim) return undefined;
  const runs = await selectEstimateList(view, claim.id);
  const wanted = estimateId === undefined ? runs[0] : runs.find(({ id }) => id === estimateId);
  if (estimateId !== undefined && !wanted) return undefined;
  const estimate = wanted && (await selectOptionalEstimate(view, claim.id, wanted.id));
  return {
    claim,
    correctedBy: claims.find(({ registration }) => registration.replaces === claim.id),
    runs,
    estimate,
    sources: estimate ? await selectSources(view, estimate.panel.sourceIds) : [],
    initiatives: await selectInitiatives(view),
    parties: await selectParties(view),
  };
}
