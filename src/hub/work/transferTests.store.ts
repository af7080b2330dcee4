import { z } from 'zod';
import { readStatements } from '../store/statements.ts';
import type { MemberView } from '../store/view.ts';
import {
  type EngagementWritten,
  insertMoved,
  insertTold,
  lockEngagement,
  type Told,
} from './engagements.store.ts';
import { judging, testing } from './moves.ts';
import { isEverythingYes, type TransferAnswer, transferQuestions } from './transferQuestions.ts';

const sql = readStatements(import.meta.url, [
  'selectTransferTests',
  'selectTransferAnswers',
  'insertTransferTest',
  'insertTransferAnswer',
  'insertTransferVerdict',
]);

const TestRow = z.object({
  test: z.number(),
  districtId: z.string(),
  madeAt: z.date(),
  madeBy: z.string(),
  verdict: z.enum(['passed', 'not yet']).nullable(),
  words: z.string().nullable(),
  judgedAt: z.date().nullable(),
  judgedBy: z.string().nullable(),
});
const AnswerRow = z.object({
  test: z.number(),
  question: z.enum(transferQuestions.map(({ id }) => id)),
  answer: z.enum(['yes', 'no']),
  words: z.string().nullable(),
});

/** A capacity-transfer test with its answers; no verdict while the helping district has yet to confirm it. */
export type TransferTest = z.infer<typeof TestRow> & { readonly answers: readonly TransferAnswer[] };

/** Every capacity-transfer test of an engagement, newest first. */
export async function selectTransferTests(view: MemberView, engagementId: string): Promise<TransferTest[]> {
  const key = { partnershipId: view.member.partnership.id, engagementId };
  const tests = await view.rows(sql.selectTransferTests, key, TestRow);
  const answers = await view.rows(sql.selectTransferAnswers, key, AnswerRow);
  return tests.map((test) => ({ ...test, answers: answers.filter((answer) => answer.test === test.test) }));
}

type Answered = {
  readonly districtId: string;
  readonly answers: readonly TransferAnswer[];
  readonly told: Told;
};

/** The helped district answers whether it can do the work alone; the work waits for the helper to confirm. */
export async function insertTransferTest(
  view: MemberView,
  engagementId: string,
  basedOn: number,
  { districtId, answers, told }: Answered,
  at: Date,
): Promise<EngagementWritten> {
  const { personId, partnership } = view.member;
  const current = await lockEngagement(view, engagementId);
  if (current?.version !== basedOn) return { done: false, reason: 'changed meanwhile' };
  const content = testing(districtId)(current);
  if (!content) return { done: false, reason: 'not now' };
  const key = { partnershipId: partnership.id, engagementId, test: current.progress.test + 1 };
  await view.run(sql.insertTransferTest, { ...key, districtId, at, personId });
  for (const { question, answer, words } of answers)
    await view.run(sql.insertTransferAnswer, { ...key, question, answer, words });
  await insertMoved(view, current, content, at);
  const yes = answers.filter(({ answer }) => answer === 'yes').length;
  await insertTold(view, current, told, { yes, of: answers.length }, at);
  return { done: true };
}

type Judged = {
  readonly districtId: string;
  readonly isPassed: boolean;
  readonly words: string | null;
  readonly told: Told;
};

/** The helping district confirms a test, which closes the work, or says what is still missing. A test with a no is not passed. */
export async function insertTransferVerdict(
  view: MemberView,
  engagementId: string,
  basedOn: number,
  { districtId, isPassed, words, told }: Judged,
  at: Date,
): Promise<EngagementWritten> {
  const { personId, partnership } = view.member;
  const current = await lockEngagement(view, engagementId);
  if (current?.version !== basedOn) return { done: false, reason: 'changed meanwhile' };
  const [test] = await selectTransferTests(view, engagementId);
  const content = judging(districtId, { isPassed, words })(current);
  if (!test || !content || (isPassed && !isEverythingYes(test.answers)))
    return { done: false, reason: 'not now' };
  const verdict = isPassed ? 'passed' : 'not yet';
  const key = { partnershipId: partnership.id, engagementId, test: test.test };
  await view.run(sql.insertTransferVerdict, { ...key, districtId, verdict, words, at, personId });
  await insertMoved(view, current, content, at);
  await insertTold(view, current, told, { words }, at);
  return { done: true };
}
