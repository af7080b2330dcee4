import { normalCdf } from './normalCdf.ts';

/**
 * The share of a chi-square distribution above `x`: the p-value of a Wald statistic. Exact finite sum for a whole
 * number of degrees of freedom, all terms positive: Abramowitz & Stegun, "Handbook of Mathematical Functions", 26.4.4
 * and 26.4.5. Below 0 the share is 1. Throws a RangeError unless the degrees of freedom are a whole number above 0.
 */
export function chiSquareTail(x: number, degreesOfFreedom: number): number {
  if (!Number.isInteger(degreesOfFreedom) || degreesOfFreedom < 1)
    throw new RangeError(`degrees of freedom are a whole number above 0, not ${degreesOfFreedom}`);
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  const half = x / 2;
  const odd = degreesOfFreedom % 2 === 1;
  let share = odd ? 2 * normalCdf(-Math.sqrt(x)) : Math.exp(-half);
  let logTerm = odd ? Math.log((2 * Math.sqrt(half)) / Math.sqrt(Math.PI)) - half : Math.log(half) - half;
  for (let power = odd ? 0.5 : 1; power < degreesOfFreedom / 2; power++) {
    share += Math.exp(logTerm);
    logTerm += Math.log(half / (power + 1));
  }
  return Math.min(1, share);
}
