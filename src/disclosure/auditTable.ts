import { attackSuppression } from './attackSuppression.ts';
import { auditSuppression, type CellInterval } from './auditSuppression.ts';
import { linkedTable } from './linkedTable.ts';
import { emptyProof } from './proof.ts';
import type { Solver } from './solver.ts';
import { isGuarded } from './suppression.ts';
import type { Table } from './table.ts';

export type AuditedTable = {
  readonly status: 'protected' | 'exposed';
  readonly audit: readonly CellInterval[];
};

/**
 * What an attacker finds out of a table as its suppressions stand: the exact interval of every sensitive cell and of
 * every cell suppressed before that asks for protection; of `every` suppressed cell when asked. Exposed when one of
 * them is closer than its protection allows. `tell` hears how many cells are done.
 */
export function auditTable(
  solver: Solver,
  table: Table,
  every: boolean,
  tell: (done: number) => void = () => {},
): AuditedTable {
  const linked = linkedTable(table);
  const asked = table.cells.flatMap(({ status }, cell) =>
    status === 'sensitive' || isGuarded(linked, cell) || (every && status === 'suppressed') ? [cell] : [],
  );
  const proof = emptyProof(linked);
  attackSuppression(solver, linked, linked.hidden, proof, asked);
  const audit = auditSuppression(solver, linked, linked.hidden, asked, proof, { tell });
  return { status: audit.every((one) => one.protected) ? 'protected' : 'exposed', audit };
}
