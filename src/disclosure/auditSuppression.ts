import { attackComponent, type ComponentAttack, type Direction, type Goal } from './attackComponent.ts';
import { attackInWholes } from './attackInWholes.ts';
import { hiddenComponents } from './hiddenComponents.ts';
import type { LinkedTable } from './linkedTable.ts';
import { type MovementLimits, movementLimits } from './movementLimits.ts';
import { addWitness, lackingNeed, type Proof } from './proof.ts';
import { manyCells, pushTogether } from './proveTogether.ts';
import type { Solver } from './solver.ts';
import { checkedWitness } from './witness.ts';

/** What an attacker finds out of a cell: it lies in [lower, upper], and no closer can be told. */
export type CellInterval = {
  readonly cell: number;
  readonly lower: number;
  readonly upper: number;
  /** Proved by possible tables that were checked. */
  readonly protected: boolean;
  /** False when the interval is only what is proved: in truth it may be wider. */
  readonly exact: boolean;
};

export type AuditOptions = {
  /** Hears how many cells are done. */
  readonly tell?: (done: number) => void;
  /** Asked between programs: once true, the intervals are what was proved by then. */
  readonly stop?: () => boolean;
  /** How long a linear program may take. */
  readonly secondsLeft?: () => number;
};

/**
 * The exact interval of each of `cells` under a suppression, in their order. A side that a witness in `proof` reaches
 * as far as single relations allow needs no program. Where the solver gives no answer, the interval is what witnesses
 * show: it may be wider in truth, and the cell counts as protected only if that suffices.
 */
export function auditSuppression(
  solver: Solver,
  table: LinkedTable,
  hidden: Uint8Array,
  cells: readonly number[],
  proof: Proof,
  { tell = () => {}, stop = () => false, secondsLeft }: AuditOptions = {},
): readonly CellInterval[] {
  const moving = movementLimits(table, hidden, Number.POSITIVE_INFINITY);
  const { limits } = moving;
  const asked = new Set(cells);
  const reached = new Map<number, { below: number; above: number; exact: boolean }>();
  for (const component of hiddenComponents(table, hidden, cells)) {
    let attack: ComponentAttack | undefined;
    let exact = true;
    const side = (cell: number, direction: Direction): number => {
      const most = limits[2 * cell + (direction === 'above' ? 0 : 1)] as number;
      const shown = () => proof[direction][cell] as number;
      if (most - shown() <= 1e-9 * Math.max(1, most)) return most;
      if (!stop()) attack ??= attackComponent(solver, table, component, secondsLeft);
      const found =
        stop() || !attack ? undefined : exactReach(solver, table, attack, proof, cell, direction, most);
      if (found === undefined) exact = false;
      return found ?? shown();
    };
    const inside = component.cells.filter((cell) => asked.has(cell));
    try {
      if (inside.length >= manyCells && !stop()) {
        attack = attackComponent(solver, table, component, secondsLeft);
        for (const direction of ['below', 'above'] as const)
          pushTogether(table, attack, proof, () => goalsOf(table, moving, inside, proof, direction), stop);
      }
      for (const cell of inside) {
        exact = true;
        const [below, above] = [side(cell, 'below'), side(cell, 'above')];
        reached.set(cell, { below, above, exact });
      }
    } finally {
      attack?.dispose();
    }
    tell(reached.size);
  }
  return cells.map((cell) => {
    const { below, above, exact } = reached.get(cell) ?? { below: 0, above: 0, exact: false };
    const value = table.values[cell] as number;
    return {
      cell,
      lower: clean(value - below),
      upper: clean(value + above),
      protected: lackingNeed(table, proof, cell) === undefined,
      exact,
    };
  });
}

/**
 * Cells that no witness shows as far one way as single relations allow, where most of them can go: such that no cell
 * stands in the relation that limits another, since two of a relation seldom reach their limits in one table.
 */
function goalsOf(
  table: LinkedTable,
  { limits, latest, steps }: MovementLimits,
  cells: Int32Array,
  proof: Proof,
  direction: Direction,
): readonly Goal[] {
  const goals: Goal[] = [];
  const touched = new Set<number>();
  const limiting = new Set<number>();
  for (const cell of cells) {
    const key = 2 * cell + (direction === 'above' ? 0 : 1);
    const most = limits[key] as number;
    if (!Number.isFinite(most) || most - (proof[direction][cell] as number) <= 1e-9 * Math.max(1, most))
      continue;
    const relation = steps[latest[key] as number]?.relation;
    if (relation !== undefined && touched.has(relation)) continue;
    const around = table.cellRelations.subarray(table.cellStarts[cell], table.cellStarts[cell + 1]);
    if (around.some((one) => limiting.has(one))) continue;
    if (relation !== undefined) limiting.add(relation);
    for (const one of around) touched.add(one);
    goals.push({ cell, direction, most });
  }
  return goals;
}

/** Undefined when the solver gives no answer. */
function exactReach(
  solver: Solver,
  table: LinkedTable,
  attack: ComponentAttack,
  proof: Proof,
  cell: number,
  direction: Direction,
  most: number,
): number | undefined {
  let found = attack.reach(cell, direction);
  // Of figures in billions the solver may say so though they have an end: single relations know one.
  if (found.status === 'unbounded' && Number.isFinite(most)) found = attack.reach(cell, direction, most);
  const { status, deviation, point } = found;
  if (status === 'unbounded' && Number.isFinite(most)) return undefined;
  const take = (moves: Float64Array | undefined) => {
    const witness = moves && checkedWitness(table, attack.component, moves);
    if (witness) addWitness(table, proof, witness);
    return witness !== undefined;
  };
  if (status === 'unbounded' && !table.integer) {
    take(attack.reach(cell, direction, largestNeed(table, cell)).point);
    return deviation;
  }
  if (take(point) && status === 'optimal') return deviation;
  if (!table.integer) return status === 'optimal' ? deviation : undefined;
  const whole = attackInWholes(solver, table, attack.component, cell, direction);
  take(whole.point);
  return whole.exact ? whole.deviation : undefined;
}

function largestNeed({ needBelow, needAbove, needWidth }: LinkedTable, cell: number): number {
  return Math.max(
    1,
    2 * (needBelow[cell] as number),
    2 * (needAbove[cell] as number),
    needWidth[cell] as number,
  );
}

/** Without the last digits, which are the solver's noise: a figure within 1e-7 of a whole number is that. */
function clean(figure: number): number {
  const near = Math.round(figure);
  if (Math.abs(figure - near) <= 1e-7 * Math.max(1, Math.abs(figure) * 1e-6)) return near === 0 ? 0 : near;
  return Number(figure.toPrecision(13));
}
