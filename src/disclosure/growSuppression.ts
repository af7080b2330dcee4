import { anotherCellConstraint } from './anotherCellConstraint.ts';
import { type AttackOptions, attackSuppression } from './attackSuppression.ts';
import type { CapacityConstraint } from './capacityConstraint.ts';
import type { ConstraintPool } from './constraintPool.ts';
import { type HopelessCell, hopelessCell } from './hopelessCell.ts';
import type { LinkedTable } from './linkedTable.ts';
import type { Proof } from './proof.ts';
import type { Solver } from './solver.ts';
import { lackingNeed } from './proof.ts';
import type { Witness } from './witness.ts';

export type Growth =
  | {
      readonly ok: true;
      /** The cells added, as they came. */
      readonly added: readonly number[];
      readonly witnesses: readonly Witness[];
      readonly complete: boolean;
      /** What every suppression that protects costs at least: the payments that no cell was paid twice by. */
      readonly bound: number;
    }
  | HopelessCell;

export type GrowOptions = AttackOptions & {
  /** Once true: hides at once, for every broken constraint, what meets it. Fewer attacks, dearer, and no more bound. */
  readonly inHaste?: () => boolean;
  /** Hears of cells that nothing can protect; true, and their needs were lowered. */
  readonly askLess?: (hopeless: HopelessCell) => boolean;
};

/**
 * Adds cells to a suppression until every guarded cell is protected, by the primal-dual rule (as for Steiner trees:
 * Goemans and Williamson 1995). Every broken constraint pays at the same pace for the cells it could use; a cell that
 * is paid for is hidden. Far more is hidden than needed, what is not is dropped later; the constraints that were
 * broken on the way stand close to those of the optimum and are kept in `pool`. `hidden` and `proof` are changed.
 * By limits alone the growth is fast and not complete: linear programs may still expose a cell.
 * Not ok: nothing that may be hidden protects that cell.
 */
export function growSuppression(
  solver: Solver,
  table: LinkedTable,
  hidden: Uint8Array,
  proof: Proof,
  guarded: Iterable<number>,
  pool: ConstraintPool,
  {
    reach = 'hasty',
    stop = () => false,
    secondsLeft,
    inHaste = () => false,
    askLess = () => false,
  }: GrowOptions = {},
): Growth {
  const paid = new Float64Array(table.cellCount);
  const rates = new Float64Array(table.cellCount);
  const exposed = new Set(guarded);
  const brokenBy = new Map<number, CapacityConstraint>();
  const added: number[] = [];
  const witnesses: Witness[] = [];
  let bound = 0;
  let hastyRounds = 0;
  const hide = (cell: number) => {
    hidden[cell] = 1;
    added.push(cell);
  };
  for (;;) {
    const asked = [...exposed].filter((cell) => !brokenBy.has(cell));
    const attack = attackSuppression(solver, table, hidden, proof, asked, { reach, stop, secondsLeft });
    witnesses.push(...attack.witnesses);
    for (const exposure of attack.exposures) {
      const hopeless = hopelessCell(table, proof, exposure);
      if (hopeless && !askLess(hopeless)) return hopeless;
      if (hopeless) continue;
      brokenBy.set(exposure.cell, pool.add(exposure.constraint));
    }
    for (const cell of exposed) if (lackingNeed(table, proof, cell) === undefined) exposed.delete(cell);
    if (exposed.size === 0) return { ok: true, added, witnesses, complete: true, bound };
    if (stop()) return { ok: true, added, witnesses, complete: false, bound };
    const broken = new Set(brokenBy.values());
    if (broken.size === 0 && reach === 'limits' && attack.exposures.length === 0)
      return { ok: true, added, witnesses, complete: false, bound };
    if (broken.size === 0 && !attack.complete) return { ok: true, added, witnesses, complete: false, bound };
    if (broken.size === 0) continue;
    const payment = inHaste()
      ? coverOnce(table, hidden, broken, 2 ** (hastyRounds++ / 2))
      : payOnce(table, hidden, broken, paid, rates);
    bound += payment.bound;
    const fresh = new Set(payment.cells);
    if ([...broken].every(({ cells }) => cells.every((cell) => hidden[cell] === 1))) {
      // What is hidden meets them all, and yet the solver proves nothing: it gets more to work with, and is asked again.
      for (const cell of cellsBeside(table, hidden, exposed)) fresh.add(cell);
      if (fresh.size === 0) return { ok: true, added, witnesses, complete: false, bound };
      brokenBy.clear();
    }
    for (const cell of fresh) hide(cell);
    for (const [cell, { cells }] of brokenBy) if (cells.some((one) => fresh.has(one))) brokenBy.delete(cell);
  }
}

/** The cells that may be hidden and share a relation with one of these, else with any of its component. */
function cellsBeside(table: LinkedTable, hidden: Uint8Array, cells: Iterable<number>): readonly number[] {
  const beside = new Set<number>();
  const component = new Set<number>();
  for (const cell of cells) {
    const around = new Set(table.cellRelations.subarray(table.cellStarts[cell], table.cellStarts[cell + 1]));
    for (const relation of around) {
      const end = table.relationStarts[relation + 1] as number;
      for (let at = table.relationStarts[relation] as number; at < end; at++) {
        const other = table.relationCells[at] as number;
        if (hidden[other] !== 1 && Number.isFinite(table.cost[other] as number)) beside.add(other);
      }
    }
    if (beside.size === 0)
      for (const other of anotherCellConstraint(table, hidden, cell).cells) component.add(other);
  }
  return [...(beside.size > 0 ? beside : component)];
}

/** Lets every constraint pay until the first of its cells is paid for; gives the cells that now are, and what was paid. */
function payOnce(
  table: LinkedTable,
  hidden: Uint8Array,
  broken: ReadonlySet<CapacityConstraint>,
  paid: Float64Array,
  rates: Float64Array,
): { readonly cells: readonly number[]; readonly bound: number } {
  const touched: number[] = [];
  for (const { cells, coefficients, rhs } of broken) {
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] as number;
      if (hidden[cell] === 1) continue;
      if (rates[cell] === 0) touched.push(cell);
      rates[cell] = (rates[cell] as number) + (coefficients[at] as number) / rhs;
    }
  }
  const left = (cell: number) => (table.cost[cell] as number) - (paid[cell] as number);
  const payments: [constraint: CapacityConstraint, payment: number][] = [];
  for (const constraint of broken) {
    let payment = Number.POSITIVE_INFINITY;
    for (const cell of constraint.cells)
      if (hidden[cell] !== 1) payment = Math.min(payment, left(cell) / (rates[cell] as number));
    payments.push([constraint, payment]);
  }
  let bound = 0;
  for (const [{ cells, coefficients, rhs }, payment] of payments) {
    if (cells.every((cell) => hidden[cell] !== 1)) bound += payment;
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] as number;
      if (hidden[cell] !== 1)
        paid[cell] = (paid[cell] as number) + (payment * (coefficients[at] as number)) / rhs;
    }
  }
  for (const cell of touched) rates[cell] = 0;
  return { cells: touched.filter((cell) => left(cell) <= 1e-9 * (table.cost[cell] as number)), bound };
}

/** The cells that meet every broken constraint so many times over, those that give most for their cost first. */
function coverOnce(
  table: LinkedTable,
  hidden: Uint8Array,
  broken: ReadonlySet<CapacityConstraint>,
  times: number,
): { readonly cells: readonly number[]; readonly bound: number } {
  const chosen = new Set<number>();
  for (const { cells, coefficients, rhs } of broken) {
    let lacking = times * rhs;
    const order: (readonly [cell: number, coefficient: number])[] = [];
    cells.forEach((cell, at) => {
      const coefficient = coefficients[at] as number;
      if (chosen.has(cell) || hidden[cell] === 1) lacking -= coefficient;
      else order.push([cell, coefficient]);
    });
    order.sort((a, b) => (table.cost[a[0]] as number) / a[1] - (table.cost[b[0]] as number) / b[1]);
    for (const [cell, coefficient] of order) {
      if (lacking <= 1e-9 * rhs) break;
      chosen.add(cell);
      lacking -= coefficient;
    }
  }
  return { cells: [...chosen], bound: 0 };
}
