import { anotherCellConstraint } from './anotherCellConstraint.ts';
import { attackHidden, type Exposure } from './attackHidden.ts';
import { type AttackedSide, type CapacityConstraint, capacityConstraint } from './capacityConstraint.ts';
import { isWideEnough } from './dropUnneeded.ts';
import { hiddenComponents } from './hiddenComponents.ts';
import { limitMultipliers } from './limitMultipliers.ts';
import type { LinkedTable } from './linkedTable.ts';
import { type MovementLimits, movementLimits } from './movementLimits.ts';
import { proveByRings } from './proveByRings.ts';
import { lackingNeed, type Need, type Proof } from './proof.ts';
import type { Solver } from './solver.ts';
import type { Witness } from './witness.ts';

/** A cell that is not proved protected, and a constraint that the suppression breaks. */
export type BrokenExposure = Exposure & { readonly constraint: CapacityConstraint };

export type SuppressionAttack = {
  readonly exposures: readonly BrokenExposure[];
  readonly witnesses: readonly Witness[];
  /** Cells of large components that are neither proved nor known to be exposed. */
  readonly undecided: readonly number[];
  /** False when cells were left unattacked. */
  readonly complete: boolean;
};

export type AttackOptions = {
  /** `hasty` leaves the linear programs out as long as single relations expose anything, `limits` always. */
  readonly reach?: 'all' | 'hasty' | 'limits';
  /** Linear programs are left out where a component has more hidden cells than this. */
  readonly largest?: number;
  /** Asked between programs. */
  readonly stop?: () => boolean;
  /** How long a linear program may take. */
  readonly secondsLeft?: () => number;
};

/**
 * Attacks the cells of `guarded` that `proof` does not show protected under a suppression. The limits that single
 * relations give come first: what they expose needs no linear program.
 */
export function attackSuppression(
  solver: Solver,
  table: LinkedTable,
  hidden: Uint8Array,
  proof: Proof,
  guarded: Iterable<number>,
  { reach = 'all', largest = Number.POSITIVE_INFINITY, stop = () => false, secondsLeft }: AttackOptions = {},
): SuppressionAttack {
  const moving = movementLimits(table, hidden);
  const exposures: BrokenExposure[] = [];
  const undecided: number[] = [];
  for (const cell of guarded) {
    if (lackingNeed(table, proof, cell) === undefined) continue;
    if (isWideEnough(table, moving, cell)) undecided.push(cell);
    else exposures.push(limitExposure(table, hidden, moving, cell));
  }
  if (reach === 'limits' || (reach === 'hasty' && exposures.length > 0))
    return { exposures, witnesses: [], undecided: [], complete: undecided.length === 0 };
  const witnesses = proveByRings(table, hidden, proof, undecided, { stop });
  const left = undecided.filter((cell) => lackingNeed(table, proof, cell) !== undefined);
  const exposed = new Set(exposures.map(({ cell }) => cell));
  const leftOut: number[] = [];
  const isLeft = new Set(left);
  let complete = true;
  for (const component of hiddenComponents(table, hidden, left)) {
    if (component.cells.length > largest) {
      leftOut.push(...component.cells.filter((cell) => isLeft.has(cell)));
      continue;
    }
    const isAsked = (cell: number) => !exposed.has(cell);
    const attacked = attackHidden(solver, table, component, proof, isAsked, stop, secondsLeft);
    for (const one of attacked.exposures)
      exposures.push({
        ...one,
        constraint: one.constraint ?? anotherCellConstraint(table, hidden, one.cell),
      });
    witnesses.push(...attacked.witnesses);
    if (!attacked.complete) complete = false;
  }
  return { exposures, witnesses, undecided: leftOut, complete };
}

function limitExposure(
  table: LinkedTable,
  hidden: Uint8Array,
  moving: MovementLimits,
  cell: number,
): BrokenExposure {
  const { limits } = moving;
  const slack = 1e-7;
  const up = (): AttackedSide => ({ sign: 1, multipliers: limitMultipliers(table, moving, cell, 0) });
  const down = (): AttackedSide => ({ sign: -1, multipliers: limitMultipliers(table, moving, cell, 1) });
  const exposure = (need: Need, sides: readonly AttackedSide[], least: number): BrokenExposure => ({
    cell,
    need,
    constraint: capacityConstraint(table, cell, sides, least) ?? anotherCellConstraint(table, hidden, cell),
  });
  const below = table.needBelow[cell] as number;
  const above = table.needAbove[cell] as number;
  if ((limits[2 * cell + 1] as number) + slack < below) return exposure('below', [down()], below);
  if ((limits[2 * cell] as number) + slack < above) return exposure('above', [up()], above);
  return exposure('width', [down(), up()], table.needWidth[cell] as number);
}
