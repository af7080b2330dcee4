import { z } from 'zod';
import { insertAuditLine } from '../audit/audit.store.ts';
import type { Database } from '../store/database.ts';
import { readStatements } from '../store/statements.ts';
import { asVisitor, noPartnership, type PersonId, type View } from '../store/view.ts';
import { hashToken, isToken, newToken } from './token.ts';

const sql = readStatements(import.meta.url, [
  'insertSession',
  'selectSession',
  'selectSessionsOfPerson',
  'touchSession',
  'deleteSession',
  'deleteSessionsOfPerson',
  'deleteDeadSessions',
]);

const minutes = 60_000;
/** A session ends after two hours without a request, and after twelve hours in any case. */
export const sessionLife = { idleMs: 120 * minutes, longestMs: 720 * minutes, touchMs: minutes };

const SessionRow = z.object({
  person_id: z.string(),
  name: z.string(),
  csrf_token: z.string(),
  seen_at: z.date(),
});
const SessionLine = z.object({
  session_hash: z.instanceof(Uint8Array),
  made_at: z.date(),
  seen_at: z.date(),
});

/** A signed-in browser; `token` is what its cookie holds. */
export type Session = {
  readonly token: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly csrfToken: string;
};

const idleSince = (at: Date) => new Date(at.getTime() - sessionLife.idleMs);

/** The living session of a cookie's value, or null; being seen keeps it alive. */
export async function readLivingSession(
  database: Database,
  token: string | undefined,
  at: Date,
): Promise<Session | null> {
  if (!token || !isToken(token)) return null;
  const hash = hashToken(token);
  return asVisitor(database, null, async (view) => {
    const row = await view.optionalRow(sql.selectSession, { hash, at, idleSince: idleSince(at) }, SessionRow);
    if (!row) return null;
    if (at.getTime() - row.seen_at.getTime() >= sessionLife.touchMs)
      await view.run(sql.touchSession, { hash, at });
    return { token, personId: row.person_id, name: row.name, csrfToken: row.csrf_token };
  });
}

/** Makes a session with new tokens, clears away dead ones, and answers the cookie's value. */
export async function insertSession(view: View, personId: PersonId, at: Date): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(at.getTime() + sessionLife.longestMs);
  await view.run(sql.deleteDeadSessions, { at, idleSince: idleSince(at) });
  await view.run(sql.insertSession, {
    hash: hashToken(token),
    personId,
    csrfToken: newToken(),
    at,
    expiresAt,
  });
  return token;
}

/** Ends one session without a word, as when the same browser signs in anew. */
export function deleteSession(view: View, token: string): Promise<void> {
  return view.run(sql.deleteSession, { hash: hashToken(token) });
}

export function signOut(database: Database, session: Session, at: Date): Promise<void> {
  return asVisitor(database, session.personId, async (view) => {
    await deleteSession(view, session.token);
    await insertOwnAct(view, session.personId, 'signed out', at);
  });
}

/** Ends every session of the person, on whatever browser. */
export function signOutEverywhere(database: Database, personId: PersonId, at: Date): Promise<void> {
  return asVisitor(database, personId, async (view) => {
    await view.run(sql.deleteSessionsOfPerson, { personId });
    await insertOwnAct(view, personId, 'signed out everywhere', at);
  });
}

/** The person's living sessions, last used first; `isThis` marks the one of the token. */
export async function selectOwnSessions(
  view: View,
  session: Session,
  at: Date,
): Promise<{ madeAt: Date; seenAt: Date; isThis: boolean }[]> {
  const rows = await view.rows(
    sql.selectSessionsOfPerson,
    { personId: session.personId, at, idleSince: idleSince(at) },
    SessionLine,
  );
  const own = hashToken(session.token);
  return rows.map((row) => ({
    madeAt: row.made_at,
    seenAt: row.seen_at,
    isThis: own.equals(row.session_hash),
  }));
}

/** An act of a person on their own signing in and out; it concerns no partnership. */
export function insertOwnAct(view: View, personId: PersonId, act: string, at: Date): Promise<void> {
  return insertAuditLine(
    view,
    { partnershipId: noPartnership, personId },
    { act, subject: `person ${personId}`, detail: {} },
    at,
  );
}
