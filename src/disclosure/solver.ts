import loadHighs, { type Highs } from 'highs';

/** The HiGHS solver, loaded once for all who ask; it runs on the thread that calls it. */
export type Solver = Highs;

let loading: Promise<Highs> | undefined;

/** Loads the solver; it holds no state of a table between calls but models that were not disposed. */
export function loadSolver(): Promise<Solver> {
  loading ??= loadHighs();
  return loading;
}
