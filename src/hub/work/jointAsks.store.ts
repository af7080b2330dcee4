import { z } from 'zod';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { MemberView } from '../store/view.ts';
import type { Engagement } from './engagement.ts';
import { type EngagementWritten, insertTold, lockEngagement, type Told } from './engagements.store.ts';
import type { PartnerAnswerDraft } from './jointAskDraft.ts';
import { partnerAnswers } from './partnerAnswers.ts';

const sql = readStatements(import.meta.url, [
  'selectJointAsks',
  'selectJointAskAgreements',
  'selectPartnerAnswers',
  'insertJointAsk',
  'insertJointAskAgreement',
  'markJointAskSent',
  'insertPartnerAnswer',
]);

const AskRow = z.object({
  version: z.number(),
  wording: z.string(),
  sentOn: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
});
const AgreementRow = z.object({
  version: z.number(),
  districtId: z.string(),
  madeAt: z.date(),
  madeBy: z.string(),
});
const AnswerRow = z.object({
  id: z.string(),
  partnerId: z.string(),
  version: z.number(),
  answer: z.enum(partnerAnswers.map(({ id }) => id)),
  answeredOn: z.string(),
  words: z.string().nullable(),
  madeBy: z.string(),
});
export type AskAgreement = z.infer<typeof AgreementRow>;
export type PartnerAnswer = z.infer<typeof AnswerRow>;
/** A wording of what both ask, with the districts that agreed to it and what the partners said. */
export type JointAsk = z.infer<typeof AskRow> & {
  readonly agreements: readonly AskAgreement[];
  readonly answers: readonly PartnerAnswer[];
};

/** Every wording of an engagement's joint ask, newest first. */
export async function selectJointAsks(view: MemberView, engagementId: string): Promise<JointAsk[]> {
  const key = { partnershipId: view.member.partnership.id, engagementId };
  const asks = await view.rows(sql.selectJointAsks, key, AskRow);
  const agreements = await view.rows(sql.selectJointAskAgreements, key, AgreementRow);
  const answers = await view.rows(sql.selectPartnerAnswers, key, AnswerRow);
  return asks.map((ask) => ({
    ...ask,
    agreements: agreements.filter(({ version }) => version === ask.version),
    answers: answers.filter(({ version }) => version === ask.version),
  }));
}

/** Runs with the engagement locked, when its joint ask still has the wording `basedOn` and the work is under way. */
async function onWording(
  view: MemberView,
  engagementId: string,
  basedOn: number,
  write: (current: Engagement, key: { partnershipId: string; engagementId: string }) => Promise<boolean>,
): Promise<EngagementWritten> {
  const current = await lockEngagement(view, engagementId);
  if (current?.progress.askVersion !== basedOn) return { done: false, reason: 'changed meanwhile' };
  if (current.mode !== 'external' || current.state !== 'agreed') return { done: false, reason: 'not now' };
  const key = { partnershipId: view.member.partnership.id, engagementId };
  return (await write(current, key)) ? { done: true } : { done: false, reason: 'not now' };
}

type Wording = { readonly districtId: string; readonly wording: string; readonly told: Told };

/** Words the joint ask anew; whoever words it agrees to it, the other district has yet to. */
export function insertJointAsk(
  view: MemberView,
  engagementId: string,
  basedOn: number,
  { districtId, wording, told }: Wording,
  at: Date,
): Promise<EngagementWritten> {
  return onWording(view, engagementId, basedOn, async (current, key) => {
    const version = basedOn + 1;
    const by = { at, personId: view.member.personId };
    await view.run(sql.insertJointAsk, { ...key, version, wording, ...by });
    await view.rows(sql.insertJointAskAgreement, { ...key, version, districtId, ...by }, z.unknown());
    await insertTold(view, current, told, { version, words: wording }, at);
    return true;
  });
}

/** Agrees to the wording for a district. */
export function insertJointAskAgreement(
  view: MemberView,
  engagementId: string,
  basedOn: number,
  { districtId, told }: { readonly districtId: string; readonly told: Told },
  at: Date,
): Promise<EngagementWritten> {
  return onWording(view, engagementId, basedOn, async (current, key) => {
    if (basedOn === 0) return false;
    const values = { ...key, version: basedOn, districtId, at, personId: view.member.personId };
    const made = await view.rows(sql.insertJointAskAgreement, values, z.unknown());
    if (made.length === 0) return false;
    await insertTold(view, current, told, { version: basedOn }, at);
    return true;
  });
}

/** Writes down that the joint ask was sent: only a wording that every district agreed to is. */
export function insertJointAskSending(
  view: MemberView,
  engagementId: string,
  basedOn: number,
  { sentOn, told }: { readonly sentOn: string; readonly told: Told },
  at: Date,
): Promise<EngagementWritten> {
  return onWording(view, engagementId, basedOn, async (current, key) => {
    const { askAgreedBy, askSentOn } = current.progress;
    if (basedOn === 0 || askSentOn || askAgreedBy.length < current.parties.length) return false;
    await view.run(sql.markJointAskSent, { ...key, version: basedOn, sentOn });
    await insertTold(view, current, told, { version: basedOn, sentOn }, at);
    return true;
  });
}

/** Writes down what a partner said to the ask that was sent. */
export function insertPartnerAnswer(
  view: MemberView,
  engagementId: string,
  basedOn: number,
  { draft, told }: { readonly draft: PartnerAnswerDraft; readonly told: Told },
  at: Date,
): Promise<EngagementWritten> {
  return onWording(view, engagementId, basedOn, async (current, key) => {
    if (!current.progress.askSentOn) return false;
    const values = { ...key, answerId: newUuid(at), version: basedOn, ...draft, at };
    await view.run(sql.insertPartnerAnswer, { ...values, personId: view.member.personId });
    await insertTold(view, current, told, { answer: draft.answer, words: draft.words }, at);
    return true;
  });
}
