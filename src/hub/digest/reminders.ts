import { daysBetween } from '../../vocabulary/daysBetween.ts';

type Promised = {
  readonly id: string;
  readonly state: 'open' | 'done' | 'dropped';
  readonly due: string;
  readonly deputy: object | null;
};

export type Reminder<C extends Promised> = {
  readonly commitment: C;
  readonly told: 'owner' | 'deputy' | 'partner';
  /** By what it is known that it went out: once for each day that is promised. */
  readonly about: string;
};

/** So many days after the owner, the partner hears that something promised to them is late. */
export const partnerAfterDays = 7;

/** Who is to be told on a day of commitments that are late: the owner first and whoever stands in for them, the partner a week later. Nobody else ever is. */
export function dueReminders<C extends Promised>(commitments: readonly C[], today: string): Reminder<C>[] {
  return commitments.flatMap((commitment): Reminder<C>[] => {
    const { id, state, due, deputy } = commitment;
    const late = daysBetween(due, today);
    if (state !== 'open' || late < 1) return [];
    const about = (told: Reminder<C>['told']) => `late commitment ${id} of ${due} to its ${told}`;
    const owner: Reminder<C> = { commitment, told: 'owner', about: about('owner') };
    const partner: Reminder<C> = { commitment, told: 'partner', about: about('partner') };
    const standsIn: Reminder<C> = { commitment, told: 'deputy', about: about('deputy') };
    return [owner, ...(deputy ? [standsIn] : []), ...(late > partnerAfterDays ? [partner] : [])];
  });
}

/** Monday of a calendar date's week: by it a weekly mail is known. */
export function mondayOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}
