import type { Solver } from './loadSolver.ts';
import { graphMustBeSound, type MatchingGraph } from './matchingGraph.ts';
import {
  type Demand,
  type SolveMatching,
  type SolverRefusal,
  type Taken,
  withMatchingProgram,
} from './matchingProgram.ts';

/** What happens to the matching when one of its edges may not be taken. */
export type RunnerUp = {
  /** How much less the best matching without the edge is worth; 0 when another is as good. */
  readonly loss: number;
  /** Edges of that matching that are not in the best, and edges of the best (the forbidden one too) that it lacks. */
  readonly instead: readonly number[];
  readonly givenUp: readonly number[];
};

export type Matching = {
  readonly ok: true;
  /** Sum of the weights taken. */
  readonly total: number;
  /** Places of the taken edges in the list, ascending, each with its runner-up. */
  readonly taken: readonly { readonly edge: number; readonly runnerUp: RunnerUp }[];
};

/**
 * The edges of a graph, odd cycles or not, that are worth most together when no node carries more than its capacity:
 * maximum-weight simple b-matching (A. Schrijver, "Combinatorial Optimization", chapter 33), as a program of 0 and 1
 * solved to proven optimality (`withMatchingProgram`). Edges of weight 0 or less are never taken. Totals that differ
 * by less than 1e-9 of the total and the largest weight count as equal; of several best matchings it is the one that
 * takes the earliest edge of the list, then the earliest of the others, and so on, so that the answer does not hang
 * on the solver. Among tied runners-up the solver chooses, the same way each time.
 *
 * Throws a RangeError on a graph that is not sound (`graphMustBeSound`).
 */
export function maximumWeightMatching(solver: Solver, graph: MatchingGraph): Matching | SolverRefusal {
  graphMustBeSound(graph);
  const { edges } = graph;
  if (!edges.some(({ weight }) => weight > 0)) return { ok: true, total: 0, taken: [] };
  return withMatchingProgram(solver, graph, (solve): Matching => {
    const found = solve(edges.map(() => 'free')) ?? [];
    const first = runnersUp(solve, graph, found);
    // Weights are positive, so another matching as good lacks an edge of this one, which then can be lost for nothing.
    const isOnly = first.every(({ runnerUp }) => runnerUp.loss > 0);
    const best = isOnly ? found : earliest(solve, graph, found);
    const taken = best === found ? first : runnersUp(solve, graph, best);
    return { ok: true, total: worth(graph, best), taken };
  });
}

function runnersUp(solve: SolveMatching, graph: MatchingGraph, best: Taken): Matching['taken'] {
  const places = [...graph.edges.keys()];
  const free = places.map((): Demand => 'free');
  return places
    .filter((edge) => best[edge])
    .map((edge) => {
      const other = solve(free.with(edge, 'forbidden')) ?? [];
      const loss = worth(graph, best) - worth(graph, other);
      const instead = places.filter((one) => other[one] && !best[one]);
      const givenUp = places.filter((one) => best[one] && !other[one]);
      return { edge, runnerUp: { loss: loss <= tie(graph, best) ? 0 : loss, instead, givenUp } };
    });
}

/** Goes through the list and keeps each edge that some best matching takes together with those kept before it. */
function earliest(solve: SolveMatching, graph: MatchingGraph, found: Taken): Taken {
  let best = found;
  const least = worth(graph, found) - tie(graph, found);
  const left = [...graph.capacities];
  const demands = graph.edges.map((): Demand => 'free');
  for (const [edge, { a, b, weight }] of graph.edges.entries()) {
    const fits = weight > 0 && (left[a] as number) > 0 && (left[b] as number) > 0;
    if (fits && !best[edge]) {
      const tried = solve(demands.with(edge, 'taken'));
      if (tried && worth(graph, tried) >= least) best = tried;
    }
    demands[edge] = best[edge] ? 'taken' : 'forbidden';
    if (best[edge]) for (const node of [a, b]) (left[node] as number) -= 1;
  }
  return best;
}

function tie(graph: MatchingGraph, best: Taken): number {
  return 1e-9 * (graph.edges.reduce((most, { weight }) => Math.max(most, weight), 0) + worth(graph, best));
}

function worth({ edges }: MatchingGraph, taken: Taken): number {
  return edges.reduce((sum, { weight }, edge) => (taken[edge] ? sum + weight : sum), 0);
}
