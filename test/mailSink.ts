import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export type SunkMail = { readonly to: string; readonly subject: string; readonly text: string };

/** A mail server on this machine that keeps what it is sent. */
export type MailSink = {
  /** For TANDEM_SMTP_URL. */
  readonly url: string;
  /** Waits for the newest mail to somebody that has come since `seen` mails, whose text holds a pattern. */
  readonly wait: (to: string, pattern: RegExp) => Promise<RegExpExecArray>;
  readonly mails: readonly SunkMail[];
  readonly close: () => Promise<void>;
};

const patienceMs = 15_000;

export async function openMailSink(): Promise<MailSink> {
  const mails: SunkMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks))
          .then(({ subject = '', text = '' }) => {
            for (const { address } of session.envelope.rcptTo) mails.push({ to: address, subject, text });
            done();
          })
          .catch(done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  /** Mails that were waited for once are not found again. */
  const taken = new Set<SunkMail>();
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    wait: async (to, pattern) => {
      for (let waited = 0; waited < patienceMs; waited += 100) {
        for (const mail of mails.toReversed()) {
          const match = mail.to === to && !taken.has(mail) ? pattern.exec(mail.text) : null;
          if (!match) continue;
          taken.add(mail);
          return match;
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`no mail to ${to} that matches ${pattern} came within ${patienceMs / 1000} seconds`);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
