import { z } from 'zod';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { focusAreas, modes, strategies } from '../../vocabulary/partnership.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { insertMail, type Mail } from '../mail/mail.store.ts';
import { readStatements } from '../store/statements.ts';
import type { MemberView } from '../store/view.ts';
import {
  type Engagement,
  type EngagementParty,
  engagementParts,
  engagementStates,
  engagementSteps,
  type Holder,
} from './engagement.ts';
import { engagementReasonName } from './engagementReasons.ts';
import type { EngagementContent, Move } from './moves.ts';
import { partnerKinds } from './partnerKinds.ts';

const sql = readStatements(import.meta.url, [
  'selectEngagements',
  'selectEngagementParties',
  'selectEngagementPartners',
  'selectEngagementVersions',
  'lockEngagement',
  'insertEngagement',
  'advanceEngagement',
  'insertEngagementVersion',
  'insertEngagementParty',
  'insertEngagementPartner',
]);

const focusArea = z.enum(focusAreas.map(({ id }) => id));
const strategy = z.enum(strategies.map(({ id }) => id));

const EngagementRow = z
  .object({
    id: z.string(),
    mode: z.enum(modes.map(({ id }) => id)),
    askId: z.string().nullable(),
    version: z.number(),
    madeAt: z.date(),
    step: z.enum(engagementSteps),
    state: z.enum(engagementStates),
    actingId: z.string(),
    title: z.string(),
    purpose: z.string(),
    product: z.string().nullable(),
    focusArea,
    strategy,
    needId: z.string().nullable(),
    benchmarkId: z.string().nullable(),
    startsOn: z.string(),
    endsOn: z.string(),
    reason: z.string().nullable(),
    words: z.string().nullable(),
    changedAt: z.date(),
    changedBy: z.string(),
    productVersion: z.number(),
    signedBy: z.array(z.string()),
    pilots: z.number(),
    usedBy: z.array(z.string()),
    askVersion: z.number(),
    askAgreedBy: z.array(z.string()),
    askSentOn: z.string().nullable(),
    answers: z.number(),
    secured: z.number(),
    securedCents: z.number(),
    test: z.number(),
  })
  .transform(
    ({ productVersion, signedBy, pilots, usedBy, askVersion, askAgreedBy, askSentOn, answers, ...row }) => {
      const { secured, securedCents, test, ...stood } = row;
      const product = { productVersion, signedBy, pilots, usedBy };
      const asked = { askVersion, askAgreedBy, askSentOn, answers, secured, securedCents };
      return { ...stood, progress: { ...product, ...asked, test } };
    },
  );

const PartyRow = z.object({
  engagementId: z.string(),
  districtId: z.string(),
  part: z.enum(engagementParts),
  brings: z.string().nullable(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  ownerEmail: z.string().nullable(),
  deputyId: z.string().nullable(),
  deputyName: z.string().nullable(),
  deputyEmail: z.string().nullable(),
});

const PartnerRow = z.object({
  engagementId: z.string(),
  id: z.string(),
  name: z.string(),
  kind: z.enum(partnerKinds.map(({ id }) => id)),
  brings: z.string().nullable(),
  exclusivity: z.string().nullable(),
});

const VersionRow = z.object({
  version: z.number(),
  step: z.enum(engagementSteps),
  state: z.enum(engagementStates),
  actingId: z.string(),
  title: z.string(),
  purpose: z.string(),
  focusArea,
  strategy,
  startsOn: z.string(),
  endsOn: z.string(),
  reason: z.string().nullable(),
  words: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
});
/** An engagement from one act to the next. */
export type EngagementVersion = z.infer<typeof VersionRow>;

/** Every engagement of the partnership as it stands, closed ones too, oldest first. */
export function selectEngagements(view: MemberView): Promise<Engagement[]> {
  return selectThem(view, null);
}

export async function selectOptionalEngagement(
  view: MemberView,
  engagementId: string,
): Promise<Engagement | undefined> {
  return (await selectThem(view, engagementId))[0];
}

/** Every version of an engagement, newest first. */
export function selectEngagementVersions(
  view: MemberView,
  engagementId: string,
): Promise<EngagementVersion[]> {
  const partnershipId = view.member.partnership.id;
  return view.rows(sql.selectEngagementVersions, { partnershipId, engagementId }, VersionRow);
}

/** An engagement as it stands, kept so to the end of the transaction. */
export async function lockEngagement(
  view: MemberView,
  engagementId: string,
): Promise<Engagement | undefined> {
  await view.run(sql.lockEngagement, { partnershipId: view.member.partnership.id, engagementId });
  return selectOptionalEngagement(view, engagementId);
}

async function selectThem(view: MemberView, engagementId: string | null): Promise<Engagement[]> {
  const which = { partnershipId: view.member.partnership.id, engagementId };
  const rows = await view.rows(sql.selectEngagements, which, EngagementRow);
  const parties = await view.rows(sql.selectEngagementParties, which, PartyRow);
  const partners = await view.rows(sql.selectEngagementPartners, which, PartnerRow);
  return rows.map((row) => ({
    ...row,
    parties: parties.filter((party) => party.engagementId === row.id).map(partyOf),
    partners: partners
      .filter((partner) => partner.engagementId === row.id)
      .map(({ id, name, kind, brings, exclusivity }) => ({ id, name, kind, brings, exclusivity })),
  }));
}

function partyOf(row: z.infer<typeof PartyRow>): EngagementParty {
  const { districtId, part, brings } = row;
  return {
    districtId,
    part,
    brings,
    owner: holderOf(row.ownerId, row.ownerName, row.ownerEmail),
    deputy: holderOf(row.deputyId, row.deputyName, row.deputyEmail),
  };
}

function holderOf(personId: string | null, name: string | null, email: string | null): Holder | null {
  return name !== null && email !== null ? { personId, name, email } : null;
}

/** What is told of a change: the mails to the other side, and the act as the history says it. */
export type Told = { readonly act: string; readonly mails: readonly Mail[] };

export type NewEngagement = EngagementContent &
  Pick<Engagement, 'id' | 'mode' | 'askId'> & { readonly told: Told };

/** `exists`: work has been begun from this ask already. */
export type Begun = { readonly done: true } | { readonly done: false; readonly reason: 'exists' };

/** Begins an engagement: its first version, the mails to the other side and the audit line are one transaction. */
export async function insertEngagement(
  view: MemberView,
  { id, mode, askId, told, ...content }: NewEngagement,
  at: Date,
): Promise<Begun> {
  const { personId, partnership } = view.member;
  const values = { partnershipId: partnership.id, engagementId: id, mode, askId, at, personId };
  if (!(await view.optionalRow(sql.insertEngagement, values, z.object({ id: z.string() }))))
    return { done: false, reason: 'exists' };
  await insertVersion(view, id, 1, content, at);
  await insertTold(view, { id, ...content }, told, {}, at);
  return { done: true };
}

/** `not now`: somebody has moved it so that this cannot be done any more. */
export type EngagementWritten =
  | { readonly done: true }
  | { readonly done: false; readonly reason: 'changed meanwhile' | 'not now' };

/** Moves an engagement on from the version `basedOn` that the person was looking at. */
export async function insertEngagementMove(
  view: MemberView,
  engagementId: string,
  basedOn: number,
  { move, told }: { readonly move: Move; readonly told: Told },
  at: Date,
): Promise<EngagementWritten> {
  const current = await lockEngagement(view, engagementId);
  if (current?.version !== basedOn) return { done: false, reason: 'changed meanwhile' };
  const content = move(current);
  if (!content) return { done: false, reason: 'not now' };
  await insertMoved(view, current, content, at);
  const { step, words } = content;
  const isStopped = step === 'suspended' || step === 'closed';
  const reason = isStopped ? inSentence(engagementReasonName(content)) : step === 'changed' ? words : null;
  await insertTold(view, { id: engagementId, ...content }, told, { reason, words }, at);
  return { done: true };
}

/** The next version of an engagement that is locked. */
export async function insertMoved(
  view: MemberView,
  { id, version }: Engagement,
  content: EngagementContent,
  at: Date,
): Promise<void> {
  const key = { partnershipId: view.member.partnership.id, engagementId: id, version: version + 1 };
  await view.row(sql.advanceEngagement, key, z.object({ id: z.string() }));
  await insertVersion(view, id, version + 1, content, at);
}

/** Mails what was done and writes it into the history: called last. */
export async function insertTold(
  view: MemberView,
  about: Pick<Engagement, 'id' | 'title' | 'focusArea'>,
  { act, mails }: Told,
  more: Readonly<Record<string, unknown>>,
  at: Date,
): Promise<void> {
  for (const mail of mails) await insertMail(view, mail, at);
  const { id, title, focusArea: area } = about;
  const detail = { title, focusArea: area, districtId: view.member.districtId, ...more };
  await insertMemberAct(view, { act, subject: `engagement ${id}`, detail }, at);
}

async function insertVersion(
  view: MemberView,
  engagementId: string,
  version: number,
  { parties, partners, ...content }: EngagementContent,
  at: Date,
): Promise<void> {
  const { personId, partnership } = view.member;
  const key = { partnershipId: partnership.id, engagementId, version };
  await view.run(sql.insertEngagementVersion, { ...key, ...content, at, personId });
  for (const { districtId, part, brings, owner, deputy } of parties)
    await view.run(sql.insertEngagementParty, {
      ...key,
      districtId,
      part,
      brings,
      ownerId: owner?.personId ?? null,
      ownerName: owner?.name ?? null,
      ownerEmail: owner?.email ?? null,
      deputyId: deputy?.personId ?? null,
      deputyName: deputy?.name ?? null,
      deputyEmail: deputy?.email ?? null,
    });
  for (const { id, brings, exclusivity } of partners)
    await view.run(sql.insertEngagementPartner, { ...key, externalPartnerId: id, brings, exclusivity });
}
