import { parseDecimal } from '../parseDecimal.ts';
import { type Ratio, ratio } from '../ratio.ts';
import { roundHalfUp } from '../roundHalfUp.ts';
import { pointsPerPenaltyRecord } from './rules2024.ts';

/** A mean distance from standard before penalty records: points as decimal text, over so many students. */
export type BeforePenalty = {
  readonly subject: 'ELA' | 'MATH';
  readonly students: number;
  readonly points: string;
  readonly records: number;
};

/** The distance from standard with its penalty records, one decimal: (n * points + k * penalty) / (n + k). */
export function distanceFromStandardWithPenalty(before: BeforePenalty): string {
  return roundHalfUp(withPenalty(before, parsed(before.points)), 1);
}

/**
 * The lowest and highest distance with penalty records that a mean rounded to `points` allows: the published mean
 * before penalty may stand for anything half a unit of its last decimal below or above.
 */
export function distanceFromStandardBounds(
  before: BeforePenalty,
): readonly [lowest: string, highest: string] {
  const { numerator, denominator } = parsed(before.points);
  const bound = (half: bigint) => withPenalty(before, ratio(2n * numerator + half, 2n * denominator));
  return [roundHalfUp(bound(-1n), 1), roundHalfUp(bound(1n), 1)];
}

function withPenalty({ subject, students, records }: BeforePenalty, points: Ratio): Ratio {
  const penalty = BigInt(records) * BigInt(pointsPerPenaltyRecord[subject]) * points.denominator;
  return ratio(
    BigInt(students) * points.numerator + penalty,
    points.denominator * BigInt(students + records),
  );
}

function parsed(points: string): Ratio {
  const exact = parseDecimal(points);
  if (!exact) throw new RangeError(`“${points}” is no decimal number of points`);
  return exact;
}
