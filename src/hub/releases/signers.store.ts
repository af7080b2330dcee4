import { z } from 'zod';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { DistrictId, MemberView, PartnershipId, View } from '../store/view.ts';
import type { SignerDraft } from './signerDraft.ts';

const sql = readStatements(import.meta.url, ['selectSigners', 'insertSigner', 'removeSigner']);

const SignerRow = z.object({
  id: z.string(),
  cds: z.string(),
  name: z.string(),
  role: z.string(),
  publicKey: z.string(),
  addedAt: z.date(),
  addedBy: z.string(),
  removedAt: z.date().nullable(),
});
/** Somebody whose signature a district puts under its releases. */
export type Signer = z.infer<typeof SignerRow>;

/** Everybody who signs, or once signed, for a district of the partnership. */
export function selectSigners(view: View, partnershipId: PartnershipId): Promise<Signer[]> {
  return view.rows(sql.selectSigners, { partnershipId }, SignerRow);
}

/** Registers a signer of a district; false when the key is registered already. */
export async function insertSigner(
  view: MemberView,
  districtId: DistrictId,
  draft: SignerDraft,
  at: Date,
): Promise<boolean> {
  const { personId, partnership } = view.member;
  const signerId = newUuid(at);
  const made = await view.optionalRow(
    sql.insertSigner,
    { partnershipId: partnership.id, signerId, districtId, ...draft, at, personId },
    z.object({ id: z.string() }),
  );
  if (!made) return false;
  const detail = { districtId, name: draft.name, role: draft.role, publicKey: draft.publicKey };
  await insertMemberAct(view, { act: 'registered a signer', subject: `signer ${signerId}`, detail }, at);
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
