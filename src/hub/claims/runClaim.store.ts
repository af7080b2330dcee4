import type { Database } from '../store/database.ts';
import { newUuid } from '../store/uuid.ts';
import { asMember, type Member } from '../store/view.ts';
import { insertEstimate, type KeptClaim, selectEstimateList } from './claims.store.ts';
import { computeInThread } from './computeInThread.store.ts';
import { findChangedDefinition } from './findChangedDefinition.ts';
import { hashPanel } from './panelFile.ts';
import { readClaimPanel } from './readClaimPanel.store.ts';
import { termsOf } from './registration.ts';
import type { RunRefusal } from './runRefusalSentence.ts';
import { softwareVersion } from './softwareVersion.store.ts';

export type RunOutcome =
  | { readonly done: 'ran'; readonly estimateId: string }
  /** This version has run the claim on exactly this data: nothing was changed. */
  | { readonly done: 'same data'; readonly estimateId: string | null }
  | { readonly done: 'refused'; readonly refusal: RunRefusal };

/**
 * Runs a claim on what is loaded: makes the panel by the registered rule, works out all three methods in a thread, and
 * keeps the result with the claim's fingerprint, the panel's and the software's version. On data that this version has
 * run it on nothing changes; else an estimate is added and the earlier ones stay. A definition that reads otherwise than
 * when the claim was sealed is a refusal.
 */
export async function runClaim(
  database: Database,
  member: Member,
  claim: KeptClaim,
  now: () => Date,
): Promise<RunOutcome> {
  if (!claim.state.whole)
    return { done: 'refused', refusal: { reason: 'the registration was altered', why: claim.state.why } };
  const changed = findChangedDefinition(claim.registration.outcome.definitions);
  if (changed)
    return { done: 'refused', refusal: { reason: 'a definition has changed', measureId: changed } };
  const terms = termsOf(claim.registration);
  const { made, runs } = await asMember(database, member, async (view) => ({
    made: await readClaimPanel(view, terms),
    runs: await selectEstimateList(view, claim.id),
  }));
  if (!made.ok) return { done: 'refused', refusal: made.problem };
  const { panel } = made;
  const dataHash = hashPanel(panel);
  const same = runs.find((run) => run.dataHash === dataHash && run.software === softwareVersion);
  if (same) return { done: 'same data', estimateId: same.id };
  const computed = await computeInThread({
    panel,
    terms,
    names: claim.registration.treated.map(({ name }) => name),
  });
  if (!computed.ok) return { done: 'refused', refusal: computed.problem };
  const at = now();
  const estimateId = newUuid(at);
  const estimate = {
    id: estimateId,
    claim,
    dataHash,
    software: softwareVersion,
    panel,
    result: computed.result,
  };
  const kept = await asMember(database, member, (view) => insertEstimate(view, estimate, at));
  return kept ? { done: 'ran', estimateId } : { done: 'same data', estimateId: null };
}
