import { z } from 'zod';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { DistrictId, MemberView, PartnershipId, View } from '../store/view.ts';
import type { SignerDraft } from './signerDraft.ts';

const sql = readStatements(import.meta.url, ['selectSigners', 'insertSigner', 'letSigner', 'removeSigner']);

const SignerRow = z.object({
  id: z.string(),
  cds: z.string(),
  name: z.string(),
  role: z.string(),
  mail: z.string().nullable(),
  publicKey: z.string(),
  addedAt: z.date(),
  addedBy: z.string(),
  /** The account whose own key it is; null of those that were registered for somebody else, long ago. */
  holderId: z.string().nullable(),
  letAt: z.date().nullable(),
  letBy: z.string().nullable(),
  removedAt: z.date().nullable(),
  /** Whether the owner is still a member for the district. */
  isHolderHere: z.boolean(),
});
/** Somebody whose signature a district puts under its releases, once another person of the district has let them. */
export type Signer = z.infer<typeof SignerRow>;

/** Everybody who signs, will sign, or once signed, for a district of the partnership. */
export function selectSigners(view: View, partnershipId: PartnershipId): Promise<Signer[]> {
  return view.rows(sql.selectSigners, { partnershipId }, SignerRow);
}

/** Registers the member's own key, which waits until somebody else lets it sign; its id. Undefined: the key or the person has one already. */
export async function insertSigner(
  view: MemberView,
  districtId: DistrictId,
  draft: SignerDraft,
  at: Date,
): Promise<string | undefined> {
  const { personId, partnership } = view.member;
  const signerId = newUuid(at);
  const made = await view.optionalRow(
    sql.insertSigner,
    { partnershipId: partnership.id, signerId, districtId, ...draft, at, personId },
    z.object({ id: z.string() }),
  );
  if (!made) return undefined;
  const detail = { districtId, ...draft };
  await insertMemberAct(
    view,
    { act: 'registered a key of their own', subject: `signer ${signerId}`, detail },
    at,
  );
  return signerId;
}

/** Lets a signer's key count from now on. False when nobody waits there, or the member would let themselves. */
export async function letSigner(
  view: MemberView,
  districtId: DistrictId,
  signerId: string,
  at: Date,
): Promise<boolean> {
  const { personId, partnership } = view.member;
  const waiting = await view.optionalRow(
    sql.letSigner,
    { partnershipId: partnership.id, signerId, districtId, at, personId },
    z.object({ name: z.string(), publicKey: z.string() }),
  );
  if (!waiting) return false;
  const detail = { districtId, ...waiting };
  await insertMemberAct(view, { act: 'let a signer sign', subject: `signer ${signerId}`, detail }, at);
  return true;
}

/** Takes a signer off; what they signed before stands. False when they were off already. */
export async function removeSigner(
  view: MemberView,
  districtId: DistrictId,
  signerId: string,
  at: Date,
): Promise<boolean> {
  const { personId, partnership } = view.member;
  const removed = await view.optionalRow(
    sql.removeSigner,
    { partnershipId: partnership.id, signerId, districtId, at, personId },
    z.object({ name: z.string() }),
  );
  if (!removed) return false;
  const detail = { districtId, name: removed.name };
  await insertMemberAct(view, { act: 'took a signer off', subject: `signer ${signerId}`, detail }, at);
  return true;
}
