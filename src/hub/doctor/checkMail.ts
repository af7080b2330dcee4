import type { Check } from './check.ts';
import type { MailCounts } from './doctorRows.ts';

/** Whether mail leaves. Without a mail server it stays in the store, which is meant. */
export function checkMail(mail: MailCounts, hasServer: boolean): Check {
  const what = 'mail';
  const { waiting, overdue, failing, givenUp, lastError } = mail;
  if (!hasServer) {
    return { what, well: true, says: `no mail server is set up; ${waiting} stay in the store` };
  }
  if (givenUp > 0) {
    const says = `${givenUp} could not be sent and are given up (${lastError}); tell their people another way`;
    return { what, well: false, says };
  }
  if (failing > 0 || overdue > 0) {
    const says = `${waiting} wait, ${overdue} of them longer than an hour, ${failing} tried in vain${lastError ? ` (${lastError})` : ''}; see that the hub runs and the mail server takes mail`;
    return { what, well: false, says };
  }
  return {
    what,
    well: true,
    says: waiting === 0 ? 'none waits' : `${waiting} wait, none longer than an hour`,
  };
}

/** What the mail server answered to a greeting: null when it takes mail, or why not. */
export function checkMailServer(refusal: string | null): Check {
  const what = 'mail server';
  if (refusal === null) return { what, well: true, says: 'answers' };
  return { what, well: false, says: `does not take mail (${refusal}); look at TANDEM_SMTP_URL` };
}
