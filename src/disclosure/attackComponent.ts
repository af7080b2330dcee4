import { attackModel } from './attackModel.ts';
import type { HiddenComponent } from './hiddenComponents.ts';
import type { LinkedTable } from './linkedTable.ts';
import type { Solver } from './solver.ts';

export type Direction = 'below' | 'above';

/**
 * How far an attacker can move one cell. `optimal`: exactly `deviation`, with `multipliers` as its proof.
 * `unbounded`: without end. `failed`: the solver gave no answer and nothing is claimed. `point` is a table that the
 * solver says is possible, as deviations of the component's cells; whoever relies on it checks it (`checkedWitness`).
 */
export type Reach = {
  readonly status: 'optimal' | 'unbounded' | 'failed';
  readonly deviation: number;
  readonly point: Float64Array | undefined;
  /** By relation; those that are 0 are left out. */
  readonly multipliers: ReadonlyMap<number, number> | undefined;
};

/** A cell that is to be moved one way, no further than `most`. */
export type Goal = { readonly cell: number; readonly direction: Direction; readonly most: number };

export type ComponentAttack = {
  readonly component: HiddenComponent;
  /** Moves a cell (by its place in the table) as far as it goes; stops at `most`, if given. */
  readonly reach: (cell: number, direction: Direction, most?: number) => Reach;
  /** A table that moves many cells at once towards their goals, as large shares of them as go together. */
  readonly reachTogether: (goals: readonly Goal[]) => Float64Array | undefined;
  /** Whether a program was ended since no time was left. */
  readonly isOutOfTime: () => boolean;
  readonly dispose: () => void;
};

/**
 * The attacker's linear program on one component (Fischetti and Salazar 2001, section 2): deviations z of the hidden
 * cells with sum of coefficient x z = 0 in every relation and -below <= z <= above. The model stays with the solver
 * from one question to the next and is solved by primal simplex, since only the objective changes. A question that
 * does not end optimal is asked once more from scratch by dual simplex. A program that does not end in the `secondsLeft`
 * has failed.
 */
export function attackComponent(
  solver: Solver,
  table: LinkedTable,
  component: HiddenComponent,
  secondsLeft: () => number = () => Number.POSITIVE_INFINITY,
): ComponentAttack {
  const { cells, relations } = component;
  const places = new Map<number, number>();
  cells.forEach((cell, place) => places.set(cell, place));
  const model = solver.createModel(attackModel(table, component));
  model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: 4 });
  const { optimal, unbounded, timeLimit } = solver.constants.modelStatus;
  let asked = -1;
  let spent = 0;
  let isOutOfTime = false;

  const placeOf = (cell: number): number => {
    const place = places.get(cell);
    if (place === undefined) throw new RangeError(`cell ${cell} is not in this component`);
    return place;
  };
  const run = (): number => {
    const left = secondsLeft();
    // The solver's clock goes on from one program of a model to the next.
    if (left < Number.POSITIVE_INFINITY) model.options.set('time_limit', spent + Math.max(left, 0.01));
    const { modelStatus } = model.run();
    if (left < Number.POSITIVE_INFINITY) spent += left - secondsLeft();
    isOutOfTime ||= modelStatus === timeLimit;
    return modelStatus;
  };
  const solve = (): number => {
    const first = run();
    if (first === optimal || first === unbounded || first === timeLimit) return first;
    model.clearSolver();
    model.options.set('simplex_strategy', 1);
    const second = run();
    model.options.set('simplex_strategy', 4);
    return second;
  };
  const reach = (cell: number, direction: Direction, most?: number): Reach => {
    const place = placeOf(cell);
    const sign = direction === 'above' ? 1 : -1;
    if (asked >= 0 && asked !== place) model.changeColCost(asked, 0);
    model.changeColCost(place, -sign);
    asked = place;
    const low = -(table.below[cell] as number);
    const high = table.above[cell] as number;
    if (most !== undefined)
      model.changeColBounds(
        place,
        sign < 0 ? Math.max(low, -most) : low,
        sign > 0 ? Math.min(high, most) : high,
      );
    const status = solve();
    // Changing a bound voids the solution, so it is read first.
    const solution = status === optimal ? model.getSolution() : undefined;
    if (most !== undefined) model.changeColBounds(place, low, high);
    const nothing = { point: undefined, multipliers: undefined };
    if (status === unbounded) return { ...nothing, status: 'unbounded', deviation: Number.POSITIVE_INFINITY };
    if (!solution) return { ...nothing, status: 'failed', deviation: 0 };
    return {
      status: 'optimal',
      deviation: sign * (solution.colValue[place] as number),
      point: solution.colValue,
      multipliers: multipliersOf(relations, solution.rowDual),
    };
  };
  const reachTogether = (goals: readonly Goal[]): Float64Array | undefined => {
    if (asked >= 0) model.changeColCost(asked, 0);
    asked = -1;
    const possible = goals.filter(({ most }) => most > 0);
    for (const { cell, direction, most } of possible) {
      const place = placeOf(cell);
      const [low, high] = [-(table.below[cell] as number), table.above[cell] as number];
      model.changeColCost(place, (direction === 'above' ? -1 : 1) / most);
      if (direction === 'above') model.changeColBounds(place, low, Math.min(high, most));
      else model.changeColBounds(place, Math.max(low, -most), high);
    }
    const point = solve() === optimal ? model.getSolution().colValue : undefined;
    for (const { cell } of possible) {
      const place = placeOf(cell);
      model.changeColCost(place, 0);
      model.changeColBounds(place, -(table.below[cell] as number), table.above[cell] as number);
    }
    return point;
  };
  return {
    component,
    reach,
    reachTogether,
    isOutOfTime: () => isOutOfTime,
    dispose: () => model.dispose(),
  };
}

function multipliersOf(relations: Int32Array, duals: Float64Array): ReadonlyMap<number, number> {
  const multipliers = new Map<number, number>();
  duals.forEach((dual, row) => {
    if (Math.abs(dual) > 1e-9) multipliers.set(relations[row] as number, dual);
  });
  return multipliers;
}
