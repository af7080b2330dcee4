import { rate } from '../rate.ts';
import { roundHalfUp } from '../roundHalfUp.ts';
import { participationGoal } from './rules2024.ts';

/** Students tested of students enrolled in the testing window and expected to test. */
export type Participation = { readonly enrolled: number; readonly tested: number };

/** The participation rate in whole percent, halves up. Throws a RangeError when nobody is enrolled. */
export function participationRate({ enrolled, tested }: Participation): number {
  return Number(roundHalfUp(rate({ numerator: tested, denominator: enrolled }), 0));
}

/**
 * How many penalty records are added: the fewest with which the rounded participation rate reaches 95 percent,
 * that is 94.5 percent of the enrolled, rounded up, less the tested.
 */
export function penaltyRecords({ enrolled, tested }: Participation): number {
  const perThousand = BigInt(participationGoal * 10 - 5);
  const needed = Number((perThousand * BigInt(enrolled) + 999n) / 1000n);
  return Math.max(0, needed - tested);
}
