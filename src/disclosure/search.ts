import { attackSuppression } from './attackSuppression.ts';
import { type ConstraintPool, constraintPool } from './constraintPool.ts';
import { type HopelessCell, hopelessCell } from './hopelessCell.ts';
import type { LinkedTable } from './linkedTable.ts';
import { addWitness, emptyProof, lackingNeed, type Proof } from './proof.ts';
import type { Solver } from './solver.ts';
import { isGuarded } from './suppression.ts';
import { isPossible, type Witness } from './witness.ts';

/** How much is done to make the first suppression cheap. */
export type Effort = {
  /** Cells that are published again on trial, with an attack each. */
  readonly trials: number;
  /** Components of more cells are attacked and repaired by rings as far as these go, then in haste. */
  readonly cells: number;
};

/** After so many times the time for it, the first suppression is given up. */
export const mostTimes = 10;

const usualEffort: Effort = { trials: 60, cells: 6000 };

/** What is known of a table while a suppression is looked for. */
export type Search = {
  readonly solver: Solver;
  readonly table: LinkedTable;
  /** The guarded cells that the sensitive ones alone are not proved to protect; all others are safe under every suppression. */
  readonly exposed: readonly number[];
  readonly base: Proof;
  readonly pool: ConstraintPool;
  /** Every witness met. */
  readonly witnesses: Witness[];
  readonly effort: Effort;
  /** Hears of cells that nothing can protect; true, and their needs were lowered. */
  readonly askLess: (hopeless: HopelessCell) => boolean;
  /** True when no time is left. */
  readonly stop: () => boolean;
  /** Whether that share of the time is over; without it the first suppression takes what it takes. */
  readonly isPast: ((share: number) => boolean) | undefined;
  /** How long a linear program may take that should end by that share of the time; without it as long as it takes. */
  readonly secondsTo: ((share: number) => number) | undefined;
};

/**
 * Attacks the primary suppression: what it protects already stays protected whatever else is hidden. `askLess` hears of
 * cells that nothing can protect; true, and their needs were lowered. `given` are witnesses that are known already.
 */
export function beginSearch(
  solver: Solver,
  table: LinkedTable,
  askLess: (hopeless: HopelessCell) => boolean = () => false,
  effort: Effort = usualEffort,
  given: readonly Witness[] = [],
  secondsTo?: (share: number) => number,
  giveUp: () => boolean = () => false,
): Search {
  const base = emptyProof(table);
  const witnesses = [...given];
  for (const witness of given) if (isPossible(witness, table.hidden)) addWitness(table, base, witness);
  const guarded: number[] = [];
  for (let cell = 0; cell < table.cellCount; cell++) if (isGuarded(table, cell)) guarded.push(cell);
  const largest = effort.cells;
  // What is not attacked by then is taken for exposed.
  const isPast = secondsTo && ((share: number) => giveUp() || secondsTo(share) <= 0);
  const first = attackSuppression(solver, table, table.hidden, base, guarded, {
    largest,
    stop: () => isPast?.(0.25) ?? false,
    secondsLeft: secondsTo && (() => secondsTo(0.25)),
  });
  witnesses.push(...first.witnesses);
  let exposures = first.exposures;
  const pool = constraintPool();
  const exposed = [...first.undecided];
  while (exposures.length > 0) {
    const lowered: number[] = [];
    for (const exposure of exposures) {
      const hopeless = hopelessCell(table, base, exposure);
      if (hopeless && askLess(hopeless)) lowered.push(exposure.cell);
      else {
        exposed.push(exposure.cell);
        pool.add(exposure.constraint);
      }
    }
    const again = attackSuppression(solver, table, table.hidden, base, lowered, { largest });
    witnesses.push(...again.witnesses);
    exposures = again.exposures;
    exposed.push(...again.undecided);
  }
  if (!first.complete) {
    const known = new Set(exposed);
    for (const cell of guarded)
      if (!known.has(cell) && lackingNeed(table, base, cell) !== undefined) exposed.push(cell);
  }
  const stop = () => false;
  return { solver, table, exposed, base, pool, witnesses, effort, askLess, stop, isPast, secondsTo };
}

/** What is known of a suppression from the witnesses met so far. */
export function proofFor({ table, base, witnesses }: Search, hidden: Uint8Array): Proof {
  const proof = { below: base.below.slice(), above: base.above.slice() };
  for (const witness of witnesses) if (isPossible(witness, hidden)) addWitness(table, proof, witness);
  return proof;
}
