import { attackComponent, type ComponentAttack, type Direction } from './attackComponent.ts';
import { attackInWholes } from './attackInWholes.ts';
import { hiddenComponents } from './hiddenComponents.ts';
import type { LinkedTable } from './linkedTable.ts';
import { movementLimits } from './movementLimits.ts';
import { addWitness, lackingNeed, type Proof } from './proof.ts';
import type { Solver } from './solver.ts';
import { checkedWitness } from './witness.ts';

/** What an attacker finds out of a cell: it lies in [lower, upper], and no closer can be told. */
export type CellInterval = {
  readonly cell: number;
  readonly lower: number;
  readonly upper: number;
  /** Proved by possible tables that were checked. */
  readonly protected: boolean;
};

/**
 * The exact interval of each of `cells` under a suppression, in their order. A side that a witness in `proof` reaches
 * as far as single relations allow needs no program. Where the solver gives no answer, the interval is what witnesses
 * show: it may be wider in truth, and the cell counts as protected only if that suffices. `tell` hears how many cells
 * are done.
 */
export function auditSuppression(
  solver: Solver,
  table: LinkedTable,
  hidden: Uint8Array,
  cells: readonly number[],
  proof: Proof,
  tell: (done: number) => void = () => {},
): readonly CellInterval[] {
  const { limits } = movementLimits(table, hidden, Number.POSITIVE_INFINITY);
  const asked = new Set(cells);
  const reached = new Map<number, { below: number; above: number }>();
  for (const component of hiddenComponents(table, hidden, cells)) {
    let attack: ComponentAttack | undefined;
    const side = (cell: number, direction: Direction): number => {
      const most = limits[2 * cell + (direction === 'above' ? 0 : 1)] as number;
      const shown = () => proof[direction][cell] as number;
      if (most - shown() <= 1e-9 * Math.max(1, most)) return most;
      attack ??= attackComponent(solver, table, component);
      return exactReach(solver, table, attack, proof, cell, direction) ?? shown();
    };
    try {
      for (const cell of component.cells) {
        if (!asked.has(cell)) continue;
        reached.set(cell, { below: side(cell, 'below'), above: side(cell, 'above') });
      }
    } finally {
      attack?.dispose();
    }
    tell(reached.size);
  }
  return cells.map((cell) => {
    const { below, above } = reached.get(cell) ?? { below: 0, above: 0 };
    const value = table.values[cell] as number;
    return {
      cell,
      lower: clean(value - below),
      upper: clean(value + above),
      protected: lackingNeed(table, proof, cell) === undefined,
    };
  });
}

/** Undefined when the solver gives no answer. */
function exactReach(
  solver: Solver,
  table: LinkedTable,
  attack: ComponentAttack,
  proof: Proof,
  cell: number,
  direction: Direction,
): number | undefined {
  const { status, deviation, point } = attack.reach(cell, direction);
  const take = (found: Float64Array | undefined) => {
    const witness = found && checkedWitness(table, attack.component, found);
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
