import type { Solver } from '../solver.ts';
import { type CountQuestion, countedState, type EarlierRelease } from './countedState.ts';
import type { CountedTable, Slice } from './countedTable.ts';
import type { CountState } from './countState.ts';
import { type ClusterRefusal, protectCluster, type ProtectedCluster } from './protectCluster.ts';
import { type HeldTables, type HiddenCount, joinProtected, type ProtectedCounts } from './protectedCounts.ts';
import { releasedTable, type WhyHidden, whyHidden } from './releasedTable.ts';

export type ProtectJointOptions = CountQuestion & {
  readonly earlier: readonly EarlierRelease[];
  readonly objective: 'students' | 'figures';
  readonly clock: () => number;
  readonly seconds: number;
  /** Asked between steps of the first suppression: true, and the tables are held for lack of time. */
  readonly giveUp?: () => boolean;
};

/** Protects tables that count the same students, together; all of them are held where that is not possible. */
export function protectJoint(
  solver: Solver,
  cluster: readonly CountedTable[],
  options: ProtectJointOptions,
): ProtectedCounts {
  const { district, earlier, withheld = () => false } = options;
  const state = countedState(options, cluster, earlier);
  const result = protectCluster(solver, state, options);
  if (!result.ok) return { ...joinProtected([]), held: [heldTables(state, cluster, result)] };
  const why = cluster.map(({ measure, slices }, table) =>
    slices.map((_, slice) => whyHidden(state, slices, table, slice, (one) => withheld(measure, one))),
  );
  const tally = { shown: 0, coded: 0, suppressed: 0, primary: 0, complementary: 0 };
  let [students, studentsShown] = [0, 0];
  const tables = cluster.map((table, at) => {
    const cells = releasedTable(state, table, at, district, (slice) => why[at]?.[slice]);
    cells.cells.forEach(({ seen }, slice) => {
      const n = table.slices[slice]?.n ?? 0;
      const reason = why[at]?.[slice];
      tally[seen]++;
      students += n;
      if (seen !== 'suppressed') studentsShown += n;
      if (reason === 'few students') tally.primary++;
      if (reason === 'protects another cell') tally.complementary++;
    });
    return cells;
  });
  const hidden = hiddenCounts(state, result, why);
  const narrowest = hidden.reduce<number | null>(
    (least, { narrowness }) => (narrowness === null ? least : Math.min(least ?? narrowness, narrowness)),
    null,
  );
  const { objective, bound, optimal, lessened } = result;
  const figures = { ...tally, students, studentsShown, objective, bound, optimal, lessened, narrowest };
  return { tables, hidden, held: [], coarser: [], figures };
}

/** What is asked below this is nothing: a need that was lowered to what can be given keeps less than that of it. */
const leastWidth = 1e-3;

function hiddenCounts(
  { model, roles }: CountState,
  { table: { table, variables }, required, audit }: ProtectedCluster,
  why: readonly (readonly (WhyHidden | undefined)[])[],
): readonly HiddenCount[] {
  return audit.flatMap(({ cell, lower, upper, exact }): readonly HiddenCount[] => {
    const variable = variables[cell] as number;
    const one = model.variables[variable];
    const asked = table.cells[cell];
    if (!one || !asked) return [];
    const width = required(cell);
    const found = { value: asked.value, lower, upper, exact };
    const narrowness = width > leastWidth ? (upper - lower) / width : null;
    const now = (roles[variable] ?? []).filter(({ table }) => table < why.length);
    const places = now.length > 0 ? now : one.table < why.length ? [one] : [];
    return places.map(({ table: at, slice, count }) => {
      const { measure, schoolYear, slices } = model.tables[at] as CountState['model']['tables'][number];
      const { place, grade, group } = slices[slice] as Slice;
      const reason = one.of === 'slice' ? why[at]?.[slice] : 'few students';
      const left = one.of === 'change' ? 'change since an earlier release' : one.relation;
      return {
        measure,
        schoolYear,
        place,
        grade,
        group,
        count: one.count === 'complement' ? 'complement' : count,
        left,
        ...found,
        narrowness,
        why: reason ?? 'protects another cell',
      };
    });
  });
}

function heldTables(
  { model }: CountState,
  cluster: readonly CountedTable[],
  { reason, variable }: ClusterRefusal,
): HeldTables {
  const { table, slice, count } = model.variables[variable] as CountState['model']['variables'][number];
  const { measure, schoolYear, slices } = model.tables[table] as CountState['model']['tables'][number];
  const { place, grade, group } = slices[slice] as Slice;
  const at = { measure, place, grade, group, count };
  return { measures: cluster.map((one) => one.measure), schoolYear, reason, at };
}
