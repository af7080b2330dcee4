import { attackComponent } from '../attackComponent.ts';
import { hiddenComponents } from '../hiddenComponents.ts';
import { type LinkedTable, linkedTable } from '../linkedTable.ts';
import { movementLimits } from '../movementLimits.ts';
import type { Solver } from '../solver.ts';
import type { CountState } from './countState.ts';
import { countTable, type Limits } from './countTable.ts';
import { type AttackView, sayCounts } from './sayCounts.ts';

export type NeedLimits = {
  readonly limits: Limits;
  /** Works the limits of one variable out by linear programs; whether that lowered them. */
  readonly lower: (solver: Solver, variable: number) => boolean;
};

/**
 * How far each count could move if everything were hidden that may be: more protection than that is not asked for. A
 * group in three grades has three students, whatever is hidden. Earlier releases set no limit here: what they have told
 * leaves a count without protection, and its table is held.
 */
export function needLimits(state: CountState, view: AttackView): NeedLimits {
  const untold = { ...state, known: new Uint8Array(state.known.length), ranges: new Map() };
  const { table, variables } = countTable(state.model, sayCounts(untold, view));
  const linked: LinkedTable = linkedTable(table);
  const hidden = new Uint8Array(linked.cellCount).fill(1);
  const { limits } = movementLimits(linked, hidden);
  const above = new Float64Array(state.values.length).fill(Number.POSITIVE_INFINITY);
  const below = above.slice();
  variables.forEach((variable, cell) => {
    above[variable] = limits[2 * cell] as number;
    below[variable] = limits[2 * cell + 1] as number;
  });
  const lower = (solver: Solver, variable: number): boolean => {
    const cell = variables.indexOf(variable);
    const [component] = cell < 0 ? [] : hiddenComponents(linked, hidden, [cell]);
    if (!component) return false;
    const attack = attackComponent(solver, linked, component);
    let lowered = false;
    for (const [side, sides] of [
      ['below', below],
      ['above', above],
    ] as const) {
      const { status, deviation } = attack.reach(cell, side);
      if (status !== 'optimal' || deviation >= (sides[variable] as number) - 1e-6) continue;
      sides[variable] = Math.max(0, deviation - 1e-6);
      lowered = true;
    }
    attack.dispose();
    return lowered;
  };
  return { limits: { below, above }, lower };
}
