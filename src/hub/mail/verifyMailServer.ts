import { createTransport } from 'nodemailer';
import { whyRefused } from './whyRefused.ts';

/** Greets the mail server and signs in, without sending; null when all is well, or the server's code. */
export async function verifyMailServer(smtpUrl: string): Promise<string | null> {
  const transport = createTransport(smtpUrl);
  try {
    await transport.verify();
    return null;
  } catch (error) {
    return whyRefused(error);
  } finally {
    transport.close();
  }
}
