import { setTimeout as sleep } from 'node:timers/promises';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { duePrompts } from '../cycles/duePrompts.store.ts';
import { type PublicPartnership, selectPartnerships } from '../partnership/partnership.store.ts';
import type { Database } from '../store/database.ts';
import { asMember, asOperator, type Member, type MemberView, noPerson } from '../store/view.ts';
import { endDueMemberships } from '../succession/endMembership.store.ts';
import { dueOrphanAlarms } from '../succession/orphans.store.ts';
import { dueConditionMails, dueReviewMails } from './dueDistrictMails.store.ts';
import { dueDigests, dueLateMails } from './dueMails.store.ts';

export type DailyMail = {
  readonly database: Database;
  readonly baseUrl: string;
  readonly replyAddress?: string | null;
  /** Whether mail leaves: nobody of a sample is written to then, for they are invented. */
  readonly mailLeaves: boolean;
  readonly now: () => Date;
  readonly onFault: (error: unknown) => void;
  readonly everyMs?: number;
  /** How long after a start the first run is made, so that starting is quick. */
  readonly firstAfterMs?: number;
};

type Run = Pick<DailyMail, 'database' | 'baseUrl' | 'replyAddress' | 'mailLeaves' | 'onFault'>;

/**
 * Ends the memberships whose last day is over, and makes the mails that go out by themselves on their day: prompts of test cycles, what
 * is late, what has no owner, reviews and conditions, the week. Each is noted in its transaction, so that a run may be cut off and
 * repeated. What one partnership holds keeps no other from its mail: its fault is told. Answers how many were made.
 */
export async function makeDueMail(run: Run, at: Date): Promise<number> {
  const { database, mailLeaves, onFault } = run;
  await endDueMemberships(database, at);
  let made = 0;
  for (const partnership of await asOperator(database, selectPartnerships)) {
    if (mailLeaves && partnership.isSample) continue;
    try {
      made += await makeMailOf(partnership, run, at);
    } catch (error) {
      onFault(error);
    }
  }
  return made;
}

async function makeMailOf(
  partnership: PublicPartnership,
  { database, baseUrl, replyAddress }: Run,
  at: Date,
): Promise<number> {
  const today = calendarDay(at);
  const inside = (make: (view: MemberView) => Promise<number>) =>
    asMember(database, nobodyIn(partnership), make);
  return (
    (await inside((view) => duePrompts(view, { today, baseUrl, replyAddress }, at))) +
    (await inside((view) => dueOrphanAlarms(view, { today, baseUrl }, at))) +
    (await inside((view) => dueLateMails(view, { baseUrl, replyAddress, at }))) +
    (await inside((view) => dueReviewMails(view, { baseUrl, at }))) +
    (await inside((view) => dueConditionMails(view, { baseUrl, at }))) +
    (await inside((view) => dueDigests(view, { baseUrl, at })))
  );
}

/** Nobody, inside one partnership: sees all of it, and nothing of another. */
function nobodyIn({ id, slug, name, isSample }: PublicPartnership): Member {
  return {
    personId: noPerson,
    name: 'Tandem',
    role: 'facilitator',
    districtId: null,
    partnership: { id, slug, name, isSample },
  };
}

const hourMs = 3_600_000;

/** Whether people are mailed at this hour: from six in the morning to eight in the evening, in California. */
export function isMailHour(at: Date): boolean {
  const hour = Number(
    new Intl.DateTimeFormat('en-US', {
      hour: 'numeric',
      hourCycle: 'h23',
      timeZone: 'America/Los_Angeles',
    }).format(at),
  );
  return hour >= 6 && hour < 20;
}

/** Looks every hour of the day for mails whose day has come. `stop` ends after the run under way. */
export function startDailyMail(daily: DailyMail): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async (): Promise<void> => {
    let waitMs = daily.firstAfterMs ?? hourMs / 6;
    while (!signal.aborted) {
      await sleep(waitMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      if (isMailHour(daily.now())) await makeDueMail(daily, daily.now()).catch(daily.onFault);
      waitMs = daily.everyMs ?? hourMs;
    }
  };
  const ended = run();
  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}
