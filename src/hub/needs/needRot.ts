import { type AskState, askStanding, daysSince } from './askStanding.ts';

/** A term is half a year. */
export const termDays = 182;

/** What leaves a need lying: nobody owns it, an ask is unanswered, nothing was done for longer than a term. */
export type Rot = 'no owner' | 'unanswered' | 'older than a term';

type StandingNeed = {
  readonly isOpen: boolean;
  readonly ownerId: string;
  /** When it was last confirmed, changed or opened again. */
  readonly changedAt: Date;
  readonly asks: readonly { readonly state: AskState; readonly madeAt: Date; readonly changedAt: Date }[];
};

/** What is rotting about an open need; nothing of a closed one. `memberIds` are the people of its district today. */
export function rotOf(need: StandingNeed, memberIds: ReadonlySet<string>, now: Date): Rot[] {
  if (!need.isOpen) return [];
  const rot: Rot[] = [];
  if (!memberIds.has(need.ownerId)) rot.push('no owner');
  if (need.asks.some((ask) => askStanding(ask, now) === 'overdue')) rot.push('unanswered');
  const newest = Math.max(need.changedAt.getTime(), ...need.asks.map(({ changedAt }) => changedAt.getTime()));
  if (daysSince(new Date(newest), now) > termDays) rot.push('older than a term');
  return rot;
}
