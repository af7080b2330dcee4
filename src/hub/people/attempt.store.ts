import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '../store/database.ts';
import { readStatements } from '../store/statements.ts';
import { asVisitor, type View } from '../store/view.ts';

const sql = readStatements(import.meta.url, [
  'lockBucket',
  'countAttempts',
  'insertAttempt',
  'deleteOldAttempts',
]);

/** At most `most` attempts within `withinMs`. */
export type Limit = { readonly name: string; readonly most: number; readonly withinMs: number };

const hour = 3_600_000;

/** What signing in is limited to. Whole schools share one address, so the limits by address of origin are wide. */
export const signInLimits = {
  mailsToAddress: { name: 'sign-in mail to', most: 5, withinMs: hour },
  mailsFromOrigin: { name: 'sign-in mail from', most: 60, withinMs: hour },
  badLinksFromOrigin: { name: 'bad link from', most: 30, withinMs: hour },
} as const satisfies Record<string, Limit>;

const longestMs = hour;

/**
 * Counts one attempt of `who` and answers true; false, without counting it, when the limit is reached already. Whose attempts they are
 * is kept only as a hash, for an hour.
 */
export function countAttempt(database: Database, limit: Limit, who: string, at: Date): Promise<boolean> {
  const bucket = bucketOf(limit, who);
  return asVisitor(database, null, async (view) => {
    await view.run(sql.lockBucket, { bucket });
    await view.run(sql.deleteOldAttempts, { before: new Date(at.getTime() - longestMs) });
    if ((await attemptsIn(view, bucket, limit, at)) >= limit.most) return false;
    await view.run(sql.insertAttempt, { bucket, at });
    return true;
  });
}

/** Whether the limit is reached, without counting anything. */
export function isLimitReached(database: Database, limit: Limit, who: string, at: Date): Promise<boolean> {
  return asVisitor(
    database,
    null,
    async (view) => (await attemptsIn(view, bucketOf(limit, who), limit, at)) >= limit.most,
  );
}

async function attemptsIn(view: View, bucket: string, limit: Limit, at: Date): Promise<number> {
  const since = new Date(at.getTime() - limit.withinMs);
  const row = await view.row(sql.countAttempts, { bucket, since }, z.object({ attempts: z.number() }));
  return row.attempts;
}

function bucketOf(limit: Limit, who: string): string {
  return `${limit.name} ${createHash('sha256').update(who).digest('base64url')}`;
}
