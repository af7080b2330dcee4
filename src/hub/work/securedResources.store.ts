import { z } from 'zod';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { MemberView } from '../store/view.ts';
import { type EngagementWritten, insertTold, lockEngagement, type Told } from './engagements.store.ts';
import type { SecuredDraft } from './securedDraft.ts';

const sql = readStatements(import.meta.url, [
  'selectSecuredResources',
  'insertSecuredResource',
  'withdrawSecuredResource',
]);

const SecuredRow = z.object({
  id: z.string(),
  engagementId: z.string(),
  partnerId: z.string(),
  partner: z.string(),
  what: z.string(),
  amountCents: z.number().nullable(),
  inKind: z.string().nullable(),
  securedOn: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  words: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
  withdrawnAt: z.date().nullable(),
  withdrawnWords: z.string().nullable(),
});
/** What an external partner gives to an engagement; money in cents. A withdrawn one stays and counts no more. */
export type SecuredResource = z.infer<typeof SecuredRow>;

/** What external partners give, withdrawn entries too, oldest first; to one engagement where given. */
export function selectSecuredResources(
  view: MemberView,
  only: { readonly engagementId?: string } = {},
): Promise<SecuredResource[]> {
  const { engagementId = null } = only;
  const partnershipId = view.member.partnership.id;
  return view.rows(sql.selectSecuredResources, { partnershipId, engagementId }, SecuredRow);
}

/** Writes down what a partner of the engagement gives. */
export async function insertSecuredResource(
  view: MemberView,
  engagementId: string,
  { draft, told }: { readonly draft: SecuredDraft; readonly told: Told },
  at: Date,
): Promise<EngagementWritten> {
  const current = await lockEngagement(view, engagementId);
  const isPartner = current?.partners.some(({ id }) => id === draft.partnerId);
  if (!current || !isPartner || current.state !== 'agreed') return { done: false, reason: 'not now' };
  const { personId, partnership } = view.member;
  const key = { partnershipId: partnership.id, engagementId, id: newUuid(at) };
  await view.run(sql.insertSecuredResource, { ...key, ...draft, at, personId });
  const { what, amountCents, inKind } = draft;
  await insertTold(view, current, told, { what, amountCents, inKind }, at);
  return { done: true };
}

/** Withdraws an entry that was wrong or a gift that was taken back; it stays with the reason. */
export async function withdrawSecuredResource(
  view: MemberView,
  { engagementId, id, what }: SecuredResource,
  { words, told }: { readonly words: string; readonly told: Told },
  at: Date,
): Promise<EngagementWritten> {
  const current = await lockEngagement(view, engagementId);
  if (!current) return { done: false, reason: 'not now' };
  const values = { partnershipId: view.member.partnership.id, engagementId, id, words, at };
  if (!(await view.optionalRow(sql.withdrawSecuredResource, values, z.object({ id: z.string() }))))
    return { done: false, reason: 'changed meanwhile' };
  await insertTold(view, current, told, { what, reason: words }, at);
  return { done: true };
}
