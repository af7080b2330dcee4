import { daysBetween } from '../../vocabulary/daysBetween.ts';
/** How a commitment stands on a day; computed, never typed. */
export type CommitmentStanding = 'open' | 'due soon' | 'overdue' | 'done' | 'dropped';

/** What a person has said of a commitment. */
export type CommitmentState = 'open' | 'done' | 'dropped';

type Promised = {
  readonly state: CommitmentState;
  /** Calendar date by which it is promised. */
  readonly due: string;
};

/** So many days before its day a commitment is due soon. */
export const soonDays = 7;

/** A commitment is overdue from the day after its own; due soon from seven days before it. */
export function commitmentStanding({ state, due }: Promised, today: string): CommitmentStanding {
  if (state !== 'open') return state;
  const days = daysBetween(today, due);
  if (days < 0) return 'overdue';
  return days <= soonDays ? 'due soon' : 'open';
}

/** `overdue by 3 days`, `due today`, `due in 5 days`, in the words of a badge. */
export function standingWords(promised: Promised, today: string): string {
  const standing = commitmentStanding(promised, today);
  if (standing === 'done') return 'Done';
  if (standing === 'dropped') return 'Dropped';
  const days = daysBetween(today, promised.due);
  if (standing === 'overdue') return `Overdue by ${count(-days)}`;
  if (standing === 'open') return 'Open';
  return days === 0 ? 'Due today' : `Due in ${count(days)}`;
}

function count(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

const ranks: Readonly<Record<CommitmentStanding, number>> = {
  overdue: 0,
  'due soon': 1,
  open: 2,
  done: 3,
  dropped: 4,
};

type Ordered = Promised & { readonly id: string; readonly changedAt: Date };

/**
 * Commitments in the order in which they are read: mine before others', overdue first, then by day; what is over comes last, newest first.
 */
export function orderCommitments<C extends Ordered>(
  commitments: readonly C[],
  isMine: (commitment: C) => boolean,
  today: string,
): C[] {
  const rank = (one: C) => ranks[commitmentStanding(one, today)];
  return commitments.toSorted((a, b) => {
    const isOver = Number(a.state !== 'open') - Number(b.state !== 'open');
    if (isOver !== 0) return isOver;
    if (a.state !== 'open') return b.changedAt.getTime() - a.changedAt.getTime() || (a.id < b.id ? -1 : 1);
    return (
      Number(isMine(b)) - Number(isMine(a)) ||
      rank(a) - rank(b) ||
      (a.due < b.due ? -1 : a.due > b.due ? 1 : 0) ||
      (a.id < b.id ? -1 : 1)
    );
  });
}
