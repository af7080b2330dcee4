import { z } from 'zod';
import { insertMemberAct } from '../audit/audit.store.ts';
import { hashToken, newToken } from '../people/token.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { DistrictId, MemberView, OperatorView } from '../store/view.ts';

const sql = readStatements(import.meta.url, ['selectTokens', 'insertToken', 'revokeToken', 'useToken']);

const TokenRow = z.object({
  id: z.string(),
  cds: z.string(),
  grantId: z.string(),
  madeAt: z.date(),
  madeBy: z.string(),
  usedAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
});
/** A token by which a vault sends releases, without the token itself: only its hash is kept. */
export type PushToken = z.infer<typeof TokenRow>;

const UsedRow = z.object({
  partnershipId: z.string(),
  tokenId: z.string(),
  districtId: z.string(),
  grantId: z.string(),
});
export type UsedToken = z.infer<typeof UsedRow>;

/** Every token of the partnership, newest first. */
export function selectTokens(view: MemberView): Promise<PushToken[]> {
  return view.rows(sql.selectTokens, { partnershipId: view.member.partnership.id }, TokenRow);
}

/** Makes a token for one grant of a district and answers it, this once. */
export async function insertToken(
  view: MemberView,
  districtId: DistrictId,
  grantId: string,
  at: Date,
): Promise<string> {
  const { personId, partnership } = view.member;
  const token = newToken();
  const tokenId = newUuid(at);
  const values = { partnershipId: partnership.id, tokenId, districtId, grantId, at, personId };
  await view.run(sql.insertToken, { ...values, tokenHash: hashToken(token) });
  const detail = { districtId, grant: grantId };
  await insertMemberAct(view, { act: 'made a token for releases', subject: `token ${tokenId}`, detail }, at);
  return token;
}

/** Revokes a token from this moment; false when it was revoked already. */
export async function revokeToken(
  view: MemberView,
  districtId: DistrictId,
  tokenId: string,
  at: Date,
): Promise<boolean> {
  const { personId, partnership } = view.member;
  const revoked = await view.optionalRow(
    sql.revokeToken,
    { partnershipId: partnership.id, tokenId, districtId, at, personId },
    z.object({ grantId: z.string() }),
  );
  if (!revoked) return false;
  const detail = { districtId, grant: revoked.grantId };
  await insertMemberAct(view, { act: 'revoked a token', subject: `token ${tokenId}`, detail }, at);
  return true;
}

/** Whose token this is; undefined for one that was never made or is revoked. The asker is known by it alone. */
export function useToken(view: OperatorView, token: string, at: Date): Promise<UsedToken | undefined> {
  return view.optionalRow(sql.useToken, { tokenHash: hashToken(token), at }, UsedRow);
}
