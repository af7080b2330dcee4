import { createHash } from 'node:crypto';
import { linkActs } from '../links/linkActs.page.ts';
import { asLinkHolder, type FoundLink, lockSignedLink, useSignedLink } from '../links/signedLinks.store.ts';
import { insertMail } from '../mail/mail.store.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { parseEmailAddress } from '../people/emailAddress.ts';
import { countAttempt, type Limit } from '../people/attempt.store.ts';
import { asVisitor, type MemberView } from '../store/view.ts';
import type { Hub } from '../web/route.ts';
import { beginningOf, headOf, parseReceivedMail, type ReceivedMail } from './receivedMail.ts';
import { findReplyLink, insertReply, isReceived, type Reply } from './replies.store.ts';
import { replyForm } from './replyForm.ts';
import { replyMail } from './replyMail.ts';
import { standingForm } from './standingForm.store.ts';
import { tokenIn } from './replyToken.ts';
import { cutQuoted, readReplyWords } from './replyWords.ts';

type Receiving = Pick<Hub, 'database' | 'config'>;

/** What came of a mail. `unknown`: it answers nothing of ours; `twice`: it was received before. */
export type Received = {
  readonly outcome: Reply['outcome'] | 'unknown' | 'twice';
  readonly sentence: string;
};

/** So many bytes of a mail are read; what is longer is cut off there. */
export const mostMailBytes = 256 * 1024;

const strangers: Limit = { name: 'answer to an unknown sender', most: 3, withinMs: 3_600_000 };
const allStrangers: Limit = { name: 'answer to unknown senders', most: 60, withinMs: 3_600_000 };

/**
 * Reads an answer to one of our mails and does what it says, as the holder of its link. What is done, its kept words, its audit line and
 * the mail back are one transaction; a mail that is refused is kept as well. A programme is never answered.
 */
export async function receiveReply(
  { database, config }: Receiving,
  bytes: Uint8Array,
  at: Date,
): Promise<Received> {
  const beginning = beginningOf(bytes, mostMailBytes);
  const wasCut = beginning.byteLength < bytes.byteLength;
  // Of a stranger's mail nothing but the head is ever read.
  const head = await parseReceivedMail(headOf(bytes));
  const token = tokenIn(head.to);
  const link = token === undefined ? undefined : await findReplyLink(database, token);
  if (!link) {
    const sentence =
      'This address answers nothing: the mail it belonged to is too old, or was never ours. Nothing was done.';
    await answerStranger({ database, config }, head, sentence, at);
    return { outcome: 'unknown', sentence };
  }
  const mail = await parseReceivedMail(beginning);
  // A mail without an id of its own is known by its bytes.
  const messageId = mail.messageId || createHash('sha256').update(bytes).digest('hex');
  const received = await asLinkHolder(database, link, 'acting', async (view): Promise<Received> => {
    const standing = await lockSignedLink(view, link, at);
    if (await isReceived(view, messageId)) return { outcome: 'twice', sentence: 'It was received before.' };
    const judged = judgeSender(mail, link) ?? (await act(view, { link, mail, standing, config }, at));
    const words = cutQuoted(mail.text);
    await insertReply(view, { linkId: link.id, messageId, fromEmail: mail.from, words, ...judged }, at);
    if (mail.from === link.holderEmail.toLowerCase() && judged.outcome !== 'automatic' && !mail.isForged) {
      const subject = judged.outcome === 'done' ? 'Written down' : 'Not done, but kept';
      const { attachments } = mail;
      const answer = replyMail({ to: link.holderEmail, subject, words, attachments, wasCut, ...judged });
      await insertMail(view, answer, at);
    }
    return judged;
  });
  if (received.outcome === 'refused' && mail.from !== link.holderEmail.toLowerCase())
    await answerStranger({ database, config }, mail, received.sentence, at);
  return received;
}

type Judged = { readonly outcome: Reply['outcome']; readonly sentence: string };

/** Why a mail is not taken as the holder's; undefined where it is. */
function judgeSender(mail: ReceivedMail, { holderEmail }: FoundLink): Judged | undefined {
  if (mail.isAutomatic)
    return { outcome: 'automatic', sentence: 'A programme has answered: nothing was done.' };
  if (mail.isForged)
    return { outcome: 'refused', sentence: 'The mail does not come from where it says: nothing was done.' };
  if (mail.from !== holderEmail.toLowerCase())
    return {
      outcome: 'refused',
      sentence:
        'This can be answered only from the address that the mail went to. Nothing was done; a coordinator can read what you wrote.',
    };
  return undefined;
}

async function act(
  view: MemberView,
  {
    link,
    mail,
    standing,
    config,
  }: { link: FoundLink; mail: ReceivedMail; standing: string; config: Hub['config'] },
  at: Date,
): Promise<Judged> {
  if (standing !== 'good')
    return {
      outcome: 'refused',
      sentence: `This can be answered no more (${standing}). Nothing was done; a coordinator can read what you wrote. Write to ${link.madeBy} (${link.madeByEmail}).`,
    };
  const form = replyForm(link.kind, readReplyWords(mail.text));
  const room = linkActs[link.kind];
  if (!form.does || !room?.act) {
    const why = form.does ? 'It is kept as a note.' : form.why;
    await insertMemberAct(
      view,
      { act: 'answered a mail with a note', subject: `${link.kind} ${link.subjectId}`, detail: {} },
      at,
    );
    return { outcome: 'note', sentence: why };
  }
  const standingFields = await standingForm(view, link);
  const { done = '' } = form.fields;
  const fields =
    done === 'not done' ? { ...standingFields, ...form.fields } : { ...form.fields, ...standingFields };
  const acted = await room.act(view, { link, address: '', now: at, config }, fields);
  if (acted.done) {
    await useSignedLink(view, link, at);
    return { outcome: 'done', sentence: acted.sentence };
  }
  const [trouble = 'It cannot be done as it stands now.'] = [acted.conflict, ...acted.errors.values()].filter(
    (one) => one !== undefined,
  );
  return { outcome: 'note', sentence: `It is kept as a note. ${trouble}` };
}

/** A sentence to somebody who is not the holder: never about what, and three an hour at the most and sixty to all, for senders can be made up. */
async function answerStranger(
  { database }: Receiving,
  mail: ReceivedMail,
  sentence: string,
  at: Date,
): Promise<void> {
  if (mail.isAutomatic || mail.isForged || parseEmailAddress(mail.from) === undefined) return;
  if (!(await countAttempt(database, strangers, mail.from, at))) return;
  if (!(await countAttempt(database, allStrangers, 'all', at))) return;
  const { attachments } = mail;
  const answer = {
    to: mail.from,
    subject: 'Nothing was done',
    sentence,
    words: '',
    attachments,
    wasCut: false,
  };
  await asVisitor(database, null, (view) => insertMail(view, replyMail(answer), at));
}
