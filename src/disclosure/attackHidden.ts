import { attackComponent, type ComponentAttack, type Direction, type Reach } from './attackComponent.ts';
import { attackInWholes } from './attackInWholes.ts';
import { type AttackedSide, type CapacityConstraint, capacityConstraint } from './capacityConstraint.ts';
import type { HiddenComponent } from './hiddenComponents.ts';
import type { LinkedTable } from './linkedTable.ts';
import { nearComponent } from './nearComponent.ts';
import { addWitness, lackingNeed, type Need, type Proof } from './proof.ts';
import { manyCells, proveTogether } from './proveTogether.ts';
import type { Solver } from './solver.ts';
import { checkedWitness, type Witness } from './witness.ts';

/** A cell whose protection could not be proved, and the constraint that the suppression breaks, if one was found. */
export type Exposure = {
  readonly cell: number;
  readonly need: Need;
  readonly constraint: CapacityConstraint | undefined;
};

export type Attacked = {
  readonly exposures: readonly Exposure[];
  readonly witnesses: readonly Witness[];
  readonly complete: boolean;
};

const directions = ['below', 'above'] as const;
const nearCells = 250;

/**
 * Attacks every cell of a component that `proof` does not yet show protected, adding what the solver's points show.
 * A cell counts as protected only by witnesses that were checked, never by the solver's word. `stop` is asked between
 * cells; those not reached are left out of the answer, and so are those whose program does not end in the `secondsLeft`.
 */
export function attackHidden(
  solver: Solver,
  table: LinkedTable,
  component: HiddenComponent,
  proof: Proof,
  isAsked: (cell: number) => boolean = () => true,
  stop: () => boolean = () => false,
  secondsLeft?: () => number,
): Attacked {
  const exposures: Exposure[] = [];
  const witnesses: Witness[] = [];
  let attack: ComponentAttack | undefined;
  const isLarge = component.cells.length > 24 * nearCells;
  const inside = new Set(isLarge ? component.cells : []);
  const isInside = (cell: number) => inside.has(cell);
  try {
    const lacking = component.cells.filter(
      (cell) => isAsked(cell) && lackingNeed(table, proof, cell) !== undefined,
    );
    if (lacking.length >= manyCells && !table.integer) {
      attack = attackComponent(solver, table, component, secondsLeft);
      witnesses.push(...proveTogether(table, attack, proof, [...lacking], stop));
    }
    for (const cell of component.cells) {
      if (!isAsked(cell) || lackingNeed(table, proof, cell) === undefined) continue;
      if (stop() || attack?.isOutOfTime()) return { exposures, witnesses, complete: false };
      const near = isLarge ? attackNear(solver, table, isInside, proof, cell, witnesses) : undefined;
      if (lackingNeed(table, proof, cell) === undefined) continue;
      // What the nearest cells cannot do, cells farther away may: then their constraint is met.
      const isSure = near?.constraint !== undefined && isBroken(near.constraint, isInside);
      if (!isSure) attack ??= attackComponent(solver, table, component, secondsLeft);
      const exposure = isSure || !attack ? near : attackCell(solver, table, attack, proof, cell, witnesses);
      if (exposure && (exposure.constraint || !attack?.isOutOfTime())) exposures.push(exposure);
    }
    return { exposures, witnesses, complete: !attack?.isOutOfTime() };
  } finally {
    attack?.dispose();
  }
}

function isBroken(
  { cells, coefficients, rhs }: CapacityConstraint,
  isHidden: (cell: number) => boolean,
): boolean {
  let sum = 0;
  cells.forEach((cell, at) => {
    if (isHidden(cell)) sum += coefficients[at] as number;
  });
  return sum < rhs * (1 - 1e-6);
}

/** The attack on the cells nearest to one: a small program that proves most cells of a large component. */
function attackNear(
  solver: Solver,
  table: LinkedTable,
  isHidden: (cell: number) => boolean,
  proof: Proof,
  cell: number,
  witnesses: Witness[],
): Exposure | undefined {
  const attack = attackComponent(solver, table, nearComponent(table, isHidden, cell, nearCells));
  try {
    return attackCell(solver, table, attack, proof, cell, witnesses);
  } finally {
    attack.dispose();
  }
}

function attackCell(
  solver: Solver,
  table: LinkedTable,
  attack: ComponentAttack,
  proof: Proof,
  cell: number,
  witnesses: Witness[],
): Exposure | undefined {
  const reached = new Map<Direction, Reach>();
  const take = (point: Float64Array | undefined) => {
    const witness = point && checkedWitness(table, attack.component, point);
    if (!witness) return;
    witnesses.push(witness);
    addWitness(table, proof, witness);
  };
  for (const direction of directions) {
    const need = lackingNeed(table, proof, cell);
    if (need === undefined) return undefined;
    if (need !== direction && need !== 'width') continue;
    // No further than what is needed: a program that may stop there takes far fewer steps.
    const one = attack.reach(cell, direction, boundedBy(table, cell));
    reached.set(direction, one);
    take(one.point);
    if (!table.integer || lackingNeed(table, proof, cell) === undefined) continue;
    take(attackInWholes(solver, table, attack.component, cell, direction).point);
  }
  const need = lackingNeed(table, proof, cell);
  return need && { cell, need, constraint: brokenConstraint(table, cell, need, reached) };
}

function brokenConstraint(
  table: LinkedTable,
  cell: number,
  need: Need,
  reached: ReadonlyMap<Direction, Reach>,
): CapacityConstraint | undefined {
  const sides: AttackedSide[] = [];
  for (const direction of need === 'width' ? directions : [need]) {
    const multipliers = reached.get(direction)?.multipliers;
    if (!multipliers) return undefined;
    sides.push({ sign: direction === 'above' ? 1 : -1, multipliers });
  }
  return capacityConstraint(table, cell, sides, leastOf(table, cell, need));
}

function leastOf(table: LinkedTable, cell: number, need: Need): number {
  return { below: table.needBelow, above: table.needAbove, width: table.needWidth }[need][cell] as number;
}

function boundedBy(table: LinkedTable, cell: number): number {
  return Math.max(
    1,
    2 * (table.needAbove[cell] as number),
    2 * (table.needBelow[cell] as number),
    table.needWidth[cell] as number,
  );
}
