/** How the mean of one unit changed from one year to the next, and over how many students each was taken. */
export type YearlyChange = {
  readonly change: number;
  readonly before: number;
  readonly after: number;
  /** Changes of one period share a mean, such as the state's; any number that tells the periods apart. */
  readonly period: number;
};

export type WithinVariance = {
  readonly ok: true;
  /** Variance of students within a unit, in squared units of the value. */
  readonly variance: number;
  /** Variance of real change between units: what is left however many students are tested. */
  readonly changeVariance: number;
  /** Changes that were used, and those set aside as more than four standard deviations from their mean. */
  readonly pairs: number;
  readonly setAside: number;
};

export type WithinVarianceRefusal = {
  readonly ok: false;
  readonly reason: 'fewer than 30 changes' | 'changes do not shrink with more students';
};

type Pair = { readonly change: number; readonly inverse: number; readonly period: number };
type Fit = { readonly ratio: number; readonly variance: number; readonly means: ReadonlyMap<number, number> };

const fewest = 30;

/**
 * The variance of students within a unit, where only means and counts are published: small units jump more from
 * year to year than large ones, by variance x (1 / before + 1 / after). The squared distance of a change from its
 * period's mean is regressed on that sum; the intercept is real change. Weights are 1 / (fitted value)^2, the
 * inverse variance of a squared normal number, which makes the converged regression the maximum likelihood of
 * change ~ N(mean of period, changeVariance + variance (1 / before + 1 / after)); both terms are kept >= 0.
 * One unit that took in another's students would outweigh hundreds, so changes beyond four fitted standard
 * deviations are set aside and counted, and the rest is fitted again until no more leave (at most 20 rounds).
 *
 * The two years share most of their students, which lowers the result, and schools rise and fall as a whole,
 * which raises it: it is the variance that changes show, fit for slopes and less so for a single year's level.
 * Throws a RangeError on a count that is not positive or a change that is not finite.
 */
export function withinVariance(changes: readonly YearlyChange[]): WithinVariance | WithinVarianceRefusal {
  const pairs = changes.map(({ change, before, after, period }): Pair => {
    if (!(before > 0 && after > 0 && Number.isFinite(change)))
      throw new RangeError('a change needs students and a size');
    return { change, inverse: 1 / before + 1 / after, period };
  });
  let kept = pairs;
  for (let round = 0; ; round++) {
    if (kept.length < fewest) return { ok: false, reason: 'fewer than 30 changes' };
    const fit = fitPairs(kept);
    if (!fit) return { ok: false, reason: 'changes do not shrink with more students' };
    const next = pairs.filter((pair) => isWithinFour(pair, fit));
    if (round === 20 || (next.length === kept.length && next.every((pair, i) => pair === kept[i])))
      return {
        ok: true,
        variance: fit.variance,
        changeVariance: fit.variance * fit.ratio,
        pairs: kept.length,
        setAside: pairs.length - kept.length,
      };
    kept = next;
  }
}

function isWithinFour(pair: Pair, fit: Fit): boolean {
  const away = pair.change - (fit.means.get(pair.period) ?? 0);
  return away * away <= 16 * fit.variance * (fit.ratio + pair.inverse);
}

/**
 * With ratio = changeVariance / variance the mean and the variance have closed forms; the ratio is the root of
 * the likelihood's slope, or 0 when the likelihood falls from there. Undefined when it rises for ever: then no
 * part of the change goes with the number of students.
 */
function fitPairs(pairs: readonly Pair[]): Fit | undefined {
  if (rises(pairs, 0) <= 0) return fitAt(pairs, 0);
  const largest = pairs.reduce((most, pair) => Math.max(most, pair.inverse), 0);
  let low = 0;
  let high = pairs.reduce((least, pair) => Math.min(least, pair.inverse), Infinity) / 1024;
  while (rises(pairs, high) > 0) {
    low = high;
    high *= 2;
    if (high > largest * 1e6) return undefined;
  }
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2)
    if (rises(pairs, middle) > 0) low = middle;
    else high = middle;
  return fitAt(pairs, low);
}

function fitAt(pairs: readonly Pair[], ratio: number): Fit {
  const sums = new Map<number, { value: number; weight: number }>();
  for (const { change, inverse, period } of pairs) {
    const sum = sums.get(period) ?? { value: 0, weight: 0 };
    sums.set(period, sum);
    sum.value += change / (ratio + inverse);
    sum.weight += 1 / (ratio + inverse);
  }
  const means = new Map([...sums].map(([period, { value, weight }]) => [period, value / weight]));
  const variance =
    pairs.reduce(
      (sum, pair) => sum + (pair.change - (means.get(pair.period) ?? 0)) ** 2 / (ratio + pair.inverse),
      0,
    ) / pairs.length;
  return { ratio, variance, means };
}

/** Twice the slope of the profile likelihood in the ratio. */
function rises(pairs: readonly Pair[], ratio: number): number {
  const { variance, means } = fitAt(pairs, ratio);
  let slope = 0;
  for (const { change, inverse, period } of pairs) {
    const scale = ratio + inverse;
    slope += (change - (means.get(period) ?? 0)) ** 2 / (scale * scale * variance) - 1 / scale;
  }
  return slope;
}
