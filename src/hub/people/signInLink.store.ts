import { z } from 'zod';
import { insertMail } from '../mail/mail.store.ts';
import type { Database } from '../store/database.ts';
import { readStatements } from '../store/statements.ts';
import { asVisitor, type PersonId, type View } from '../store/view.ts';
import { deleteSession, insertOwnAct, insertSession } from './session.store.ts';
import { type SignInMailWords, signInMail } from './signInMail.ts';
import { hashToken, isToken, newToken } from './token.ts';

const sql = readStatements(import.meta.url, [
  'selectPersonByEmail',
  'insertSignInLink',
  'selectSignInLink',
  'useSignInLink',
  'deleteOldSignInLinks',
]);

/** How long a mailed link is good. */
export const linkLifeMs = 30 * 60_000;
const rememberedMs = 24 * 3_600_000;

const PersonRow = z.object({ person_id: z.string(), name: z.string(), email: z.string() });
const LinkRow = z.object({
  person_id: z.string(),
  name: z.string(),
  expires_at: z.date(),
  used_at: z.date().nullable(),
});

/** What a link turns out to be. */
export type LinkState =
  | { readonly state: 'good'; readonly personId: PersonId; readonly name: string }
  | { readonly state: 'used' | 'expired' | 'unknown' };

/**
 * Mails a link to the person of an address; does nothing for an address nobody has. `words` say where the link
 * leads.
 */
export function askForSignInLink(
  database: Database,
  email: string,
  words: Omit<SignInMailWords, 'name' | 'token'>,
  at: Date,
): Promise<void> {
  return asVisitor(database, null, async (view) => {
    const person = await view.optionalRow(sql.selectPersonByEmail, { email }, PersonRow);
    if (!person) return;
    const token = await insertSignInLink(view, person.person_id, at);
    await insertMail(view, { to: email, ...signInMail({ ...words, name: person.name, token }) }, at);
    await insertOwnAct(view, person.person_id, 'asked for a sign-in link', at);
  });
}

/** Makes a link for a person and answers its token, which is kept nowhere. */
export async function insertSignInLink(
  view: View,
  personId: PersonId,
  at: Date,
  lifeMs = linkLifeMs,
): Promise<string> {
  const token = newToken();
  await view.run(sql.deleteOldSignInLinks, { before: new Date(at.getTime() - rememberedMs) });
  await view.run(sql.insertSignInLink, {
    hash: hashToken(token),
    personId,
    at,
    expiresAt: new Date(at.getTime() + lifeMs),
  });
  return token;
}

/** What a link is, without using it: mail scanners open links too. */
export async function selectLinkState(database: Database, token: string, at: Date): Promise<LinkState> {
  if (!isToken(token)) return { state: 'unknown' };
  const row = await asVisitor(database, null, (view) =>
    view.optionalRow(sql.selectSignInLink, { hash: hashToken(token) }, LinkRow),
  );
  if (!row) return { state: 'unknown' };
  if (row.used_at) return { state: 'used' };
  if (row.expires_at <= at) return { state: 'expired' };
  return { state: 'good', personId: row.person_id, name: row.name };
}

/**
 * Uses a link, once: ends the session this browser had, if any, and answers the value of the new session's cookie; null when
 * the link is good no more.
 */
export function signInByLink(
  database: Database,
  token: string,
  earlierSession: string | undefined,
  at: Date,
): Promise<string | null> {
  return asVisitor(database, null, async (view) => {
    const used = await view.optionalRow(
      sql.useSignInLink,
      { hash: hashToken(token), at },
      z.object({ person_id: z.string() }),
    );
    if (!used) return null;
    if (earlierSession) await deleteSession(view, earlierSession);
    const session = await insertSession(view, used.person_id, at);
    await insertOwnAct(view, used.person_id, 'signed in', at);
    return session;
  });
}
