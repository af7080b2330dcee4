import loadHighs, { type Highs } from 'highs';

/** The HiGHS solver, loaded once for all who ask; it runs on the thread that calls it. */
export type Solver = Highs;

// The package's types are those of its CommonJS file; what Node imports is its module, whose default is the loader.
const load = loadHighs as unknown as typeof loadHighs.default;
let loading: Promise<Highs> | undefined;

/** Loads the solver; it holds no state of a table between calls but models that were not disposed. */
export function loadSolver(): Promise<Solver> {
  loading ??= load();
  return loading;
}
