/**
 * The sampling variance of a percent, in squared percentage points: 100^2 q (1 - q) / n with
 * q = (numerator + 1/2) / (n + 1), the centre of Jeffreys' interval, which Brown, Cai & DasGupta (2001), "Interval
 * estimation for a binomial proportion", Statistical Science 16, advise for small n. The plain share would claim
 * that 0 of 12 and 12 of 12 are known without error; this one is never below it, overstates rare events of few
 * students (5 % of 20: by 35 % on average) and is the same for large n. Students count as a sample of those who
 * might have sat there: chance decides who moves in, falls ill or guesses right even when all are counted.
 * Where students of one school share their luck the truth is larger, by an overdispersion the caller multiplies.
 *
 * Throws a RangeError unless n is positive and the numerator lies between 0 and n.
 */
export function samplingVarianceOfPercent(numerator: number, n: number): number {
  mustCount(n);
  if (!(numerator >= 0 && numerator <= n)) throw new RangeError(`${numerator} of ${n} is no share`);
  const share = (numerator + 0.5) / (n + 1);
  return (10_000 * share * (1 - share)) / n;
}

/**
 * The sampling variance of a mean over n students whose values vary by `withinVariance` (squared units of the
 * value; for distance from standard see `withinVariance`). Throws a RangeError unless both are positive.
 */
export function samplingVarianceOfMean(withinVariance: number, n: number): number {
  mustCount(n);
  if (!(withinVariance > 0 && withinVariance < Infinity))
    throw new RangeError(`a variance within a unit is positive, not ${withinVariance}`);
  return withinVariance / n;
}

function mustCount(n: number): void {
  if (!(n > 0 && n < Infinity)) throw new RangeError(`${n} students have no sampling variance`);
}
