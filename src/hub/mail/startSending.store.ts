import { createTransport } from 'nodemailer';
import type { Database } from '../store/database.ts';
import { claimMail, type ClaimedMail, markMailSent, postponeMail } from './mail.store.ts';
import { answerInvitation, replyAddress } from '../replies/replyToken.ts';
import { whyRefused } from './whyRefused.ts';

export type Sending = {
  readonly database: Database;
  readonly mail: { readonly smtpUrl: string; readonly from: string };
  /** Where mail can be answered, before the plus and its token are put in; null where nothing comes in. */
  readonly replyAddress?: string | null;
  readonly now: () => Date;
  /** How long to wait before looking into an outbox that was empty. */
  readonly pollMs?: number;
  /** Told of an outbox that cannot be read; the loop goes on. */
  readonly onFault: (error: unknown) => void;
};

export type Sender = {
  /** Ends after the mail that is under way. */
  readonly stop: () => Promise<void>;
};

/**
 * Sends what is in the outbox, one mail after the other, beside the requests and never in them. A mail is claimed for a while, sent,
 * then marked: when the process dies in between it is sent again, with the same Message-ID.
 */
export function startSending(sending: Sending): Sender {
  const { database, mail, now, pollMs = 2000, onFault, replyAddress: answers = null } = sending;
  const transport = createTransport(mail.smtpUrl, { from: mail.from });
  const domain = mail.from.split('@').at(-1) ?? 'localhost';
  const stopping = new AbortController();
  const ended = loop().finally(() => transport.close());

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      const sentOne = await sendNext().catch((error: unknown) => {
        onFault(error);
        return false;
      });
      if (!sentOne) await pause(pollMs, stopping.signal);
    }
  }

  async function sendNext(): Promise<boolean> {
    const claimed = await claimMail(database, now());
    if (!claimed) return false;
    const refused = await deliver(claimed);
    if (refused === null) await markMailSent(database, claimed, now());
    else await postponeMail(database, claimed, refused, now());
    return true;
  }

  async function deliver({ id, to, subject, body, replyToken, madeAt }: ClaimedMail): Promise<string | null> {
    const isAnswerable = answers !== null && replyToken !== null;
    try {
      await transport.sendMail({
        to,
        subject,
        text: isAnswerable ? `${body}\n${answerInvitation}\n` : body,
        ...(isAnswerable ? { replyTo: replyAddress(answers, replyToken) } : {}),
        date: madeAt,
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return null;
    } catch (error) {
      return whyRefused(error);
    }
  }

  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
  });
}
