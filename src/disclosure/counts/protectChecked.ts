import type { Solver } from '../solver.ts';
import { type AttackedRelease, attackRelease, joinAttacks } from './attackRelease.ts';
import { rulesOfPolicy } from '../policies/rulesOfPolicy.ts';
import { checkCounts } from './checkCounts.ts';
import { codedRange } from './codedRange.ts';
import type { CountQuestion } from './countedState.ts';
import type { CountedSlice, CountedTable } from './countedTable.ts';
import { jointTables } from './jointTables.ts';
import { inOrder, type ProtectCountsOptions } from './protectCounts.ts';
import { type HeldTables, joinProtected, type ProtectedCounts } from './protectedCounts.ts';
import { protectJoint } from './protectJoint.ts';
import { countsNumeratorOf } from './sharedStudents.ts';

export type CheckedCounts = { readonly counts: ProtectedCounts; readonly attack: AttackedRelease };

export type ProtectCheckedOptions = ProtectCountsOptions & {
  /** On the clock's scale, for all tables together: what is not proved by then is told in less detail or held. */
  readonly mostSeconds: number;
};

type Rung = {
  /** Of what is left of the time for a set of measures. */
  readonly share: number;
  /** Without the tables that count a numerator of others. */
  readonly fewer?: boolean;
  /** Without what schools tell of groups and of grades. */
  readonly totalsOnly?: boolean;
};

const ladder: readonly Rung[] = [
  { share: 0.6 },
  { share: 0.5, fewer: true },
  { share: 0.8, totalsOnly: true },
];

/**
 * Protects counts so that the outcome can be sealed, and always ends: each set of measures is protected, then attacked
 * from what it prints alone. Where that exposes a count, or the time is up, less detail of schools is told, and at last
 * the tables are held; each with its reason. Groups by grade at schools are tried when all else is sure, in the time
 * that is left. Nothing that is given was not proved.
 */
export function protectChecked(solver: Solver, options: ProtectCheckedOptions): CheckedCounts {
  const { tables, clock, mostSeconds, tell = () => {} } = options;
  for (const table of tables) checkCounts(table);
  const sizeOf = (some: readonly CountedTable[]) => workOf(some, options);
  // The easy ones first: what time they leave is for the others.
  const clusters = [...jointTables(tables)].sort((a, b) => sizeOf(a) - sizeOf(b));
  const began = clock();
  let size = clusters.reduce((sum, cluster) => sum + sizeOf(cluster), 0);
  const whole = Math.max(1, size);
  const parts = clusters.map((cluster, done) => {
    tell(
      cluster.map(({ measure }) => measure),
      done,
      clusters.length,
    );
    const left = Math.max(0, mostSeconds - (clock() - began));
    const most = Math.max(leastSeconds, (left * sizeOf(cluster)) / Math.max(1, size));
    size -= sizeOf(cluster);
    return protectSet(solver, cluster, options, most, (options.seconds * sizeOf(cluster)) / whole);
  });
  return {
    counts: inOrder(joinProtected(parts.map(({ counts }) => counts)), tables),
    attack: joinAttacks(parts.map(({ attack }) => attack)),
  };
}

/** How hard tables are to protect, roughly: one more than their figures that must not be told as they are. */
export function workOf(
  tables: readonly CountedTable[],
  question: Pick<CountQuestion, 'policy' | 'smallestGroup' | 'audience'>,
): number {
  return tables.reduce((sum, { measure, slices }) => {
    const rules = rulesOfPolicy(question.policy, measure, question);
    const isHeld = ({ n, numerator }: CountedSlice) =>
      n < rules.threshold || (numerator !== null && codedRange(rules, n, numerator) !== undefined);
    return sum + slices.filter(isHeld).length;
  }, 1);
}

function protectSet(
  solver: Solver,
  cluster: readonly CountedTable[],
  options: ProtectCheckedOptions,
  most: number,
  seconds: number,
): CheckedCounts {
  const { district, clock } = options;
  const end = clock() + most;
  const sure = cluster.map((one) => without(one, (slice) => isFine(slice, district)));
  const usual = climbDown(solver, sure, options, most, seconds);
  const told = cluster.filter((one) => usual.counts.tables.some(({ measure }) => measure === one.measure));
  const hasFine = told.some(({ slices }) => slices.some((slice) => isFine(slice, district)));
  if (!hasFine || usual.counts.coarser.length > 0) return usual;
  const all = attempt(solver, told, options, end, seconds);
  if ('attack' in all) return { ...all, counts: { ...all.counts, held: usual.counts.held } };
  return { ...usual, counts: { ...usual.counts, coarser: [{ ...all, left: 'groups by grade' }] } };
}

/** Of a group in one grade of one school. */
function isFine({ place, grade, group }: CountedSlice, district: string): boolean {
  return place !== district && grade !== 'all' && group !== 'ALL';
}

function without(table: CountedTable, isOut: (slice: CountedSlice) => boolean): CountedTable {
  return { ...table, slices: table.slices.filter((slice) => !isOut(slice)) };
}

function climbDown(
  solver: Solver,
  cluster: readonly CountedTable[],
  options: ProtectCheckedOptions,
  most: number,
  seconds: number,
): CheckedCounts {
  const { district, clock } = options;
  const end = clock() + most;
  let held: readonly HeldTables[] = [];
  for (const { share, fewer = false, totalsOnly = false } of ladder) {
    const told = fewer ? cluster.filter((one) => !countsNumeratorOf(one, cluster)) : cluster;
    if (fewer && told.length === cluster.length) continue;
    const isPart = ({ place, grade, group }: CountedSlice) =>
      totalsOnly && place !== district && (grade !== 'all' || group !== 'ALL');
    const tables = told.map((one) => without(one, isPart));
    const isSame = tables.every(({ slices }, at) => slices.length === told[at]?.slices.length);
    if (totalsOnly && isSame) continue;
    const found = attempt(solver, tables, options, clock() + share * Math.max(0, end - clock()), seconds);
    if ('attack' in found) {
      const absent = cluster.filter((one) => !told.includes(one)).map((one) => holdOf([one], absence));
      const coarser = totalsOnly ? held.map((one) => ({ ...one, left: 'groups and grades' as const })) : [];
      return { ...found, counts: { ...found.counts, held: absent, coarser } };
    }
    held = [found];
  }
  return { counts: { ...joinProtected([]), held }, attack: joinAttacks([]) };
}

/** Protects tables and attacks what they would print; why they are held where that is not done, or shows that it fails. */
function attempt(
  solver: Solver,
  tables: readonly CountedTable[],
  options: ProtectCheckedOptions,
  end: number,
  seconds: number,
): CheckedCounts | HeldTables {
  const { clock, objective = 'students', earlier } = options;
  const giveUp = () => clock() > end;
  const counts = protectJoint(solver, tables, { ...options, objective, seconds, giveUp });
  const [held] = counts.held;
  if (held) return held;
  const attack = attackRelease(solver, {
    ...options,
    tables: counts.tables,
    earlier: earlier.map((one) => one.tables),
    seconds: Math.max(leastAttack, end - clock()),
    exact: false,
    tell: () => {},
  });
  return attack.ok
    ? { counts, attack }
    : holdOf(tables, 'a reader could work out the count from the release', attack);
}

const leastAttack = 5;
/** So long a set of measures may take in any case. */
const leastSeconds = 8;
const absence = 'its groups of nobody would be told by their absence';

function holdOf(
  cluster: readonly CountedTable[],
  reason: HeldTables['reason'],
  attack?: AttackedRelease,
): HeldTables {
  const [table] = cluster;
  const found = attack?.counts.find(({ verdict }) => verdict === 'exposed');
  const slice = found ?? attack?.problems[0] ?? table?.slices[0];
  if (!table || !slice) throw new RangeError('an empty table was held');
  const { place, grade, group } = slice;
  const measure = found?.measure ?? attack?.problems[0]?.measure ?? table.measure;
  return {
    measures: cluster.map((one) => one.measure),
    schoolYear: table.schoolYear,
    reason,
    at: { measure, place, grade, group, count: found?.count ?? 'n' },
  };
}
