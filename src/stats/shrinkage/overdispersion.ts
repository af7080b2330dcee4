import { samplingVarianceOfPercent } from '../samplingVariance.ts';
import { withinVariance, type WithinVarianceRefusal } from '../withinVariance.ts';

/** A rate of one unit in two years that follow each other: so many of so many students. */
export type RateChange = {
  readonly before: { readonly numerator: number; readonly n: number };
  readonly after: { readonly numerator: number; readonly n: number };
  /** Changes of one period share a mean, such as the state's; any number that tells the periods apart. */
  readonly period: number;
};

export type Overdispersion = {
  readonly ok: true;
  /** By what to multiply the sampling variance of a rate; never below 1. */
  readonly factor: number;
  /** What the changes show, which may be below 1: most students of one year are those of the year before. */
  readonly estimated: number;
  /** Variance of real change between units, in squared percentage points. */
  readonly changeVariance: number;
  readonly pairs: number;
  /** Changes beyond four standard deviations, which were left out. */
  readonly setAside: number;
};

/**
 * By how much rates vary more than students who decide alone would make them: students of a school share its luck, its
 * weather and its rules. The change of a percent is taken as N(mean of period, changeVariance + factor x (V before + V
 * after)) with V the binomial variance at the share of both years together, so that a year's luck does not choose its
 * own weight. It is the model of `withinVariance`, and is fitted by it, with 1 / V in the place of a number of
 * students and the same setting aside of changes beyond four standard deviations. A quasi-likelihood factor as in
 * P. McCullagh & J. Nelder (1989), "Generalized Linear Models", 4.5, but taken from changes, so that lasting
 * differences between units do not count as chance.
 *
 * Throws a RangeError on a count that is not positive and a numerator outside it.
 */
export function overdispersion(changes: readonly RateChange[]): Overdispersion | WithinVarianceRefusal {
  const answer = withinVariance(
    changes.map(({ before, after, period }) => {
      const [first, second] = binomialVariances(before, after);
      const change = 100 * (after.numerator / after.n - before.numerator / before.n);
      return { change, before: 1 / first, after: 1 / second, period };
    }),
  );
  if (!answer.ok) return answer;
  const { variance, changeVariance, pairs, setAside } = answer;
  return { ok: true, factor: Math.max(1, variance), estimated: variance, changeVariance, pairs, setAside };
}

function binomialVariances(before: RateChange['before'], after: RateChange['after']): [number, number] {
  for (const { numerator, n } of [before, after])
    if (!(n > 0 && n < Infinity && numerator >= 0 && numerator <= n))
      throw new RangeError(`${numerator} of ${n} students is no rate`);
  const n = before.n + after.n;
  const ofBoth = samplingVarianceOfPercent(before.numerator + after.numerator, n) * n;
  return [ofBoth / before.n, ofBoth / after.n];
}
