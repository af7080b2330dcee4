import { daysBetween } from '../../vocabulary/daysBetween.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';

/** How a contact stands at a moment. `was it held`: its time is over and nobody has said. */
export type ContactStanding = 'coming' | 'was it held' | 'held' | 'cancelled';

type Planned = { readonly state: 'planned' | 'held' | 'cancelled'; readonly endsAt: Date };

export function contactStanding({ state, endsAt }: Planned, now: Date): ContactStanding {
  if (state !== 'planned') return state;
  return endsAt.getTime() < now.getTime() ? 'was it held' : 'coming';
}

type Dated = Planned & { readonly engagementId: string | null; readonly startsAt: Date };

/**
 * Whole weeks since the last contact that was held for an engagement, or since the day it began where none was; undefined while one is
 * coming, and when it is not yet four weeks.
 */
export function weeksWithoutContact(
  contacts: readonly Dated[],
  engagement: { readonly id: string; readonly since: string },
  now: Date,
): number | undefined {
  const own = contacts.filter(({ engagementId }) => engagementId === engagement.id);
  if (own.some((one) => contactStanding(one, now) === 'coming')) return undefined;
  const held = own
    .filter((one) => contactStanding(one, now) === 'held')
    .map(({ startsAt }) => calendarDay(startsAt));
  const last = [engagement.since, ...held].toSorted().at(-1) ?? engagement.since;
  const weeks = Math.floor(daysBetween(last, calendarDay(now)) / 7);
  return weeks >= quietWeeks ? weeks : undefined;
}

/** Work without a contact for so many weeks is named. */
export const quietWeeks = 4;
