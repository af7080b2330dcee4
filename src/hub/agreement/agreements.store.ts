import { daysBetween } from '../../vocabulary/daysBetween.ts';
import { z } from 'zod';
import { insertMemberAct } from '../audit/audit.store.ts';
import { insertMail, type Mail } from '../mail/mail.store.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { readStatements } from '../store/statements.ts';
import type { DistrictId, MemberView, PartnershipId, View } from '../store/view.ts';
import { type AgreementVersion, partyTo, standingOf, waitingFor } from './standing.ts';
import { readTerms, sealTerms, type Terms } from './terms.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';

const sql = readStatements(import.meta.url, [
  'selectVersions',
  'selectSignatures',
  'selectEnds',
  'insertAgreement',
  'lockAgreement',
  'advanceAgreement',
  'insertVersion',
  'insertSignature',
  'insertEnd',
]);

const wholeAgreement = '00000000-0000-0000-0000-000000000000';

const VersionRow = z.object({
  agreementId: z.string(),
  version: z.number(),
  step: z.enum(['drafted', 'proposed', 'countered']),
  cds: z.string(),
  terms: z.string(),
  hash: z.string(),
  words: z.string(),
  madeAt: z.date(),
  madeBy: z.string(),
});
const SignatureRow = z.object({
  agreementId: z.string(),
  version: z.number(),
  cds: z.string(),
  hash: z.string(),
  signedAt: z.date(),
  signedBy: z.string(),
});
const EndRow = z.object({
  agreementId: z.string(),
  grantId: z.string(),
  cds: z.string(),
  words: z.string(),
  madeAt: z.date(),
  madeBy: z.string(),
});

export type KeptVersion = AgreementVersion & {
  readonly hash: string;
  readonly words: string;
  readonly madeAt: Date;
  readonly madeBy: string;
};
export type KeptSignature = Omit<z.infer<typeof SignatureRow>, 'agreementId'>;
export type KeptEnd = {
  readonly grantId: string | null;
  readonly cds: string;
  readonly words: string;
  readonly madeAt: Date;
  readonly madeBy: string;
};

/** An agreement with all that was put forward, signed and ended; what follows from it is `standingOf`. */
export type Agreement = {
  readonly id: string;
  /** Oldest first; at least one. A draft of the partner's is not among them. */
  readonly versions: readonly [KeptVersion, ...KeptVersion[]];
  readonly signings: readonly KeptSignature[];
  readonly endings: readonly KeptEnd[];
};

/** Every agreement of the partnership, newest first. */
export function selectAgreements(view: MemberView, agreementId?: string): Promise<Agreement[]> {
  const { partnership, districtId } = view.member;
  return selectAgreementsOf(view, partnership.id, districtId, agreementId);
}

/** The agreements of a partnership, as people of a district see them; of none: without anybody's draft. */
export async function selectAgreementsOf(
  view: View,
  partnershipId: PartnershipId,
  viewingDistrictId: DistrictId | null,
  agreementId?: string,
): Promise<Agreement[]> {
  const about = { partnershipId, agreementId: agreementId ?? null };
  const rows = await view.rows(sql.selectVersions, { ...about, viewingDistrictId }, VersionRow);
  const signatures = Map.groupBy(await view.rows(sql.selectSignatures, about, SignatureRow), agreementOf);
  const ends = Map.groupBy(await view.rows(sql.selectEnds, about, EndRow), agreementOf);
  return [...Map.groupBy(rows, agreementOf)].toReversed().flatMap(([id, ofOne]) => {
    const [first, ...later] = ofOne.map((row) => ({ ...row, terms: readTerms(row.terms) }));
    if (!first) return [];
    return {
      id,
      versions: [first, ...later] as const,
      signings: signatures.get(id) ?? [],
      endings: (ends.get(id) ?? []).map(({ grantId, ...end }) => ({
        ...end,
        grantId: grantId === wholeAgreement ? null : grantId,
      })),
    };
  });
}

const agreementOf = ({ agreementId }: { readonly agreementId: string }) => agreementId;

/** The agreements that wait for the signature of the member's district on a day, by id and title. */
export async function selectWaitingAgreements(
  view: MemberView,
  district: { readonly cds: string } | undefined,
  today: string,
): Promise<{ readonly id: string; readonly title: string }[]> {
  const agreements = district ? await selectAgreements(view) : [];
  return agreements.flatMap((agreement) => {
    const version = waitingFor(agreement, district, today);
    return version ? [{ id: agreement.id, title: version.terms.title }] : [];
  });
}

export async function selectOptionalAgreement(view: MemberView, id: string): Promise<Agreement | undefined> {
  return (await selectAgreements(view, id))[0];
}

/** What came of an act. Each reason is a sentence's worth: the page says it in full. */
export type AgreementWritten =
  | { readonly done: true }
  | {
      readonly done: false;
      readonly reason:
        | 'changed meanwhile'
        | 'not proposed'
        | 'not a party'
        | 'signed already'
        | 'past its end'
        | 'ended already';
    };

type Putting = {
  readonly step: AgreementVersion['step'];
  readonly terms: Terms;
  readonly words: string;
  readonly mails: readonly Mail[];
};

/** Puts the terms of a new agreement forward, or keeps them as the district's draft. */
export async function insertAgreement(
  view: MemberView,
  districtId: DistrictId,
  putting: Putting,
  at: Date,
): Promise<void> {
  const { personId, partnership } = view.member;
  const agreementId = putting.terms.agreement;
  await view.run(sql.insertAgreement, { partnershipId: partnership.id, agreementId, at, personId });
  await insertVersion(view, districtId, 1, putting, at);
}

/** Puts other terms forward in place of version `basedOn`, which the person was looking at. */
export async function insertAgreementVersion(
  view: MemberView,
  districtId: DistrictId,
  basedOn: number,
  putting: Putting,
  at: Date,
): Promise<AgreementWritten> {
  const about = { partnershipId: view.member.partnership.id, agreementId: putting.terms.agreement };
  const moved = await view.optionalRow(
    sql.advanceAgreement,
    { ...about, version: basedOn + 1 },
    z.object({ id: z.string() }),
  );
  if (!moved) return { done: false, reason: 'changed meanwhile' };
  await insertVersion(view, districtId, basedOn + 1, putting, at);
  return { done: true };
}

async function insertVersion(
  view: MemberView,
  districtId: DistrictId,
  version: number,
  { step, terms, words, mails }: Putting,
  at: Date,
): Promise<void> {
  const { personId, partnership } = view.member;
  const { text, hash } = sealTerms(terms);
  const about = { partnershipId: partnership.id, agreementId: terms.agreement, version };
  await view.run(sql.insertVersion, { ...about, step, districtId, terms: text, hash, words, at, personId });
  for (const mail of mails) await insertMail(view, mail, at);
  // A draft is the district's own until it is proposed; the history belongs to both.
  if (step === 'drafted') return;
  const act = step === 'proposed' ? 'proposed an agreement' : 'countered an agreement';
  const detail = { version, title: terms.title, until: terms.validUntil, hash };
  await insertMemberAct(view, { act, subject: `agreement ${terms.agreement}`, detail }, at);
}

/** Signs the newest version for a district, by the hash its sponsor read. */
export async function insertSignature(
  view: MemberView,
  districtId: DistrictId,
  { id, version, hash }: { readonly id: string; readonly version: number; readonly hash: string },
  mailsWhen: (isInForce: boolean, agreement: Agreement) => readonly Mail[],
  at: Date,
): Promise<AgreementWritten> {
  const { personId, partnership } = view.member;
  const about = { partnershipId: partnership.id, agreementId: id };
  const locked = await view.optionalRow(sql.lockAgreement, about, z.object({ version: z.number() }));
  const agreement = await selectOptionalAgreement(view, id);
  const newest = agreement?.versions.at(-1);
  if (locked?.version !== version || newest?.version !== version || newest.hash !== hash)
    return { done: false, reason: 'changed meanwhile' };
  if (newest.step === 'drafted') return { done: false, reason: 'not proposed' };
  const own = (await selectParties(view)).find((one) => one.districtId === districtId);
  if (!partyTo(newest, own)) return { done: false, reason: 'not a party' };
  if (agreement?.endings.some(({ grantId }) => grantId === null))
    return { done: false, reason: 'ended already' };
  const today = calendarDay(at);
  if (daysBetween(today, newest.terms.validUntil) < 0) return { done: false, reason: 'past its end' };
  const signed = await view.optionalRow(
    sql.insertSignature,
    { ...about, version, districtId, hash, at, personId },
    z.object({ version: z.number() }),
  );
  if (!signed) return { done: false, reason: 'signed already' };
  const now = await selectOptionalAgreement(view, id);
  if (!now) throw new Error('an agreement that was signed is there');
  const isInForce = standingOf(now, today).signed?.version === version;
  for (const mail of mailsWhen(isInForce, now)) await insertMail(view, mail, at);
  const detail = { version, title: newest.terms.title, hash, signedByAll: isInForce };
  await insertMemberAct(view, { act: 'signed an agreement', subject: `agreement ${id}`, detail }, at);
  return { done: true };
}

/** Ends an agreement before its date, or takes one grant of it back: from this moment nothing of it is shown. */
export async function insertAgreementEnd(
  view: MemberView,
  districtId: DistrictId,
  { agreement, grantId, words }: { agreement: Agreement; grantId: string | null; words: string },
  mails: readonly Mail[],
  at: Date,
): Promise<AgreementWritten> {
  const { personId, partnership } = view.member;
  const ended = await view.optionalRow(
    sql.insertEnd,
    {
      partnershipId: partnership.id,
      agreementId: agreement.id,
      grantId: grantId ?? wholeAgreement,
      districtId,
      words,
      at,
      personId,
    },
    z.object({ id: z.string() }),
  );
  if (!ended) return { done: false, reason: 'ended already' };
  for (const mail of mails) await insertMail(view, mail, at);
  const act = grantId === null ? 'ended an agreement' : 'took a grant back';
  const detail = { grant: grantId, reason: words };
  await insertMemberAct(view, { act, subject: `agreement ${agreement.id}`, detail }, at);
  return { done: true };
}
