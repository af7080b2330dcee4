import { z } from 'zod';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import type { MemberView } from '../store/view.ts';
import { type ClaimResult, ClaimResultShape } from './claimResult.ts';
import { type ClaimPanel, ClaimPanelShape } from './claimPanel.ts';
import { type Registration, readRegistration, type SealedRegistration } from './registration.ts';
import { type RegistrationState, registrationMustBeWhole } from './registrationMustBeWhole.ts';

const sql = readStatements(import.meta.url, [
  'selectClaims',
  'insertClaim',
  'selectEstimateList',
  'selectEstimate',
  'insertEstimate',
  'selectNewestFindings',
]);

const ClaimRow = z.object({
  id: z.string(),
  registration: z.string(),
  hash: z.string(),
  registeredAt: z.date(),
  registeredBy: z.string(),
  hashInHistory: z.string().nullable(),
});

/** A claim as it is kept, with whether it is still what was registered. */
export type KeptClaim = {
  readonly id: string;
  readonly registration: Registration;
  /** The canonical JSON itself, over which `hash` is taken. */
  readonly text: string;
  readonly hash: string;
  readonly state: RegistrationState;
  readonly registeredAt: Date;
  readonly registeredBy: string;
};

const ListedEstimateRow = z.object({
  id: z.string(),
  dataHash: z.string(),
  software: z.string(),
  madeAt: z.date(),
  madeBy: z.string(),
});
/** One run of a claim, without what it found. */
export type ListedEstimate = z.infer<typeof ListedEstimateRow>;

const EstimateRow = ListedEstimateRow.extend({
  claimHash: z.string(),
  panel: ClaimPanelShape,
  result: ClaimResultShape,
});
/** One run of a claim: the figures it read and what it found. */
export type KeptEstimate = z.infer<typeof EstimateRow>;

const FindingRow = z.object({
  claimId: z.string(),
  estimateId: z.string(),
  madeAt: z.date(),
  sentence: z.string(),
  says: z.string(),
});
/** What the newest run of a claim says. */
export type NewestFinding = z.infer<typeof FindingRow>;

/** Every claim of the partnership, newest first. */
export function selectClaims(view: MemberView): Promise<KeptClaim[]> {
  return selectClaimRows(view, null);
}

export async function selectOptionalClaim(view: MemberView, claimId: string): Promise<KeptClaim | undefined> {
  return (await selectClaimRows(view, claimId))[0];
}

async function selectClaimRows(view: MemberView, claimId: string | null): Promise<KeptClaim[]> {
  const partnershipId = view.member.partnership.id;
  const rows = await view.rows(sql.selectClaims, { partnershipId, claimId }, ClaimRow);
  return rows.map(({ registration: text, hashInHistory, ...row }) => ({
    ...row,
    text,
    registration: readRegistration(text),
    state: registrationMustBeWhole({ registration: text, hash: row.hash }, hashInHistory ?? undefined),
  }));
}

/** Keeps a sealed registration, and its fingerprint in the history. */
export async function insertClaim(
  view: MemberView,
  { claim, outcome, question, replaces }: Omit<Registration, 'format'>,
  sealed: SealedRegistration,
  at: Date,
): Promise<void> {
  const { personId, partnership } = view.member;
  const { text: registration, hash } = sealed;
  await view.run(sql.insertClaim, {
    partnershipId: partnership.id,
    claimId: claim,
    registration,
    hash,
    at,
    personId,
  });
  const { measure: measureId, group } = outcome;
  const detail = { measureId, group, question, registrationHash: hash, replaces };
  await insertMemberAct(view, { act: 'registered a claim', subject: `claim ${claim}`, detail }, at);
}

/** The runs of a claim, newest first. */
export function selectEstimateList(view: MemberView, claimId: string): Promise<ListedEstimate[]> {
  const partnershipId = view.member.partnership.id;
  return view.rows(sql.selectEstimateList, { partnershipId, claimId }, ListedEstimateRow);
}

export function selectOptionalEstimate(
  view: MemberView,
  claimId: string,
  estimateId: string,
): Promise<KeptEstimate | undefined> {
  const partnershipId = view.member.partnership.id;
  return view.optionalRow(sql.selectEstimate, { partnershipId, claimId, estimateId }, EstimateRow);
}

/** What the newest run of each claim says. */
export function selectNewestFindings(view: MemberView): Promise<NewestFinding[]> {
  return view.rows(sql.selectNewestFindings, { partnershipId: view.member.partnership.id }, FindingRow);
}

export type NewEstimate = {
  readonly id: string;
  readonly claim: KeptClaim;
  readonly dataHash: string;
  readonly software: string;
  readonly panel: ClaimPanel;
  readonly result: ClaimResult;
};

/** Keeps what a run found; false when the claim has been run on the same data before, and nothing is changed. */
export async function insertEstimate(view: MemberView, estimate: NewEstimate, at: Date): Promise<boolean> {
  const { id, claim, dataHash, software, panel, result } = estimate;
  const made = await view.optionalRow(
    sql.insertEstimate,
    {
      partnershipId: view.member.partnership.id,
      estimateId: id,
      claimId: claim.id,
      claimHash: claim.hash,
      dataHash,
      software,
      panel: JSON.stringify(panel),
      result: JSON.stringify(result),
      at,
      personId: view.member.personId,
    },
    z.object({ id: z.string() }),
  );
  if (!made) return false;
  const { measure: measureId, group } = claim.registration.outcome;
  const detail = { measureId, group, says: result.verdict.says, dataHash, software };
  await insertMemberAct(view, { act: 'ran a claim', subject: `claim ${claim.id}`, detail }, at);
  return true;
}
