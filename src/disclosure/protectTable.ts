import { auditSuppression, type CellInterval } from './auditSuppression.ts';
import { findSuppression, type ProtectionRefusal } from './findSuppression.ts';
import { linkedTable } from './linkedTable.ts';
import type { Solver } from './solver.ts';
import { complementaryCells, isGuarded } from './suppression.ts';
import type { Progress } from './suppressOptimally.ts';
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
  const began = clock();
  const best = findSuppression(solver, linked, {
    clock,
    seconds,
    hurries: true,
    attacked: (exposed) => tell({ phase: 'attacked', exposed }),
    tell: (progress) => tell({ phase: 'suppressed', ...progress }),
  });
  if (!best.ok) return best;
  const asked = cells.filter((cell) => table.cells[cell]?.status === 'sensitive' || isGuarded(linked, cell));
  const forAudit = () => Math.max(seconds, leastAuditSeconds) - (clock() - began);
  const audit = auditSuppression(solver, linked, best.hidden, asked, best.proof, {
    tell: (done) => tell({ phase: 'audited', cells: done }),
    stop: () => forAudit() <= 0,
    secondsLeft: forAudit,
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
