import type { Solver } from '../solver.ts';
import { checkCounts } from './checkCounts.ts';
import type { CountQuestion, EarlierRelease } from './countedState.ts';
import type { CountedTable } from './countedTable.ts';
import { jointTables } from './jointTables.ts';
import { joinProtected, type ProtectedCounts } from './protectedCounts.ts';
import { protectJoint } from './protectJoint.ts';

export type ProtectCountsOptions = CountQuestion & {
  readonly tables: readonly CountedTable[];
  readonly earlier: readonly EarlierRelease[];
  /** What is hidden least of: students behind figures, or figures. */
  readonly objective?: 'students' | 'figures';
  readonly clock: () => number;
  /** For the search of something better than the first suppression, over all tables together. */
  readonly seconds: number;
  /** Hears what is next: measures that are protected together, and how many of how many are done. */
  readonly tell?: (measures: readonly string[], done: number, of: number) => void;
};

/**
 * From counts to cells: decides what may be shown of every slice, proves that nobody can work out what may not, then
 * shows rates and means as they follow from exact counts. Measures of the same students and year are protected
 * together, all others apart. Throws RangeError for slices that are given twice and for counts that contradict
 * themselves.
 */
export function protectCounts(solver: Solver, options: ProtectCountsOptions): ProtectedCounts {
  const { tables, seconds, objective = 'students', tell = () => {} } = options;
  for (const table of tables) checkCounts(table);
  const clusters = jointTables(tables);
  const sizeOf = (some: readonly CountedTable[]) => some.reduce((sum, { slices }) => sum + slices.length, 0);
  const parts = clusters.map((cluster, done) => {
    tell(
      cluster.map(({ measure }) => measure),
      done,
      clusters.length,
    );
    const share = sizeOf(cluster) / Math.max(1, sizeOf(tables));
    return protectJoint(solver, cluster, { ...options, objective, seconds: seconds * share });
  });
  return inOrder(joinProtected(parts), tables);
}

/** Tables in the order in which they were given. */
export function inOrder(protectedCounts: ProtectedCounts, tables: readonly CountedTable[]): ProtectedCounts {
  const keyOf = ({ measure, schoolYear }: { measure: string; schoolYear: number }) =>
    `${measure} ${schoolYear}`;
  const released = new Map(protectedCounts.tables.map((table) => [keyOf(table), table]));
  return { ...protectedCounts, tables: tables.flatMap((table) => released.get(keyOf(table)) ?? []) };
}
