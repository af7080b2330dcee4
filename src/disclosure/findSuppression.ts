import type { HopelessCell } from './hopelessCell.ts';
import type { LinkedTable } from './linkedTable.ts';
import { neededWitnesses } from './neededWitnesses.ts';
import type { Need, Proof } from './proof.ts';
import { attackSuppression } from './attackSuppression.ts';
import { beginSearch, type Effort, mostTimes, proofFor } from './search.ts';
import type { Solver } from './solver.ts';
import { costOf, isGuarded } from './suppression.ts';
import type { Witness } from './witness.ts';
import { type BestSuppression, type Progress, suppressOptimally } from './suppressOptimally.ts';
import { suppressQuickly } from './suppressQuickly.ts';

/** The first suppression may take its time for so many seconds in any case. */
const leastSeconds = 3;

export const noTime = 'the time was up before it was protected';

/** `cell` cannot be protected whatever is hidden besides; `bounds` when what readers know beforehand forbids it. */
export type ProtectionRefusal = {
  readonly ok: false;
  readonly reason:
    | 'no suppression protects the cell'
    | 'readers know too much of the cell beforehand'
    | typeof noTime;
  readonly cell: number;
};

/** A suppression under which every guarded cell was shown protected by the witnesses in `proof`. */
export type FoundSuppression = BestSuppression & {
  readonly ok: true;
  readonly proof: Proof;
  readonly witnesses: readonly Witness[];
};

export type FindOptions = {
  /** Seconds since any moment; asked often. */
  readonly clock: () => number;
  /** How long the search for a better suppression may take. */
  readonly seconds: number;
  /** Asked between steps of the first suppression, which is finished whatever it takes when this is not given. */
  readonly giveUp?: () => boolean;
  /**
   * Asked when no suppression gives a cell what it needs, with the most that it can be given: true, and that is all it
   * is given; the needs of `linked` are changed. Without it such a table is refused.
   */
  readonly mayAskLess?: (cell: number, need: Need, most: number) => boolean;
  /** Whether the first suppression may be dearer so that it is done in the time given, or not long after it. */
  readonly hurries?: boolean;
  readonly effort?: Effort;
  /** Witnesses that are known already, checked for this table. */
  readonly given?: readonly Witness[];
  readonly attacked?: (exposed: number) => void;
  readonly tell?: Progress;
};

/** The cheapest suppression found in the time given that protects every guarded cell; attacked in full at the end. */
export function findSuppression(
  solver: Solver,
  linked: LinkedTable,
  {
    clock,
    seconds,
    attacked = () => {},
    tell = () => {},
    mayAskLess = () => false,
    giveUp = () => false,
    hurries = false,
    effort,
    given = [],
  }: FindOptions,
): FoundSuppression | ProtectionRefusal {
  const knows = linked.values.findIndex((_, cell) => isGuarded(linked, cell) && !fitsBounds(linked, cell));
  if (knows >= 0) return { ok: false, reason: 'readers know too much of the cell beforehand', cell: knows };
  const began = clock();
  const left = () => seconds - (clock() - began);
  let lowered = 0;
  const askLess = ({ cell, need, most }: HopelessCell) => {
    if (!mayAskLess(cell, need, most)) return false;
    const needs = { below: linked.needBelow, above: linked.needAbove, width: linked.needWidth }[need];
    needs[cell] = Math.max(0, Math.min(most, needs[cell] as number) - 1e-6);
    lowered++;
    return true;
  };
  const secondsTo = hurries
    ? (share: number) => share * Math.max(leastSeconds, seconds) - (clock() - began)
    : undefined;
  const stop = secondsTo ? () => giveUp() || secondsTo(mostTimes) <= 0 : giveUp;
  const search = { ...beginSearch(solver, linked, askLess, effort, given, secondsTo, giveUp), stop };
  const before = lowered;
  // The last audit takes some times as long as the first attack, and belongs to the time given.
  const reserve = Math.min(0.5 * seconds, 3 * (clock() - began));
  attacked(search.exposed.length);
  const quick = suppressQuickly(search, linked.hidden);
  if (!quick) return { ok: false, reason: noTime, cell: search.exposed[0] ?? 0 };
  if (!quick.ok) return { ok: false, reason: 'no suppression protects the cell', cell: quick.cell };
  const forSearch = () => left() - reserve;
  const isOver = () => forSearch() <= 0;
  const limited = { ...search, isPast: undefined, secondsTo: secondsTo && forSearch, stop: isOver };
  const quickly = { hidden: quick.hidden, cost: costOf(linked, quick.hidden), bound: 0, optimal: false };
  // Constraints met before a need was lowered ask for too much: they prove nothing any more.
  const best = lowered > before ? quickly : suppressOptimally(limited, quick, forSearch, tell);
  const proof = proofFor(search, best.hidden);
  const again = attackSuppression(solver, linked, best.hidden, proof, search.exposed);
  if (again.exposures.length > 0) throw new Error('a suppression that was audited is exposed');
  const witnesses = neededWitnesses(linked, best.hidden, search.witnesses);
  return { ok: true, ...best, proof, witnesses };
}

function fitsBounds(linked: LinkedTable, cell: number): boolean {
  const slack = 1e-9 * Math.max(1, Math.abs(linked.values[cell] as number));
  const [below, above] = [linked.below[cell] as number, linked.above[cell] as number];
  return (
    (linked.needBelow[cell] as number) <= below + slack &&
    (linked.needAbove[cell] as number) <= above + slack &&
    (linked.needWidth[cell] as number) <= below + above + slack
  );
}
