import loadHighs, { type Highs } from 'highs';

/** HiGHS, a solver of linear and mixed-integer programs, compiled to WebAssembly; it runs on the thread that calls it. */
export type Solver = Highs;

/** The package's types describe its CommonJS entry, where the loader is a property; Node takes the other entry, where it is the default itself. */
const load = loadHighs as unknown as (typeof loadHighs)['default'];

let loaded: Promise<Solver> | undefined;

/** The solver, loaded once in some tens of milliseconds and then kept; a failure is forgotten, so that the next who asks tries again. */
export function loadSolver(): Promise<Solver> {
  loaded ??= load().catch((fault: unknown) => {
    loaded = undefined;
    throw fault;
  });
  return loaded;
}
