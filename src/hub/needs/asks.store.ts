import { z } from 'zod';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { type FocusAreaId, focusAreas } from '../../vocabulary/partnership.ts';
import { type StudentGroupCode, studentGroups } from '../../vocabulary/studentGroup.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { insertMail, type Mail } from '../mail/mail.store.ts';
import { readStatements } from '../store/statements.ts';
import type { DistrictId, MemberView } from '../store/view.ts';
import type { AskAnswer } from './askAnswerDraft.ts';
import type { AskDraft } from './askDraft.ts';
import { wantedText } from './askMail.ts';
import { lockOffer, selectOffers } from './capacity.store.ts';
import { isFree, nextFreeTerm, type Wanted } from './capacityLeft.ts';
import type { KeptEvidence } from './keptEvidence.ts';
import { insertKeptEvidence } from './keptEvidence.store.ts';
import { decliningReasons, reasonName } from './needReasons.ts';
import { lockNeed, type Need } from './needs.store.ts';
import { type Term, termKey, termName } from './term.ts';

const sql = readStatements(import.meta.url, [
  'selectAsks',
  'selectAskAnswers',
  'insertAsk',
  'advanceAsk',
  'insertAskAnswer',
]);

const AskRow = z
  .object({
    id: z.string(),
    needId: z.string(),
    districtId: z.string(),
    askingId: z.string(),
    measureId: z.string(),
    group: z.enum(studentGroups.map(({ code }) => code) as [StudentGroupCode, ...StudentGroupCode[]]),
    need: z.string(),
    ownerId: z.string(),
    focusArea: z.enum(focusAreas.map(({ id }) => id) as [FocusAreaId, ...FocusAreaId[]]),
    schoolYear: z.number(),
    term: z.enum(['fall', 'spring']),
    kind: z.enum(['visit', 'call']),
    hours: z.number(),
    words: z.string(),
    personId: z.string().nullable(),
    toName: z.string(),
    toEmail: z.string(),
    evidenceId: z.string(),
    state: z.enum(['asked', 'accepted', 'declined', 'withdrawn']),
    version: z.number(),
    madeAt: z.date(),
    askerId: z.string(),
    asker: z.string(),
    askerEmail: z.string(),
    changedAt: z.date(),
  })
  .transform(({ schoolYear, term, kind, hours, personId, toName, toEmail, ...row }) => ({
    ...row,
    term: { schoolYear, season: term } satisfies Term,
    wanted: (kind === 'visit' ? { kind } : { kind, hours }) satisfies Wanted as Wanted,
    to: { personId, name: toName, email: toEmail },
  }));
/** What one district asks of another for a need, and how it stands. `districtId` is asked, `askingId` asks. */
export type Ask = z.infer<typeof AskRow>;

const AnswerRow = z.object({
  version: z.number(),
  state: z.enum(['accepted', 'declined', 'withdrawn']),
  reason: z.string().nullable(),
  words: z.string().nullable(),
  proposedOn: z.string().nullable(),
  suggestedId: z.string().nullable(),
  suggestedName: z.string().nullable(),
  suggestedEmail: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
});
export type KeptAnswer = z.infer<typeof AnswerRow>;

/** Somebody a mail goes to; `personId` when they are a member. */
export type Recipient = { readonly personId: string | null; readonly name: string; readonly email: string };

/** Every ask of the partnership, oldest first; of one need where given. */
export function selectAsks(view: MemberView, only: { readonly needId?: string } = {}): Promise<Ask[]> {
  const { needId = null } = only;
  return view.rows(
    sql.selectAsks,
    { partnershipId: view.member.partnership.id, needId, askId: null },
    AskRow,
  );
}

export function selectOptionalAsk(view: MemberView, askId: string): Promise<Ask | undefined> {
  return view.optionalRow(
    sql.selectAsks,
    { partnershipId: view.member.partnership.id, needId: null, askId },
    AskRow,
  );
}

/** Each answer to an ask, and its withdrawal, oldest first. */
export function selectAskAnswers(view: MemberView, askId: string): Promise<KeptAnswer[]> {
  return view.rows(sql.selectAskAnswers, { partnershipId: view.member.partnership.id, askId }, AnswerRow);
}

export type NewAsk = AskDraft & {
  readonly id: string;
  readonly need: Need;
  readonly asked: { readonly districtId: DistrictId; readonly shortName: string };
  /** Whom the asked district named instead of the person of its offer. */
  readonly insteadOf: Recipient | null;
  /** What the grid says of the asked district: why they are asked. */
  readonly evidence: KeptEvidence;
  /** The mail to whoever is asked. */
  readonly compose: (to: Recipient) => Omit<Mail, 'to'>;
};

/** `nothing free` with the next term in which it is. `unanswered`: the district has not answered an earlier ask about the need. `changed meanwhile`: the need was closed or moved to another focus area. */
export type Asked =
  | { readonly done: true }
  | { readonly done: false; readonly reason: 'nothing free'; readonly next: Term | undefined }
  | { readonly done: false; readonly reason: 'unanswered' | 'changed meanwhile' };

/**
 * Asks: the ask, its mail and its audit line are one transaction. Two who ask at once for the last of an offer wait for each other,
 * and the second is refused.
 */
export async function insertAsk(view: MemberView, ask: NewAsk, at: Date): Promise<Asked> {
  const { need, asked, term, wanted } = ask;
  const partnershipId = view.member.partnership.id;
  const current = await lockNeed(view, need.id);
  if (!current?.isOpen || current.focusArea !== need.focusArea)
    return { done: false, reason: 'changed meanwhile' };
  const earlier = await selectAsks(view, { needId: need.id });
  if (earlier.some((one) => one.districtId === asked.districtId && one.state === 'asked'))
    return { done: false, reason: 'unanswered' };
  const place = { districtId: asked.districtId, focusArea: need.focusArea };
  await lockOffer(view, { ...place, term });
  const offers = await selectOffers(view, place);
  const offer = offers.find((one) => termKey(one.term) === termKey(term));
  const today = at.toISOString().slice(0, 10);
  if (!offer || !isFree(offer, wanted, today))
    return { done: false, reason: 'nothing free', next: nextFreeTerm(offers, wanted, today) };
  const to = ask.insteadOf ?? offer.contact;
  await view.run(sql.insertAsk, {
    partnershipId,
    askId: ask.id,
    needId: need.id,
    ...place,
    schoolYear: term.schoolYear,
    term: term.season,
    kind: wanted.kind,
    hours: wanted.kind === 'call' ? wanted.hours : 0,
    words: ask.words,
    personId: to.personId,
    toName: to.name,
    toEmail: to.email,
    evidenceId: await insertKeptEvidence(view, asked.districtId, ask.evidence, at),
    at,
    madeBy: view.member.personId,
  });
  await insertMail(view, { ...ask.compose(to), to: to.email }, at);
  const { measureId, group } = need;
  const detail = { measureId, group, needId: need.id, term: termKey(term), to: to.name, words: ask.words };
  const act = `asked ${asked.shortName} for ${wantedText(wanted)} in ${termName(term)}`;
  await insertMemberAct(view, { act, subject: `ask ${ask.id}`, detail }, at);
  return { done: true };
}

export type Answered =
  | { readonly done: true }
  | { readonly done: false; readonly reason: 'answered meanwhile' };

type NewAnswer = {
  /** The version the person was looking at. */
  readonly basedOn: number;
  readonly answer: AskAnswer;
  /** Whom to ask instead, found out. */
  readonly suggested: Recipient | null;
  /** To the other side. */
  readonly mails: readonly Mail[];
  /** What was done, for the history: `accepted Fresno’s ask`. */
  readonly act: string;
};

/** Answers an ask, or withdraws it: the new state, the mail to the other side and the audit line are one transaction. */
export async function insertAskAnswer(
  view: MemberView,
  ask: Ask,
  { basedOn, answer, suggested, mails, act }: NewAnswer,
  at: Date,
): Promise<Answered> {
  const { personId, partnership } = view.member;
  const key = { partnershipId: partnership.id, askId: ask.id, version: basedOn + 1, state: answer.state };
  if (!(await view.optionalRow(sql.advanceAsk, key, z.object({ id: z.string() }))))
    return { done: false, reason: 'answered meanwhile' };
  const reason = answer.state === 'declined' ? answer.reason : null;
  const proposedOn = answer.state === 'accepted' ? answer.proposedOn : null;
  await view.run(sql.insertAskAnswer, {
    ...key,
    reason,
    words: answer.words,
    proposedOn,
    suggestedId: suggested?.personId ?? null,
    suggestedName: suggested?.name ?? null,
    suggestedEmail: suggested?.email ?? null,
    at,
    personId,
  });
  for (const mail of mails) await insertMail(view, mail, at);
  const { measureId, group, needId } = ask;
  const why = reason ? { reason: inSentence(reasonName(decliningReasons, reason)) } : {};
  const detail = {
    measureId,
    group,
    needId,
    ...why,
    proposedOn,
    words: answer.words,
    instead: suggested?.name ?? null,
  };
  await insertMemberAct(view, { act, subject: `ask ${ask.id}`, detail }, at);
  return { done: true };
}
