import { createHash } from 'node:crypto';
import { z } from 'zod';
import { insertMemberAct } from '../audit/audit.store.ts';
import { type LinkKindId, linkKinds } from '../links/linkKinds.ts';
import {
  type FoundLink,
  FoundRow,
  insertSignedLinkRow,
  type NewSignedLink,
} from '../links/signedLinks.store.ts';
import { hashToken } from '../people/token.ts';
import type { Database } from '../store/database.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import {
  asOperator,
  type DistrictId,
  type MemberView,
  type PartnershipId,
  type PersonId,
  type View,
} from '../store/view.ts';
import { newReplyToken } from './replyToken.ts';

const sql = readStatements(import.meta.url, [
  'insertReplyAddress',
  'findReplyLink',
  'selectReplyOfMessage',
  'insertReply',
  'selectReplies',
  'markReplySeen',
]);

const ReplyRow = z.object({
  id: z.string(),
  kind: z.enum(linkKinds.map(({ id }) => id) as [LinkKindId, ...LinkKindId[]]),
  subjectId: z.string(),
  districtId: z.string().nullable(),
  holderName: z.string(),
  holderEmail: z.string(),
  fromEmail: z.string(),
  words: z.string(),
  outcome: z.enum(['done', 'note', 'refused', 'automatic']),
  sentence: z.string(),
  arrivedAt: z.date(),
  seenAt: z.date().nullable(),
  seenBy: z.string().nullable(),
});
/** An answer to a mail as it is kept; `fromEmail` is who wrote it, which need not be the holder. */
export type Reply = z.infer<typeof ReplyRow>;

/**
 * Lets a mail be answered by whoever it goes to: what stands after the plus in its address, for `replyToken` of the mail. It is a signed
 * link of its own that opens nothing, is used up and taken back like any other.
 */
export async function insertReplyAddress(
  view: View,
  giver: {
    readonly partnershipId: PartnershipId;
    readonly personId: PersonId;
    readonly districtId: DistrictId | null;
  },
  link: NewSignedLink,
  at: Date,
): Promise<string> {
  const linkId = await insertSignedLinkRow(view, giver, link, at);
  const token = newReplyToken();
  const { partnershipId } = giver;
  await view.run(sql.insertReplyAddress, { partnershipId, linkId, tokenHash: hashToken(token) });
  return token;
}

/** The same, given by the member of the view. */
export function insertOwnReplyAddress(view: MemberView, link: NewSignedLink, at: Date): Promise<string> {
  const { personId, districtId, partnership } = view.member;
  return insertReplyAddress(view, { partnershipId: partnership.id, personId, districtId }, link, at);
}

/** The link of a reply token, good or not; undefined for one that nobody was given. */
export function findReplyLink(database: Database, token: string): Promise<FoundLink | undefined> {
  return asOperator(database, (view) =>
    view.optionalRow(sql.findReplyLink, { tokenHash: hashToken(token) }, FoundRow),
  );
}

/** What mail can be answered to in this installation; null or left out where nothing comes in. */
export type Answering = { readonly replyAddress?: string | null };

/** The `replyToken` of a mail; none where no answer would ever come in. */
export async function replyTokenOf(
  view: View,
  giver: Parameters<typeof insertReplyAddress>[1],
  link: NewSignedLink,
  { replyAddress }: Answering,
  at: Date,
): Promise<{ readonly replyToken?: string }> {
  return replyAddress ? { replyToken: await insertReplyAddress(view, giver, link, at) } : {};
}

/** The same, given by the member of the view. */
export function ownReplyToken(
  view: MemberView,
  link: NewSignedLink,
  answering: Answering,
  at: Date,
): Promise<{ readonly replyToken?: string }> {
  const { personId, districtId, partnership } = view.member;
  return replyTokenOf(view, { partnershipId: partnership.id, personId, districtId }, link, answering, at);
}

export type NewReply = {
  readonly linkId: string;
  readonly messageId: string;
  readonly fromEmail: string;
  readonly words: string;
  readonly outcome: Reply['outcome'];
  readonly sentence: string;
};

/** Whether a message was received before: mail servers bring one twice. */
export async function isReceived(view: MemberView, messageId: string): Promise<boolean> {
  const values = { partnershipId: view.member.partnership.id, messageHash: hashOf(messageId) };
  return (
    (await view.optionalRow(sql.selectReplyOfMessage, values, z.object({ id: z.string() }))) !== undefined
  );
}

/** Keeps an answer; in the transaction of what it did. */
export async function insertReply(
  view: MemberView,
  { messageId, ...reply }: NewReply,
  at: Date,
): Promise<void> {
  const partnershipId = view.member.partnership.id;
  const values = { partnershipId, replyId: newUuid(at), messageHash: hashOf(messageId), ...reply, at };
  await view.run(sql.insertReply, values);
}

/** The newest answers of the partnership. */
export function selectReplies(view: MemberView): Promise<Reply[]> {
  return view.rows(sql.selectReplies, { partnershipId: view.member.partnership.id, most: 300 }, ReplyRow);
}

/** Notes that a member has read an answer; false when somebody had. */
export async function markReplySeen(view: MemberView, replyId: string, at: Date): Promise<boolean> {
  const { personId, partnership } = view.member;
  const values = { partnershipId: partnership.id, replyId, at, personId };
  if (!(await view.optionalRow(sql.markReplySeen, values, z.object({ id: z.string() })))) return false;
  await insertMemberAct(view, { act: 'read an answer by mail', subject: `reply ${replyId}`, detail: {} }, at);
  return true;
}

function hashOf(messageId: string): Buffer {
  return createHash('sha256').update(messageId).digest();
}
