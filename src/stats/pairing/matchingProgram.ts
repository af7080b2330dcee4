import type { Model } from 'highs';
import type { Solver } from './loadSolver.ts';
import type { MatchingGraph } from './matchingGraph.ts';
import { type OddSet, oddSets } from './oddSets.ts';

export type SolverRefusal = { readonly ok: false; readonly reason: 'the solver proved no optimum' };

/** For each edge whether it must be taken, must not be taken, or is free. */
export type Demand = 'taken' | 'forbidden' | 'free';

/** Whether each edge is taken. */
export type Taken = readonly boolean[];

/** Gives the best matching that meets the demands, undefined when none does. */
export type SolveMatching = (demands: readonly Demand[]) => Taken | undefined;

/** The solver ended with an answer that is neither an optimum nor a proof that there is none, or has worked too long. */
class Unproved extends Error {}

const mostPrograms = 500;
const mostProgramsOfAll = 5000;
const mostRounds = 60;
const mostOddSets = 300;

/**
 * Writes a graph as a linear program, one column an edge and one row a node, hands its solution in whole edges to `use`
 * and frees it. Edges of weight 0 or less are never free. Weights are divided by the largest, so that the solver's
 * tolerances of 1e-9 are relative to it. Each program starts from the basis before; inequalities of `oddSets` that its
 * shares break are added and kept, and what stays fractional is branched on, edge taken and edge forbidden, until no
 * branch can be worth more. The solver's own search for whole numbers gives the same and was measured to take a
 * hundred times as long. A refusal when a program is neither optimal nor infeasible, also from nothing, or when one
 * matching takes more than 500 programs or all that are asked for more than 5,000 and two for each edge; some hundred
 * nodes in odd cycles take a dozen, and each matching after the first a few.
 */
export function withMatchingProgram<Result>(
  solver: Solver,
  graph: MatchingGraph,
  use: (solve: SolveMatching) => Result,
): Result | SolverRefusal {
  try {
    return solver.withModel(programOf(solver, graph), (model): Result => {
      model.options.set({
        output_flag: false,
        primal_feasibility_tolerance: 1e-9,
        dual_feasibility_tolerance: 1e-9,
      });
      let left = mostProgramsOfAll + 2 * graph.edges.length;
      return use((demands) => {
        const relax = relaxationOf(solver, model, graph, Math.min(left, mostPrograms), () => left--);
        return branch(relax, demands, 0, leastGain(graph))?.taken;
      });
    });
  } catch (error) {
    if (error instanceof Unproved) return { ok: false, reason: 'the solver proved no optimum' };
    throw error;
  }
}

type Relaxed = { readonly shares: Float64Array; readonly value: number };
type Whole = { readonly taken: Taken; readonly value: number };

/** The best matching that meets the demands and is worth at least `least`; values are relative to the largest weight. */
function branch(
  relax: (demands: readonly Demand[], least: number) => Relaxed | undefined,
  demands: readonly Demand[],
  least: number,
  gain: number,
): Whole | undefined {
  const relaxed = relax(demands, least);
  if (!relaxed) return undefined;
  const { shares, value } = relaxed;
  const edge = mostFractional(shares);
  if (edge === undefined) return { taken: Array.from(shares, (share) => share > 0.5), value };
  const one = branch(relax, demands.with(edge, 'taken'), least, gain);
  return branch(relax, demands.with(edge, 'forbidden'), one ? one.value + gain : least, gain) ?? one;
}

/** Whole weights make totals differ by one at least; others by what can be told apart. */
function leastGain({ edges }: MatchingGraph): number {
  const largest = edges.reduce((most, { weight }) => Math.max(most, weight), 0);
  return edges.every(({ weight }) => Number.isInteger(weight)) ? Math.max(1e-10, 0.999 / largest) : 1e-10;
}

/** The optimum in shares of edges; nothing when no shares meet the demands or they are worth less than `least`. */
function relaxationOf(
  solver: Solver,
  model: Model,
  graph: MatchingGraph,
  mostNow: number,
  onProgram: () => void,
) {
  let programs = 0;
  return (demands: readonly Demand[], least: number): Relaxed | undefined => {
    const upper = demands.map((demand, edge) =>
      demand === 'taken' || (demand === 'free' && (graph.edges[edge]?.weight ?? 0) > 0) ? 1 : 0,
    );
    const lower = demands.map((demand) => (demand === 'taken' ? 1 : 0));
    model.changeColsBounds({ kind: 'range', from: 0, to: demands.length - 1 }, lower, upper);
    for (let round = 1; ; round++) {
      if (programs++ === mostNow) throw new Unproved();
      onProgram();
      const shares = optimum(model, solver);
      if (!shares) return undefined;
      const value = model.getObjectiveValue();
      if (value < least) return undefined;
      const isWhole = mostFractional(shares) === undefined;
      const broken = isWhole || round > mostRounds ? [] : oddSets(graph, shares);
      if (broken.length === 0) {
        dropIdleSets(model, graph.capacities.length);
        return { shares, value };
      }
      for (const set of broken) addSet(model, solver, set);
    }
  };
}

function mostFractional(shares: Float64Array): number | undefined {
  let found: number | undefined;
  let least = 0.5 - 1e-6;
  for (const [edge, share] of shares.entries())
    if (Math.abs(share - 0.5) < least) {
      least = Math.abs(share - 0.5);
      found = edge;
    }
  return found;
}

function addSet(model: Model, solver: Solver, { edges, most }: OddSet): void {
  const indices = edges.toSorted((a, b) => a - b);
  model.addRow(-solver.infinity, most, { indices, values: indices.map(() => 1) });
}

/** Odd sets that do not bind at the last optimum slow every program down; there the right side is a row's upper bound. */
function dropIdleSets(model: Model, nodes: number): void {
  const { rowValue } = model.getSolution();
  if (rowValue.length - nodes <= mostOddSets) return;
  const { upper } = model.getRows({ kind: 'range', from: nodes, to: rowValue.length - 1 });
  const idle = Array.from(upper).flatMap((most, i) =>
    (rowValue[nodes + i] as number) < most - 1e-6 ? [nodes + i] : [],
  );
  if (idle.length > 0) model.deleteRows({ kind: 'set', indices: idle });
}

function programOf({ constants, infinity }: Solver, { edges, capacities }: MatchingGraph) {
  const largest = edges.reduce((most, { weight }) => Math.max(most, weight), 0) || 1;
  return {
    numCols: edges.length,
    numRows: capacities.length,
    sense: constants.objectiveSense.maximize,
    colCost: edges.map(({ weight }) => weight / largest),
    colLower: edges.map(() => 0),
    colUpper: edges.map(() => 1),
    rowLower: capacities.map(() => -infinity),
    rowUpper: [...capacities],
    matrix: {
      format: 'csc',
      numRows: capacities.length,
      numCols: edges.length,
      starts: Array.from({ length: edges.length + 1 }, (_, edge) => 2 * edge),
      indices: edges.flatMap(({ a, b }) => [Math.min(a, b), Math.max(a, b)]),
      values: edges.flatMap(() => [1, 1]),
    },
  } as const;
}

/** The shares taken of each edge at the optimum, undefined when nothing is feasible. */
function optimum(model: Model, { constants }: Solver): Float64Array | undefined {
  const { optimal, infeasible } = constants.modelStatus;
  for (const attempt of ['from the last basis', 'from nothing'] as const) {
    if (attempt === 'from nothing') model.clearSolver();
    model.run();
    const status = model.getModelStatus();
    if (status === infeasible) return undefined;
    if (status === optimal) return model.getSolution().colValue;
  }
  throw new Unproved();
}
