import { z } from 'zod';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { MemberView } from '../store/view.ts';
import type { PartnerDraft } from './partnerDraft.ts';
import { partnerKinds } from './partnerKinds.ts';

const sql = readStatements(import.meta.url, [
  'selectExternalPartners',
  'insertExternalPartner',
  'advanceExternalPartner',
  'insertExternalPartnerVersion',
]);

const PartnerRow = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  kind: z.enum(partnerKinds.map(({ id }) => id)),
  contactName: z.string().nullable(),
  contactEmail: z.string().nullable(),
  words: z.string().nullable(),
  changedAt: z.date(),
  changedBy: z.string(),
});
/** An organisation outside both districts, as the register says now. */
export type ExternalPartner = z.infer<typeof PartnerRow>;

/** The register of external partners, by name. */
export function selectExternalPartners(view: MemberView): Promise<ExternalPartner[]> {
  const partnershipId = view.member.partnership.id;
  return view.rows(sql.selectExternalPartners, { partnershipId, externalPartnerId: null }, PartnerRow);
}

export function selectOptionalExternalPartner(
  view: MemberView,
  externalPartnerId: string,
): Promise<ExternalPartner | undefined> {
  const partnershipId = view.member.partnership.id;
  return view.optionalRow(sql.selectExternalPartners, { partnershipId, externalPartnerId }, PartnerRow);
}

/** Adds a partner to the register; answers its id. */
export async function insertExternalPartner(
  view: MemberView,
  draft: PartnerDraft,
  at: Date,
): Promise<string> {
  const { personId, partnership } = view.member;
  const id = newUuid(at);
  const key = { partnershipId: partnership.id, externalPartnerId: id };
  await view.run(sql.insertExternalPartner, { ...key, at, personId });
  await insertVersion(view, id, 1, draft, at);
  await insertPartnerAct(view, 'registered an external partner', id, draft, at);
  return id;
}

/** Changes what the register says, from the version that the person was looking at. */
export async function insertExternalPartnerChange(
  view: MemberView,
  externalPartnerId: string,
  basedOn: number,
  draft: PartnerDraft,
  at: Date,
): Promise<{ readonly done: boolean }> {
  const key = { partnershipId: view.member.partnership.id, externalPartnerId, version: basedOn + 1 };
  if (!(await view.optionalRow(sql.advanceExternalPartner, key, z.object({ id: z.string() }))))
    return { done: false };
  await insertVersion(view, externalPartnerId, basedOn + 1, draft, at);
  await insertPartnerAct(view, 'changed an external partner', externalPartnerId, draft, at);
  return { done: true };
}

function insertVersion(
  view: MemberView,
  externalPartnerId: string,
  version: number,
  { contact, ...draft }: PartnerDraft,
  at: Date,
): Promise<void> {
  const { personId, partnership } = view.member;
  return view.run(sql.insertExternalPartnerVersion, {
    partnershipId: partnership.id,
    externalPartnerId,
    version,
    ...draft,
    contactName: contact?.name ?? null,
    contactEmail: contact?.email ?? null,
    at,
    personId,
  });
}

function insertPartnerAct(view: MemberView, act: string, id: string, draft: PartnerDraft, at: Date) {
  const { name: title, kind, words } = draft;
  const detail = { title, kind, words, districtId: view.member.districtId };
  return insertMemberAct(view, { act, subject: `external partner ${id}`, detail }, at);
}
