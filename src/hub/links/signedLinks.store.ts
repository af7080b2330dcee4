import { z } from 'zod';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { hashToken, isToken, newToken } from '../people/token.ts';
import type { Database } from '../store/database.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import {
  asHolder,
  asOperator,
  type DistrictId,
  type MemberView,
  type PartnershipId,
  type PersonId,
  type View,
} from '../store/view.ts';
import { type LinkKindId, linkKinds } from './linkKinds.ts';
import { type LinkStanding, linkStanding } from './linkStanding.ts';

const sql = readStatements(import.meta.url, [
  'selectSignedLinks',
  'findSignedLink',
  'insertSignedLink',
  'insertSignedLinkToken',
  'lockSignedLink',
  'useSignedLink',
  'revokeSignedLink',
]);

const kind = z.enum(linkKinds.map(({ id }) => id) as [LinkKindId, ...LinkKindId[]]);
const LinkRow = z.object({
  id: z.string(),
  kind,
  subjectId: z.string(),
  districtId: z.string().nullable(),
  holderName: z.string(),
  holderEmail: z.string(),
  until: z.string(),
  uses: z.number(),
  usedAt: z.date().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
  revokedAt: z.date().nullable(),
  byReply: z.boolean(),
});
/**
 * A link as it is kept, without its token. `districtId` is the district for which its holder acts; `byReply`: it opens nothing, a mail is
 * answered by it.
 */
export type SignedLink = z.infer<typeof LinkRow>;

/** A link with its partnership and who gave it, as it is found by a token. */
export const FoundRow = LinkRow.extend({
  madeByEmail: z.string(),
  partnershipId: z.string(),
  slug: z.string(),
  partnership: z.string(),
  isSample: z.boolean(),
});
/** The link of a token somebody showed, and the partnership it is of. */
export type FoundLink = z.infer<typeof FoundRow>;

export type NewSignedLink = {
  readonly kind: LinkKindId;
  /** What it is about: the id of a contact, cycle, commitment. */
  readonly subjectId: string;
  readonly holder: { readonly name: string; readonly email: string };
  /** The last calendar date on which it is good; at most `mostDays` ahead. */
  readonly until: string;
  /** For which district the holder acts; left out, the giver's. */
  readonly districtId?: DistrictId | null;
};

/** Nobody's link is good longer. */
export const mostDays = 400;

/**
 * Gives somebody a link and answers its token, which is kept nowhere: call it in the transaction of the act that mails it, and put
 * `linkAddress(baseUrl, token)` into the mail. The line of that act says who was mailed.
 */
export function insertSignedLink(view: MemberView, link: NewSignedLink, at: Date): Promise<string> {
  const { personId, districtId, partnership } = view.member;
  return insertSignedLinkOf(view, { partnershipId: partnership.id, personId, districtId }, link, at);
}

/** Whose doing a link is: the member who gives it, in their partnership. */
type Giver = {
  readonly partnershipId: PartnershipId;
  readonly personId: PersonId;
  readonly districtId: DistrictId | null;
};

/** The same for a mail that goes out by itself on its day: `giver` is the member whose doing it is. */
export async function insertSignedLinkOf(
  view: View,
  giver: Giver,
  link: NewSignedLink,
  at: Date,
): Promise<string> {
  const linkId = await insertSignedLinkRow(view, giver, link, at);
  const token = newToken();
  const { partnershipId } = giver;
  await view.run(sql.insertSignedLinkToken, { partnershipId, linkId, tokenHash: hashToken(token) });
  return token;
}

/** A link that has no token yet, by its id: what its holder may do, until when. */
export async function insertSignedLinkRow(
  view: View,
  { partnershipId, personId, districtId }: Giver,
  link: NewSignedLink,
  at: Date,
): Promise<string> {
  const latest = calendarDay(new Date(at.getTime() + mostDays * 86_400_000));
  if (link.until < calendarDay(at) || link.until > latest)
    throw new Error(`a link cannot be good until ${link.until}: it lasts from today to ${latest}`);
  const linkId = newUuid(at);
  await view.run(sql.insertSignedLink, {
    partnershipId,
    linkId,
    kind: link.kind,
    subjectId: link.subjectId,
    districtId: link.districtId === undefined ? districtId : link.districtId,
    holderName: link.holder.name,
    holderEmail: link.holder.email,
    until: link.until,
    at,
    personId,
  });
  return linkId;
}

/** The newest links of the partnership, or of one subject, whatever became of them. */
export function selectSignedLinks(
  view: MemberView,
  only: { readonly subjectId?: string } = {},
): Promise<SignedLink[]> {
  const { subjectId = null } = only;
  const partnershipId = view.member.partnership.id;
  return view.rows(sql.selectSignedLinks, { partnershipId, subjectId, most: 500 }, LinkRow);
}

/** How a link stands at a moment. */
export function standingOf(link: SignedLink, at: Date): LinkStanding {
  return linkStanding({ ...link, isRevoked: link.revokedAt !== null }, calendarDay(at));
}

/** The link of a token, good or not; undefined for a token that nobody was given. Its asker is known by it alone. */
export async function findSignedLink(database: Database, token: string): Promise<FoundLink | undefined> {
  if (!isToken(token)) return undefined;
  return asOperator(database, (view) =>
    view.optionalRow(sql.findSignedLink, { tokenHash: hashToken(token) }, FoundRow),
  );
}

/**
 * Runs as the holder of a link: inside its partnership, for its district, as nobody who could sign in. `reading` cannot write at all,
 * so that opening a link changes nothing.
 */
export function asLinkHolder<T>(
  database: Database,
  link: FoundLink,
  doing: 'reading' | 'acting',
  run: (view: MemberView) => Promise<T>,
): Promise<T> {
  const { partnershipId: id, slug, partnership: name, isSample, districtId } = link;
  const holder = { linkId: link.id, name: link.holderName, email: link.holderEmail, givenBy: link.madeBy };
  return asHolder(database, { partnership: { id, slug, name, isSample }, districtId, holder }, doing, run);
}

/** How a link stands now, and stays to the end of the transaction: ask before doing anything by it. */
export async function lockSignedLink(view: MemberView, link: SignedLink, at: Date): Promise<LinkStanding> {
  const key = { partnershipId: view.member.partnership.id, linkId: link.id };
  const Locked = z.object({ uses: z.number(), isRevoked: z.boolean() });
  const now = await view.row(sql.lockSignedLink, key, Locked);
  return linkStanding({ ...link, ...now }, calendarDay(at));
}

/** Counts one use, in the transaction of what was done by it. */
export function useSignedLink(view: MemberView, link: SignedLink, at: Date): Promise<void> {
  return view.run(sql.useSignedLink, {
    partnershipId: view.member.partnership.id,
    linkId: link.id,
    at,
  });
}

/**
 * Revokes a link of the member's own district, or of none, from this moment, with every other that its holder has for the same thing; false when it
 * is another's, or revoked already.
 */
export async function revokeSignedLink(view: MemberView, linkId: string, at: Date): Promise<boolean> {
  const { personId, districtId, partnership } = view.member;
  const values = { partnershipId: partnership.id, linkId, districtId, at, personId };
  const Revoked = z.object({ holderName: z.string(), kind });
  const [revoked] = await view.rows(sql.revokeSignedLink, values, Revoked);
  if (!revoked) return false;
  const act = `revoked the link of ${revoked.holderName}`;
  await insertMemberAct(
    view,
    { act, subject: `link ${linkId}`, detail: { districtId, kind: revoked.kind } },
    at,
  );
  return true;
}
