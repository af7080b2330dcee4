import loadHighs, { type Highs } from 'highs';

/** HiGHS, a solver of linear and mixed-integer programs, compiled to WebAssembly; it runs on the thread that calls it. */
export type Solver = Highs;

/** The package's types describe its CommonJS entry, where the loader is a property; Node takes the other entry, where it is the default itself. */
const load = loadHighs as unknown as (typeof loadHighs)['default'];

/** Loads the solver, some tens of milliseconds. Load it once and hand it to all who need it: it keeps nothing between calls. */
export function loadSolver(): Promise<Solver> {
  return load();
}
