import { attackSuppression } from './attackSuppression.ts';
import { constraintClusters } from './constraintClusters.ts';
import { type Cover, coverCluster } from './coverCluster.ts';
import { proofFor, type Search } from './search.ts';
import { costOf } from './suppression.ts';
import { suppressQuickly } from './suppressQuickly.ts';

export type BestSuppression = {
  readonly hidden: Uint8Array;
  /** What the complementary cells cost, and what any suppression that protects must cost at least. */
  readonly cost: number;
  readonly bound: number;
  readonly optimal: boolean;
};

const manyConstraints = 100;
/** A program over more cells takes longer than is left. */
const largestAttacked = 12_000;

/** Told after each round. */
export type Progress = (best: Omit<BestSuppression, 'hidden'> & { readonly constraints: number }) => void;

/**
 * The cheapest suppression, by the cuts of Fischetti and Salazar (2001): choose the cheapest cells that meet every
 * constraint known, attack that choice, add the constraints it breaks, until nothing is exposed; then it is optimal.
 * Constraints without cells in common are chosen for one by one. Each choice is also completed to a suppression that
 * protects, so that the best one so far, always audited, can be given whenever the time is up (`search.stop`, asked
 * with `secondsLeft` for the solver's own clock).
 */
export function suppressOptimally(
  search: Search,
  start: { readonly hidden: Uint8Array; readonly bound: number },
  secondsLeft: () => number,
  tell: Progress = () => {},
): BestSuppression {
  const { solver, table, pool, stop } = search;
  let best = start.hidden;
  let cost = costOf(table, best);
  let bound = Math.min(cost, start.bound);
  const covers = new Map<string, Cover | undefined>();
  const wholeCosts = table.cost.every((one) => Number.isInteger(one) || one === Number.POSITIVE_INFINITY);
  const closed = () => bound >= cost - (wholeCosts ? 1 - 1e-6 : 1e-9 * Math.max(1, cost));
  while (!closed() && !stop()) {
    const clusters = constraintClusters(pool.constraints);
    const chosen = table.hidden.slice();
    let sum = 0;
    const kept = new Map<string, Cover | undefined>();
    for (const { constraints, key } of clusters) {
      let cover = covers.get(key);
      const gap = constraints.length > manyConstraints ? roughness(cost, bound) : 0;
      if (!(cover && cover.cost - cover.bound <= gap * cover.cost + 1e-6) && !stop()) {
        const [seconds, start] = [secondsLeft(), (one: number) => best[one] === 1];
        cover = coverCluster(solver, constraints, table.cost, { seconds, gap, start }) ?? cover;
      }
      kept.set(key, cover);
      sum += cover?.bound ?? 0;
      for (const cell of cover?.cells ?? []) chosen[cell] = 1;
    }
    covers.clear();
    for (const [key, cover] of kept) covers.set(key, cover);
    bound = Math.min(cost, Math.max(bound, sum));
    if (closed() || stop()) break;
    const found = attackChoice(search, chosen);
    if (found === 'unanswered') break;
    const completed = found === 'protected' ? chosen : suppressQuickly(search, chosen);
    const hidden = completed instanceof Uint8Array ? completed : completed?.ok ? completed.hidden : best;
    if (costOf(table, hidden) < cost - 1e-9) [best, cost] = [hidden, costOf(table, hidden)];
    tell({ cost, bound, optimal: closed(), constraints: pool.constraints.length });
  }
  const least = wholeCosts ? Math.ceil(bound - 1e-6) : bound;
  return { hidden: best, cost, bound: closed() ? cost : least, optimal: closed() };
}

/** Choices are rough as long as the bound is far from the cost: the constraints still missing matter more. */
function roughness(cost: number, bound: number): number {
  const open = (cost - bound) / Math.max(cost, 1);
  return open < 5e-4 ? 0 : Math.min(0.01, 0.25 * open);
}

/** Attacks a choice as it is and keeps the constraints that it breaks; unanswered when the attack found none or no time. */
function attackChoice(search: Search, chosen: Uint8Array): 'protected' | 'exposed' | 'unanswered' {
  const { solver, table, exposed, pool, witnesses, stop, secondsTo } = search;
  const attack = attackSuppression(solver, table, chosen, proofFor(search, chosen), exposed, {
    reach: 'hasty',
    largest: largestAttacked,
    stop,
    secondsLeft: secondsTo && (() => secondsTo(1)),
  });
  witnesses.push(...attack.witnesses);
  const before = pool.constraints.length;
  for (const { constraint } of attack.exposures) pool.add(constraint);
  if (attack.exposures.length === 0)
    return attack.complete && attack.undecided.length === 0 ? 'protected' : 'unanswered';
  return pool.constraints.length > before ? 'exposed' : 'unanswered';
}
