import { attackSuppression } from './attackSuppression.ts';
import { auditSuppression, type CellInterval } from './auditSuppression.ts';
import { linkedTable } from './linkedTable.ts';
import { beginSearch, proofFor } from './search.ts';
import type { Solver } from './solver.ts';
import { complementaryCells, isGuarded } from './suppression.ts';
import { type Progress, suppressOptimally } from './suppressOptimally.ts';
import { suppressQuickly } from './suppressQuickly.ts';
import type { Objective, Table } from './table.ts';

/** A table whose sensitive cells are protected; cells by their places. */
export type ProtectedTable = {
  readonly status: 'optimal' | 'feasible';
  /** All hidden cells: sensitive ones, those suppressed before, and complementary ones. */
  readonly suppressed: readonly number[];
  readonly primary: readonly number[];
  readonly secondary: readonly number[];
  readonly objective: number;
  /** No suppression that protects costs less. Equal to the objective when optimal. */
  readonly bound: number;
  readonly audit: readonly CellInterval[];
};

/** `cell` cannot be protected whatever is hidden besides; `bounds` when what readers know beforehand forbids it. */
export type ProtectionRefusal = {
  readonly ok: false;
  readonly reason: 'no suppression protects the cell' | 'readers know too much of the cell beforehand';
  readonly cell: number;
};

export type ProtectOptions = {
  readonly objective?: Objective;
  /** Seconds on any clock; the search for something cheaper ends when `seconds` of them have passed. */
  readonly clock: () => number;
  readonly seconds: number;
  readonly tell?: (phase: ProtectPhase) => void;
};

export type ProtectPhase =
  | { readonly phase: 'attacked'; readonly exposed: number }
  | ({ readonly phase: 'suppressed' } & Parameters<Progress>[0])
  | { readonly phase: 'audited'; readonly cells: number };

/** However short the time, intervals are worked out exactly until so many seconds have passed. */
const leastAuditSeconds = 10;

/**
 * Hides the cheapest complementary cells that protect all sensitive ones (complementary cell suppression; Fischetti
 * and Salazar 2001) and audits the result: a fast suppression first, then the optimum as far as time allows. The
 * first suppression is finished even if that takes longer than the time given; nothing is ever returned unaudited, but
 * intervals may be those proved by then instead of exact ones.
 */
export function protectTable(
  solver: Solver,
  table: Table,
  { objective = table.objective, clock, seconds, tell = () => {} }: ProtectOptions,
): ({ readonly ok: true } & ProtectedTable) | ProtectionRefusal {
  const linked = linkedTable(table, objective);
  const cells = [...linked.values.keys()];
  const knows = cells.find((cell) => isGuarded(linked, cell) && !fitsBounds(linked, cell));
  if (knows !== undefined)
    return { ok: false, reason: 'readers know too much of the cell beforehand', cell: knows };
  const began = clock();
  const left = () => seconds - (clock() - began);
  const search = beginSearch(solver, linked);
  // The last audit takes some times as long as the first attack, and belongs to the time given.
  const reserve = Math.min(0.5 * seconds, 3 * (clock() - began));
  tell({ phase: 'attacked', exposed: search.exposed.length });
  const quick = suppressQuickly(search, linked.hidden);
  if (!quick?.ok)
    return {
      ok: false,
      reason: 'no suppression protects the cell',
      cell: quick?.cell ?? (search.exposed[0] as number),
    };
  const forSearch = () => left() - reserve;
  const limited = { ...search, stop: () => forSearch() <= 0 };
  const best = suppressOptimally(limited, quick, forSearch, (progress) =>
    tell({ phase: 'suppressed', ...progress }),
  );
  const proof = proofFor(search, best.hidden);
  const again = attackSuppression(solver, linked, best.hidden, proof, search.exposed);
  if (again.exposures.length > 0) throw new Error('a suppression that was audited is exposed');
  const asked = cells.filter((cell) => table.cells[cell]?.status === 'sensitive' || isGuarded(linked, cell));
  const audit = auditSuppression(solver, linked, best.hidden, asked, proof, {
    tell: (done) => tell({ phase: 'audited', cells: done }),
    stop: () => clock() - began > Math.max(seconds, leastAuditSeconds),
  });
  return {
    ok: true,
    status: best.optimal ? 'optimal' : 'feasible',
    suppressed: cells.filter((cell) => best.hidden[cell] === 1),
    primary: cells.filter((cell) => table.cells[cell]?.status === 'sensitive'),
    secondary: complementaryCells(linked, best.hidden),
    objective: best.cost,
    bound: best.bound,
    audit,
  };
}

function fitsBounds(linked: ReturnType<typeof linkedTable>, cell: number): boolean {
  const slack = 1e-9 * Math.max(1, Math.abs(linked.values[cell] as number));
  const [below, above] = [linked.below[cell] as number, linked.above[cell] as number];
  return (
    (linked.needBelow[cell] as number) <= below + slack &&
    (linked.needAbove[cell] as number) <= above + slack &&
    (linked.needWidth[cell] as number) <= below + above + slack
  );
}
