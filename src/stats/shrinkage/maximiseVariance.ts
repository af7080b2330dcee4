/** A likelihood at one value of a variance; its slope and expected curvature (positive) are worked out when asked for. */
export type LikelihoodAt = {
  readonly logLikelihood: number;
  readonly slope: () => { readonly score: number; readonly information: number };
};

export type MaximisedVariance = {
  /** 0 when the likelihood falls from there. */
  readonly variance: number;
  readonly iterations: number;
  /** False when 200 steps did not pin the maximum down to its last digits; it is still bracketed. */
  readonly converged: boolean;
};

const mostSteps = 200;

/**
 * The variance >= 0 at which a likelihood is largest, by Fisher scoring: the next value is the last one plus score /
 * information. The steps are kept inside a bracket whose lower end has a rising and whose upper end a falling
 * likelihood, and replaced by its middle when they leave it or grow no shorter. The search ends when a step is below
 * 1e-12 of the variance's own standard error, and after 200 steps in any case. It starts at the best of fifteen values, 0 and a geometric ladder from `scale` / 1000 to
 * 1000 `scale`, since such likelihoods can have two tops; tops that are closer than a rung are not told apart.
 * `scale` is any positive number of the variance's size. The likelihood must fall for variances without end.
 */
export function maximiseVariance(at: (variance: number) => LikelihoodAt, scale: number): MaximisedVariance {
  const ladder = [0, ...Array.from({ length: 14 }, (_, rung) => scale * 10 ** ((rung * 6) / 13 - 3))];
  const heights = ladder.map((variance) => at(variance).logLikelihood);
  const best = heights.indexOf(Math.max(...heights));
  const bracket = bracketAround(at, ladder, best);
  if (!bracket) return { variance: 0, iterations: 0, converged: true };
  return climb(at, bracket);
}

type Bracket = { low: number; high: number };

function bracketAround(
  at: (variance: number) => LikelihoodAt,
  ladder: readonly number[],
  best: number,
): Bracket | undefined {
  const middle = ladder[best] as number;
  if (at(middle).slope().score > 0) {
    let high = ladder[best + 1] ?? middle * 2;
    let low = middle;
    for (let rung = best + 2; at(high).slope().score > 0; rung++) {
      low = high;
      high = ladder[rung] ?? high * 4;
    }
    return { low, high };
  }
  for (let rung = best - 1, high = middle; rung >= 0; rung--) {
    const low = ladder[rung] as number;
    if (at(low).slope().score > 0) return { low, high };
    high = low;
  }
  return undefined;
}

function climb(at: (variance: number) => LikelihoodAt, { low, high }: Bracket): MaximisedVariance {
  let variance = (low + high) / 2;
  let reach = high - low;
  for (let step = 1; step <= mostSteps; step++) {
    const { score, information } = at(variance).slope();
    if (score > 0) low = variance;
    else high = variance;
    let next = variance + score / information;
    const isSlow = step % 4 === 0 && Math.abs(next - variance) > reach / 2;
    if (step % 4 === 0) reach = Math.abs(next - variance);
    if (!(next > low && next < high) || isSlow) next = (low + high) / 2;
    const isStill = Math.abs(next - variance) <= 1e-12 / Math.sqrt(information);
    if (isStill || next <= low || next >= high) return { variance: next, iterations: step, converged: true };
    variance = next;
  }
  return { variance, iterations: mostSteps, converged: false };
}
