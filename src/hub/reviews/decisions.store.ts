import { z } from 'zod';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { Pack } from '../../vocabulary/pack.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { insertMail, type Mail } from '../mail/mail.store.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { DistrictId, MemberView } from '../store/view.ts';
import { decisionStanding } from './decisionStanding.ts';
import { type ChoiceId, choices, decisionReasons, entryName } from './reviewWords.ts';

const sql = readStatements(import.meta.url, [
  'selectDecisions',
  'selectDecisionAnswers',
  'insertDecision',
  'insertDecisionAnswer',
]);

const DecisionRow = z.object({
  id: z.string(),
  reviewId: z.string(),
  review: z.string(),
  packHash: z.string(),
  about: z.enum(['benchmark', 'engagement']),
  aboutId: z.string(),
  aboutTitle: z.string(),
  districtId: z.string(),
  choice: z.enum(choices.map(({ id }) => id) as [ChoiceId, ...ChoiceId[]]),
  reason: z.string(),
  words: z.string(),
  saw: z.string(),
  madeAt: z.date(),
  madeBy: z.string(),
});
const AnswerRow = z.object({
  decisionId: z.string(),
  districtId: z.string(),
  agrees: z.boolean(),
  words: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
});
export type DecisionAnswer = Omit<z.infer<typeof AnswerRow>, 'decisionId'>;
/** A decision with what the other districts said to it; `saw` quotes what the pack showed. */
export type Decision = z.infer<typeof DecisionRow> & { readonly answers: readonly DecisionAnswer[] };

/** Every decision of the partnership's reviews, oldest first. */
export async function selectDecisions(view: MemberView): Promise<Decision[]> {
  const partnershipId = view.member.partnership.id;
  const rows = await view.rows(sql.selectDecisions, { partnershipId }, DecisionRow);
  const answers = await view.rows(sql.selectDecisionAnswers, { partnershipId }, AnswerRow);
  return rows.map((row) => ({
    ...row,
    answers: answers
      .filter(({ decisionId }) => decisionId === row.id)
      .map(({ districtId, agrees, words, madeAt, madeBy }) => ({
        districtId,
        agrees,
        words,
        madeAt,
        madeBy,
      })),
  }));
}

/** The decisions as a pack keeps them. */
export async function readDecisions(
  view: MemberView,
  parties: readonly Party[],
): Promise<NonNullable<Pack['decisions']>> {
  return (await selectDecisions(view)).map((decision) => ({
    review: decision.review,
    pack: decision.packHash,
    about: decision.aboutTitle,
    choice: entryName(choices, decision.choice),
    reason: entryName(decisionReasons, decision.reason),
    words: decision.words,
    saw: decision.saw,
    proposedBy: parties.find(({ districtId }) => districtId === decision.districtId)?.cds ?? null,
    standing: decisionStanding(decision, parties),
    decidedOn: calendarDay(decision.answers.at(-1)?.madeAt ?? decision.madeAt),
  }));
}

export type NewDecision = Pick<
  Decision,
  'reviewId' | 'packHash' | 'about' | 'aboutId' | 'aboutTitle' | 'choice' | 'reason' | 'words' | 'saw'
>;

/** Proposes a decision for a district; the others are asked. Answers its id. */
export async function insertDecision(
  view: MemberView,
  districtId: DistrictId,
  decision: NewDecision,
  mails: readonly Mail[],
  at: Date,
): Promise<string> {
  const { personId, partnership } = view.member;
  const decisionId = newUuid(at);
  await view.run(sql.insertDecision, {
    partnershipId: partnership.id,
    decisionId,
    districtId,
    ...decision,
    at,
    personId,
  });
  for (const mail of mails) await insertMail(view, mail, at);
  const { aboutTitle, choice, reason, words, saw, packHash, reviewId } = decision;
  const detail = {
    about: aboutTitle,
    choice,
    reason: entryName(decisionReasons, reason),
    words,
    saw,
    packHash,
  };
  await insertMemberAct(view, { act: 'proposed a decision', subject: `review ${reviewId}`, detail }, at);
  return decisionId;
}

/** Agrees to a decision, or does not; false when the district had answered already. */
export async function insertDecisionAnswer(
  view: MemberView,
  districtId: DistrictId,
  decision: Decision,
  answer: { readonly agrees: boolean; readonly words: string | null },
  mails: readonly Mail[],
  at: Date,
): Promise<boolean> {
  const { personId, partnership } = view.member;
  const given = await view.optionalRow(
    sql.insertDecisionAnswer,
    { partnershipId: partnership.id, decisionId: decision.id, districtId, ...answer, at, personId },
    z.object({ id: z.string() }),
  );
  if (!given) return false;
  for (const mail of mails) await insertMail(view, mail, at);
  const act = answer.agrees ? 'agreed to a decision' : 'did not agree to a decision';
  const detail = { about: decision.aboutTitle, choice: decision.choice, words: answer.words };
  await insertMemberAct(view, { act, subject: `review ${decision.reviewId}`, detail }, at);
  return true;
}
