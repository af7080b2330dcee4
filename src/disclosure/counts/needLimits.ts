import { attackComponent, type Direction } from '../attackComponent.ts';
import { hiddenComponents } from '../hiddenComponents.ts';
import { type LinkedTable, linkedTable } from '../linkedTable.ts';
import { movementLimits } from '../movementLimits.ts';
import type { Solver } from '../solver.ts';
import type { CountState } from './countState.ts';
import { countTable, type Limits } from './countTable.ts';
import { type AttackView, sayCounts } from './sayCounts.ts';

export type NeedLimits = {
  readonly limits: Limits;
  /** The most that a variable could move to a side, by linear programs; undefined when the solver does not say. */
  readonly most: (variable: number, side: Direction) => number | undefined;
};

/**
 * How far each count could move if everything were hidden that may be: more protection than that is not asked for. A
 * group in three grades has three students, whatever is hidden. Earlier releases set no limit here: what they have told
 * leaves a count without protection, and its table is held. The limits are those of single relations; `most` is exact.
 */
export function needLimits(solver: Solver, state: CountState, view: AttackView): NeedLimits {
  const untold = { ...state, known: new Uint8Array(state.known.length), ranges: new Map() };
  const { table, variables } = countTable(state.model, sayCounts(untold, view));
  const linked = linkedTable(table);
  const hidden = new Uint8Array(linked.cellCount).fill(1);
  const above = new Float64Array(state.values.length).fill(Number.POSITIVE_INFINITY);
  const below = above.slice();
  const take = (
    linked: LinkedTable,
    variables: readonly number[],
    isAsked: (variable: number) => boolean,
  ) => {
    const { limits } = movementLimits(linked, new Uint8Array(linked.cellCount).fill(1));
    variables.forEach((variable, cell) => {
      if (!isAsked(variable)) return;
      above[variable] = limits[2 * cell] as number;
      below[variable] = limits[2 * cell + 1] as number;
    });
  };
  take(linked, variables, () => true);
  if (view.counts === 'all' && !view.insiders) {
    // For a numerator's sake sizes can be hidden that are shown, and whole lines with them.
    const all = { ...untold, hidden: new Uint8Array(state.hidden.length).fill(1) };
    const whole = countTable(state.model, sayCounts(all, view));
    take(
      linkedTable(whole.table),
      whole.variables,
      (variable) => state.model.variables[variable]?.count !== 'n',
    );
  }
  const most = (variable: number, side: Direction): number | undefined => {
    const cell = variables.indexOf(variable);
    const [component] = cell < 0 ? [] : hiddenComponents(linked, hidden, [cell]);
    if (!component) return undefined;
    const attack = attackComponent(solver, linked, component);
    const { status, deviation } = attack.reach(cell, side);
    attack.dispose();
    return status === 'failed' ? undefined : deviation;
  };
  return { limits: { below, above }, most };
}
