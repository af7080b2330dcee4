/** How an ask stands in the store. */
export type AskState = 'asked' | 'accepted' | 'declined' | 'withdrawn';

/** Days after which an unanswered ask is overdue. */
export const answerWithinDays = 7;

const day = 24 * 3_600_000;

/** Whole days since a moment. */
export function daysSince(moment: Date, now: Date): number {
  return Math.floor((now.getTime() - moment.getTime()) / day);
}

/** How an ask stands on a day: an unanswered one is overdue after a week. */
export function askStanding(
  ask: { readonly state: AskState; readonly madeAt: Date },
  now: Date,
): AskState | 'overdue' {
  return ask.state === 'asked' && daysSince(ask.madeAt, now) > answerWithinDays ? 'overdue' : ask.state;
}
