import { z } from 'zod';
import type { Database } from '../store/database.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import { asOperator, type OperatorView, type View } from '../store/view.ts';

const sql = readStatements(import.meta.url, [
  'insertMail',
  'claimMail',
  'postponeMail',
  'markMailSent',
  'deleteOldMail',
  'selectUnsentMail',
  'selectWaitingMail',
]);

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** Of `insertReplyAddress`, for a mail that can be answered. */
  readonly replyToken?: string;
};

const ClaimedRow = z
  .object({
    mail_id: z.string(),
    to_email: z.string(),
    subject: z.string(),
    body: z.string(),
    reply_token: z.string().nullable(),
    made_at: z.date(),
    attempts: z.number(),
  })
  .transform((row) => ({
    id: row.mail_id,
    to: row.to_email,
    subject: row.subject,
    body: row.body,
    replyToken: row.reply_token,
    madeAt: row.made_at,
    attempts: row.attempts,
  }));
export type ClaimedMail = z.infer<typeof ClaimedRow>;

const UnsentRow = z
  .object({
    mail_id: z.string(),
    to_email: z.string(),
    subject: z.string(),
    body: z.string(),
    made_at: z.date(),
    attempts: z.number(),
    last_error: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.mail_id,
    to: row.to_email,
    subject: row.subject,
    body: row.body,
    madeAt: row.made_at,
    attempts: row.attempts,
    lastError: row.last_error,
  }));
export type UnsentMail = z.infer<typeof UnsentRow>;

/** After so many attempts, some three days, a mail is left where it is. */
export const mostAttempts = 18;
const keptMs = 30 * 24 * 3_600_000;

/** Puts a mail into the outbox, in the transaction of the act it tells of. The sender takes it from there. */
export function insertMail(view: View, mail: Mail, at: Date): Promise<void> {
  const { to, subject, body, replyToken = null } = mail;
  return view.run(sql.insertMail, { mailId: newUuid(at), to, subject, body, replyToken, at });
}

/** How long to wait after an attempt (1, 2, …) before the next: a minute, doubled each time, six hours at the most. */
export function waitAfterAttemptMs(attempt: number): number {
  return Math.min(60_000 * 2 ** (attempt - 1), 6 * 3_600_000);
}

/** Takes the mail that is due longest, so that no other sender takes it too; undefined when none is due. */
export function claimMail(database: Database, at: Date): Promise<ClaimedMail | undefined> {
  const nextAttemptAt = new Date(at.getTime() + waitAfterAttemptMs(4));
  return asOperator(database, (view) =>
    view.optionalRow(sql.claimMail, { at, nextAttemptAt, mostAttempts }, ClaimedRow),
  );
}

export function postponeMail(database: Database, mail: ClaimedMail, error: string, at: Date): Promise<void> {
  const nextAttemptAt = new Date(at.getTime() + waitAfterAttemptMs(mail.attempts));
  return asOperator(database, (view) =>
    view.run(sql.postponeMail, { mailId: mail.id, nextAttemptAt, error: error.slice(0, 500) }),
  );
}

/** Notes that a mail has left, empties it, and forgets those that left a month ago. */
export function markMailSent(database: Database, mail: ClaimedMail, at: Date): Promise<void> {
  return asOperator(database, async (view) => {
    await view.run(sql.markMailSent, { mailId: mail.id, at });
    await view.run(sql.deleteOldMail, { before: new Date(at.getTime() - keptMs) });
  });
}

/** Mail that has not left, newest first: the operator's to read where there is no mail server. */
export function selectUnsentMail(database: Database, most: number): Promise<UnsentMail[]> {
  return asOperator(database, (view) => view.rows(sql.selectUnsentMail, { most }, UnsentRow));
}

/** How many mails have not left, and how many of them are older than an hour. */
export function selectWaitingMail(
  view: OperatorView,
  at: Date,
): Promise<{ readonly waiting: number; readonly overdue: number }> {
  const since = new Date(at.getTime() - 3_600_000);
  return view.row(sql.selectWaitingMail, { since }, z.object({ waiting: z.number(), overdue: z.number() }));
}
