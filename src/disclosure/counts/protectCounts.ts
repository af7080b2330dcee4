import type { ReleasedTable } from '../../vocabulary/release.ts';
import type { Solver } from '../solver.ts';
import { checkCounts } from './checkCounts.ts';
import { type CountQuestion, countedState, type EarlierRelease } from './countedState.ts';
import type { CountedTable, Slice } from './countedTable.ts';
import type { CountState } from './countState.ts';
import { type ClusterRefusal, protectCluster, type ProtectedCluster } from './protectCluster.ts';
import { jointTables } from './jointTables.ts';
import { releasedTable, type WhyHidden, whyHidden } from './releasedTable.ts';

/** A count that is not printed, with what an attacker can work out of it: it lies in [lower, upper]. */
export type HiddenCount = Slice & {
  readonly measure: string;
  readonly schoolYear: number;
  readonly count: 'n' | 'numerator' | 'complement';
  /** Null: a count of the slice. Else of those whom the relation of this name leaves, or who changed since a release. */
  readonly left: string | null;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** Whether the ends are exact; else the attacker's interval may be wider still. */
  readonly exact: boolean;
  /** Width found / width required; null where nothing is required. */
  readonly narrowness: number | null;
  readonly why: WhyHidden;
};

/** Tables that are kept back whole, since what has been told already leaves a count without protection. */
export type HeldTables = {
  readonly measures: readonly string[];
  readonly schoolYear: number;
  readonly reason: ClusterRefusal['reason'];
  readonly at: Slice & { readonly measure: string; readonly count: 'n' | 'numerator' | 'complement' };
};

export type CountFigures = {
  readonly shown: number;
  readonly coded: number;
  readonly suppressed: number;
  readonly primary: number;
  readonly complementary: number;
  readonly objective: number;
  readonly bound: number;
  readonly optimal: boolean;
  /** The smallest of (width found / width required). */
  readonly narrowest: number | null;
  /** Counts that nothing could give all that the policy asks for: they have what they can be given. */
  readonly lessened: number;
  /** Students behind all figures, and behind those shown or coded with n. */
  readonly students: number;
  readonly studentsShown: number;
};

export type ProtectedCounts = {
  readonly tables: readonly ReleasedTable[];
  readonly hidden: readonly HiddenCount[];
  readonly held: readonly HeldTables[];
  readonly figures: CountFigures;
};

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
  const { tables, earlier, clock, seconds, objective = 'students', tell = () => {} } = options;
  const { district, withheld = () => false } = options;
  for (const table of tables) checkCounts(table);
  const clusters = jointTables(tables);
  const size = tables.reduce((sum, { slices }) => sum + slices.length, 0);
  const released = new Map<CountedTable, ReleasedTable>();
  const hidden: HiddenCount[] = [];
  const held: HeldTables[] = [];
  let [objectiveReached, bound, optimal, lessened] = [0, 0, true, 0];
  const tally = {
    shown: 0,
    coded: 0,
    suppressed: 0,
    primary: 0,
    complementary: 0,
    students: 0,
    studentsShown: 0,
  };
  clusters.forEach((cluster, done) => {
    const measures = cluster.map(({ measure }) => measure);
    tell(measures, done, clusters.length);
    const state = countedState(options, cluster, earlier);
    const share = cluster.reduce((sum, { slices }) => sum + slices.length, 0) / Math.max(1, size);
    const result = protectCluster(solver, state, { clock, seconds: seconds * share, objective });
    if (!result.ok) {
      held.push(heldTables(state, cluster, result));
      return;
    }
    const why = cluster.map(({ measure, slices }, table) =>
      slices.map((_, slice) => whyHidden(state, slices, table, slice, (one) => withheld(measure, one))),
    );
    hidden.push(...hiddenCounts(state, result, why));
    cluster.forEach((table, at) => {
      const cells = releasedTable(state, table, at, district, (slice) => why[at]?.[slice]);
      released.set(table, cells);
      cells.cells.forEach(({ seen }, slice) => {
        const students = table.slices[slice]?.n ?? 0;
        const reason = why[at]?.[slice];
        tally[seen]++;
        tally.students += students;
        if (seen !== 'suppressed') tally.studentsShown += students;
        if (reason === 'few students') tally.primary++;
        if (reason === 'protects another cell') tally.complementary++;
      });
    });
    objectiveReached += result.objective;
    bound += result.bound;
    optimal &&= result.optimal;
    lessened += result.lessened;
  });
  const narrowest = hidden.reduce<number | null>(
    (least, { narrowness }) => (narrowness === null ? least : Math.min(least ?? narrowness, narrowness)),
    null,
  );
  return {
    tables: tables.flatMap((table) => released.get(table) ?? []),
    hidden,
    held,
    figures: { ...tally, objective: objectiveReached, bound, optimal, lessened, narrowest },
  };
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
