import type { DecisionId } from './resourceKinds.ts';

/** How a flexibility stands on a day; computed from its decision and its days. */
export type FlexibilityStanding =
  | 'requested'
  | 'granted, to begin'
  | 'in force'
  | 'over'
  | 'denied'
  | 'withdrawn';

type Decided = {
  readonly decision: DecisionId;
  readonly fromDay: string;
  readonly untilDay: string;
};

/** Calendar dates compare as text. */
export function flexibilityStanding(
  { decision, fromDay, untilDay }: Decided,
  today: string,
): FlexibilityStanding {
  if (decision !== 'granted') return decision;
  if (today < fromDay) return 'granted, to begin';
  return today > untilDay ? 'over' : 'in force';
}
